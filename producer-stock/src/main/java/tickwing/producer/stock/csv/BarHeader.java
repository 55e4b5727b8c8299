package tickwing.producer.stock.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tickwing.common.error.UserError;
import tickwing.replay.Reading;
import tickwing.replay.ReadingOptions;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.csv.Unpivot;
import tickwing.replay.csv.UnreadableHeader;

/**
 * Where a file has its bars: by its header, of one line or of the several that pandas writes, or by what the user says.
 * Files of several symbols side by side are read as if these stood below each other.
 *
 * @param layout what the layout is called
 * @param known the layout, if it is a known one
 * @param fields which column holds what; no entry for what none holds
 * @param symbol the symbol of all rows; empty where each has its own
 * @param index what a column Index was found to hold, as {@code --columns} says it; empty where there is no doubt
 */
record BarHeader(
        String layout,
        Optional<BarLayout> known,
        Map<BarField, Integer> fields,
        String symbol,
        Optional<String> index) {
    private static final List<BarField> PRICES = List.of(BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE);
    /** Fields of which a bar file has one column at the most. */
    private static final List<BarField> ONCE =
            List.of(BarField.SYMBOL, BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE, BarField.ADJ_CLOSE);

    /** What columns of dates are called that may have a time of day beside them. */
    private static final Set<String> DAYS = Set.of("date", "day", "tradedate", "tradingday", "observationdate");

    private static final Pattern INDEX = Pattern.compile("\\d{1,18}");
    private static final Pattern VALUE = Pattern.compile("(?i)value|close|price|settle");
    private static final String COUNTER = "Number=";

    private BarHeader(String layout, Optional<BarLayout> known, Map<BarField, Integer> fields, String symbol) {
        this(layout, known, fields, symbol, Optional.empty());
    }

    /**
     * Reads the header off the rows.
     *
     * @param file the file's name, which may be the symbol
     * @param names the columns, where the file does not say; empty where it does
     * @throws UserError when it is missing, or says not enough
     */
    static BarHeader read(String file, CsvRows rows, Optional<List<String>> names, Reading reading) throws IOException {
        if (names.isPresent()) {
            List<String> header = rows.header(names.get());
            return one(file, ReadingOptions.renamed(file, header, rows, reading), rows);
        }
        List<CsvRow> first = first(rows);
        if (first.isEmpty()) {
            throw new UserError(file + " is empty; expected a header line and bars below it.");
        }
        Levels levels = Levels.of(first);
        if (levels != null) {
            rows.unread(first.subList(levels.rows(), first.size()));
            return levelled(file, levels, rows);
        }
        rows.unread(first);
        List<String> header = rows.header();
        Levels flat = has(header, PRICES) ? null : FlatNames.of(header, rows.headerLines());
        if (flat != null) {
            return levelled(file, flat, rows);
        }
        return one(file, ReadingOptions.renamed(file, header, rows, reading), rows);
    }

    private static List<CsvRow> first(CsvRows rows) throws IOException {
        List<CsvRow> first = new ArrayList<>();
        CsvRow row = rows.next();
        if (row instanceof CsvRow.Bad bad) {
            throw new UnreadableHeader(bad);
        }
        boolean more = row != null && mayHaveLevels((CsvRow.Good) row);
        for (; row != null; row = more ? rows.next() : null) {
            first.add(row);
            more = first.size() == 1 ? more : first.size() == 2 && Levels.of(first) != null;
        }
        return first;
    }

    /** Whether a second line can belong to the header: most files must not be kept waiting for one. */
    private static boolean mayHaveLevels(CsvRow.Good row) {
        List<String> cells = List.of(row.cells().texts());
        boolean corner = cells.get(0).isBlank()
                || cells.get(0).strip().matches("(?i)price|ticker|tickers|attributes|symbols|datetime|date");
        return corner && cells.size() > 2;
    }

    /** One bar a row. */
    private static BarHeader one(String file, List<String> header, CsvRows rows) throws IOException {
        Optional<BarLayout> known = BarLayout.of(header);
        Map<BarField, Integer> fields = fields(file, header);
        Optional<String> index = index(file, header, fields, rows);
        if (index.filter(told -> told.startsWith(COUNTER)).isPresent()) {
            fields.remove(BarField.SYMBOL);
        }
        if (!has(header, PRICES) && isSeries(header, fields)) {
            return series(file, header);
        }
        check(file, header, fields, rows);
        return new BarHeader(
                known.map(BarLayout::title).orElse("bars"),
                known,
                fields,
                fields.containsKey(BarField.SYMBOL) ? "" : symbolOf(file),
                index);
    }

    private static Map<BarField, Integer> fields(String file, List<String> header) {
        Map<BarField, Integer> fields = new LinkedHashMap<>();
        for (BarField field : BarField.values()) {
            int column = field.in(header);
            if (column >= 0) {
                fields.put(field, column);
            }
        }
        // The first column of a table that pandas writes has no name.
        if (!fields.containsKey(BarField.DATE) && header.get(0).isBlank()) {
            fields.put(BarField.DATE, 0);
        }
        Integer date = fields.get(BarField.DATE);
        boolean alone = date == null || !DAYS.contains(BarField.plain(header.get(date)));
        if (alone || date.equals(fields.get(BarField.TIME))) {
            fields.remove(BarField.TIME);
        }
        ONCE.forEach(field -> refuseDoubles(file, header, fields.get(field)));
        return fields;
    }

    private static void refuseDoubles(String file, List<String> header, Integer column) {
        if (column == null) {
            return;
        }
        String name = BarField.plain(header.get(column));
        List<String> same = header.stream()
                .filter(other -> BarField.plain(other).equals(name)
                        || other.matches("(?i)\\Q" + header.get(column) + "\\E\\.\\d+"))
                .toList();
        if (same.size() > 1) {
            throw new UserError(file + ":1: there are " + same.size() + " columns " + String.join(", ", same)
                    + ", and no line that says which symbol each is of; keep one, or name them with --header.");
        }
    }

    /**
     * What a column Index with numbers holds, which may be symbols, or count the rows.
     *
     * @throws UserError where its numbers may be both
     */
    private static Optional<String> index(String file, List<String> header, Map<BarField, Integer> fields, CsvRows rows)
            throws IOException {
        int column = fields.getOrDefault(BarField.SYMBOL, -1);
        if (column < 0 || !BarField.plain(header.get(column)).equals("index")) {
            return Optional.empty();
        }
        String name = header.get(column);
        List<CsvRow> ahead = new ArrayList<>();
        String first = index(column, rows, ahead);
        String second = index(column, rows, ahead);
        rows.unread(ahead);
        boolean alone = ahead.size() < 2;
        boolean number = INDEX.matcher(first).matches();
        if (!number && (alone || !INDEX.matcher(second).matches())) {
            return Optional.empty();
        }
        boolean both = number && INDEX.matcher(second).matches();
        boolean counts =
                both ? Math.abs(Long.parseLong(first) - Long.parseLong(second)) == 1 : alone && first.matches("[01]");
        if (!counts && !(both && first.equals(second))) {
            throw new UserError(
                    file + ":1: the numbers in the column " + name + " may be symbols, or count the rows; say"
                            + " which with --columns Symbol=" + name + " or --columns " + COUNTER + name + ".");
        }
        return Optional.of((counts ? COUNTER : "Symbol=") + name);
    }

    /** The cell of the next row that can be read; empty where there is none. */
    private static String index(int column, CsvRows rows, List<CsvRow> ahead) throws IOException {
        CsvRow next = rows.next();
        if (next != null) {
            ahead.add(next);
        }
        return next instanceof CsvRow.Good good ? good.cells().text(column).strip() : "";
    }

    /** Whether it is a date and one value, as FRED has its series. */
    private static boolean isSeries(List<String> header, Map<BarField, Integer> fields) {
        return header.size() == 2
                && fields.getOrDefault(BarField.DATE, -1) == 0
                && !header.get(0).isBlank()
                && fields.keySet().stream().allMatch(Set.of(BarField.DATE, BarField.CLOSE)::contains);
    }

    private static BarHeader series(String file, List<String> header) {
        Map<BarField, Integer> fields = new LinkedHashMap<>();
        fields.put(BarField.DATE, 0);
        PRICES.forEach(price -> fields.put(price, 1));
        String name = header.get(1).strip();
        return new BarHeader(
                "series of one value",
                Optional.empty(),
                fields,
                VALUE.matcher(name).matches() ? symbolOf(file) : name);
    }

    /** Several symbols side by side, or one in a header of several lines. */
    private static BarHeader levelled(String file, Levels levels, CsvRows rows) {
        List<String> names = levels.names();
        Set<String> symbols = levels.rows() == 1 ? levels.complete() : levels.distinct();
        int date = date(names);
        if (date < 0) {
            throw new UserError(file + ":1: there is no column of dates beside those of " + String.join(", ", symbols)
                    + "; its columns are " + rows.described(names) + ".");
        }
        if (symbols.size() == 1) {
            String symbol = symbols.iterator().next();
            List<String> own = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                boolean other = !levels.symbols().get(i).isEmpty()
                        && !levels.symbols().get(i).equals(symbol);
                own.add(i == date ? "Date" : other ? "" : names.get(i));
            }
            List<String> header = rows.header(own, levels.lines());
            Map<BarField, Integer> fields = fields(file, header);
            check(file, header, fields, rows);
            return new BarHeader("yfinance, one symbol", Optional.of(BarLayout.YAHOO), fields, symbol);
        }
        return sideBySide(file, levels, symbols, date, rows);
    }

    private static BarHeader sideBySide(String file, Levels levels, Set<String> symbols, int date, CsvRows rows) {
        List<BarField> own = List.of(
                BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE, BarField.ADJ_CLOSE, BarField.VOLUME);
        List<Unpivot.Side> sides = new ArrayList<>();
        for (String symbol : symbols) {
            List<Integer> cells =
                    own.stream().map(field -> levels.column(symbol, field)).toList();
            for (BarField price : PRICES) {
                if (cells.get(own.indexOf(price)) < 0) {
                    throw new UserError(file + ":1: there is no column " + name(price) + " of " + symbol + ".");
                }
            }
            sides.add(new Unpivot.Side(symbol, cells));
        }
        List<String> columns = List.of("Date", "Symbol", "Open", "High", "Low", "Close", "Adj Close", "Volume");
        List<String> header = rows.header(levels.names(), new Unpivot(columns, List.of(date), sides));
        return new BarHeader(
                "yfinance, " + symbols.size() + " symbols side by side",
                Optional.of(BarLayout.YAHOO),
                fields(file, header),
                "");
    }

    /** The column of dates among those that are of no symbol; the first one where none has a name. */
    private static int date(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (BarField.DATE.isCalled(names.get(i))) {
                return i;
            }
        }
        return names.get(0).isBlank() ? 0 : -1;
    }

    private static boolean has(List<String> header, List<BarField> fields) {
        return fields.stream().allMatch(field -> field.in(header) >= 0);
    }

    private static void check(String file, List<String> header, Map<BarField, Integer> fields, CsvRows rows) {
        for (BarField needed : List.of(BarField.DATE, BarField.OPEN, BarField.HIGH, BarField.LOW, BarField.CLOSE)) {
            if (fields.containsKey(needed)) {
                continue;
            }
            if (header.stream().noneMatch(column -> column.chars().anyMatch(Character::isLetter))) {
                throw new UserError(file + ":1: there is no header, the first row is one of numbers; say what the"
                        + " columns hold with --header, one of " + BarLayout.codes()
                        + " or their names, e.g. --header Date,Open,High,Low,Close,Volume.");
            }
            throw new UserError(file + ":1: there is no column " + name(needed) + "; its columns are "
                    + rows.described(header) + ". Say which ones hold what with --columns, e.g. --columns "
                    + name(needed) + "=" + example(header, fields) + ".");
        }
    }

    private static String example(List<String> header, Map<BarField, Integer> fields) {
        for (int i = 0; i < header.size(); i++) {
            if (!fields.containsValue(i) && !header.get(i).isBlank()) {
                return header.get(i);
            }
        }
        return "COLUMN";
    }

    private static String name(BarField field) {
        return field.name().charAt(0) + field.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The column of a field; -1 where there is none. */
    int column(BarField field) {
        return fields.getOrDefault(field, -1);
    }

    /** {@code data/AAPL.csv.gz} is AAPL. */
    static String symbolOf(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return name.replaceAll("(?i)(\\.(csv|tsv|txt|gz|zip|bz2|xz|zst))+$", "").toUpperCase(Locale.ROOT);
    }
}
