package tickwing.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import tickwing.common.cli.Section;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.date.DateOrder;
import tickwing.replay.date.OrderEvidence;

/** How the rows of files are read, where the files do not say, or say something else. */
@Section("Reading files")
public final class ReadingOptions {
    public static final String SEPARATOR = "--separator";
    public static final String DECIMAL_COMMA = "--decimal-comma";
    public static final String NO_DECIMAL_COMMA = "--no-decimal-comma";
    public static final String DATE_ORDER = "--date-order";
    public static final String COLUMNS = "--columns";
    /** The programs have it, each with words of its own. */
    public static final String ZONE = "--zone";

    private static final Map<String, Character> SEPARATORS = new LinkedHashMap<>();

    static {
        SEPARATORS.put("comma", ',');
        SEPARATORS.put("semicolon", ';');
        SEPARATORS.put("tab", '\t');
        SEPARATORS.put("bar", '|');
    }

    @Option(
            names = SEPARATOR,
            paramLabel = "CHARACTER",
            order = 30,
            description =
                    "What stands between two cells: one character, or comma, semicolon, tab, bar (default: what the"
                            + " first rows say).")
    private String separator;

    @Option(
            names = DECIMAL_COMMA,
            negatable = true,
            order = 31,
            description =
                    "Numbers have a decimal comma, or with --no-decimal-comma a point (default: what the first rows"
                            + " say).")
    private Boolean decimalComma;

    @Option(
            names = DATE_ORDER,
            paramLabel = "dmy|mdy|ymd",
            order = 32,
            description =
                    "What 03/04/2023 is: the third of April, or the fourth of March (default: what the rows say).")
    private String dateOrder;

    @Option(
            names = COLUMNS,
            paramLabel = "NAME=COLUMN,..",
            order = 33,
            description = "Which columns of the files hold what, where their names are not known, e.g."
                    + " Date=Datum,Close=Schlusskurs.")
    private String columns;

    /**
     * What the options say.
     *
     * @throws UsageError when a value is none that they take
     */
    public Reading reading() {
        Reading reading = Reading.DEFAULT;
        if (separator != null) {
            reading = reading.with(SEPARATOR, name(character(separator)));
        }
        if (decimalComma != null) {
            reading = reading.with(decimalComma ? DECIMAL_COMMA : NO_DECIMAL_COMMA, "");
        }
        if (dateOrder != null) {
            if (DateOrder.of(dateOrder).isEmpty()) {
                throw new UsageError(
                        DATE_ORDER + " '" + dateOrder + "' is no order; expected one of " + DateOrder.codes() + ".");
            }
            reading = reading.with(DATE_ORDER, dateOrder);
        }
        if (columns != null) {
            renamed(columns);
            reading = reading.with(COLUMNS, columns);
        }
        return reading;
    }

    /** The order of day and month that a reading has; null where it has none. */
    public static DateOrder order(Reading reading) {
        return reading.get(DATE_ORDER).flatMap(DateOrder::of).orElse(null);
    }

    /**
     * What to say to the user where nothing says in which order the dates of a file are.
     *
     * @param orders what its dates say
     */
    public static UserError undecided(String file, OrderEvidence orders) {
        List<DateOrder> candidates = orders.candidates();
        String what = candidates.stream()
                .map(order -> "the " + order.words().replace(" first", ""))
                .collect(Collectors.joining(" or "));
        String options = candidates.stream()
                .map(order -> DATE_ORDER + " " + order.code())
                .collect(Collectors.joining(" or "));
        return new UserError(file + ": date \"" + orders.example().orElse("")
                + "\" can be read in several ways, and no row says whether " + what + " comes first; say it with "
                + options
                + ".");
    }

    /** The separator that an option's value stands for. */
    static char character(String value) {
        Character named = SEPARATORS.get(value);
        if (named != null) {
            return named;
        }
        String text = value.equals("\\t") ? "\t" : value;
        if (text.length() != 1
                || text.charAt(0) > 126
                || "\"\r\n".contains(text)
                || Character.isLetterOrDigit(text.charAt(0))) {
            throw new UsageError(
                    SEPARATOR + " '" + value + "' cannot stand between cells; expected one character such as ;"
                            + " or one of " + String.join(", ", SEPARATORS.keySet()) + ".");
        }
        return text.charAt(0);
    }

    /** The value of the option that stands for a separator. */
    static String name(char separator) {
        return SEPARATORS.entrySet().stream()
                .filter(known -> known.getValue() == separator)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(String.valueOf(separator));
    }

    /**
     * The names that columns are to be read by, by their names in the file.
     *
     * @param columns {@code NAME=COLUMN,NAME=COLUMN}
     * @throws UsageError when it is not of this form
     */
    public static Map<String, String> renamed(String columns) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String pair : columns.split(",")) {
            int equals = pair.indexOf('=');
            String name = pair.substring(0, Math.max(0, equals)).strip();
            String column = pair.substring(equals + 1).strip();
            if (name.isEmpty() || column.isEmpty() || names.put(column, name) != null) {
                throw new UsageError(COLUMNS + " '" + columns
                        + "' does not say which columns hold what; expected e.g. Date=Datum,Close=Schlusskurs.");
            }
        }
        return names;
    }

    /** Whether a reading has a name of its own for a column of the file. */
    public static boolean names(Reading reading, String column) {
        return reading.get(COLUMNS)
                .map(ReadingOptions::renamed)
                .filter(columns -> columns.containsKey(column))
                .isPresent();
    }

    /**
     * A header under the names that a reading gives it.
     *
     * @param file what messages call the file
     * @param rows those below the header
     * @throws UserError when the reading names columns that are not there
     */
    public static List<String> renamed(String file, List<String> header, CsvRows rows, Reading reading) {
        if (reading.get(COLUMNS).isEmpty()) {
            return header;
        }
        Map<String, String> names = renamed(reading.get(COLUMNS).get());
        List<String> missing = new ArrayList<>(names.keySet());
        missing.removeAll(header);
        if (!missing.isEmpty()) {
            throw new UserError(file + " has no column " + String.join(", ", missing) + " for " + COLUMNS
                    + "; its columns are " + rows.described(header) + ".");
        }
        return header.stream().map(column -> names.getOrDefault(column, column)).toList();
    }
}
