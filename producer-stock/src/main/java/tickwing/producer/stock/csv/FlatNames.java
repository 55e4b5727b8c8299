package tickwing.producer.stock.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of columns that hold field and symbol together: {@code Close_AAPL}, {@code AAPL Close}, {@code ('Close', 'AAPL')}.
 * Since symbols may be called {@code LOW} or {@code OPEN}, all columns of a file say which comes first.
 */
final class FlatNames {
    private static final String FIELD = "(adj[ _.]?close|open|high|low|close|volume)";
    private static final Pattern FIELD_FIRST = Pattern.compile("(?i)" + FIELD + "[ _.|:/-](\\S.*)");
    private static final Pattern SYMBOL_FIRST = Pattern.compile("(?i)(.*?\\S)[ _.|:/-]" + FIELD);
    private static final Pattern PAIR = Pattern.compile("\\('([^']*)', '([^']*)'\\)");
    /** What pandas calls a column whose name is there already. */
    private static final Pattern REPEATED = Pattern.compile("(?i)" + FIELD + "\\.\\d+");

    private FlatNames() {}

    /** Fields and symbols of the columns; null where not every price is named so. */
    static Levels of(List<String> header, String line) {
        Levels fieldFirst = levels(header, line, true);
        Levels symbolFirst = levels(header, line, false);
        Levels levels = columns(symbolFirst) > columns(fieldFirst) ? symbolFirst : fieldFirst;
        return columns(levels) == 0 ? null : levels;
    }

    /** How many columns are of symbols that have all prices. */
    private static long columns(Levels levels) {
        return levels.symbols().stream().filter(levels.complete()::contains).count();
    }

    private static Levels levels(List<String> header, String line, boolean fieldFirst) {
        List<String> names = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        for (String column : header) {
            String[] pair = pair(column.strip(), fieldFirst);
            names.add(pair == null ? column : pair[0]);
            symbols.add(pair == null ? "" : pair[1]);
        }
        return new Levels(names, symbols, line, 1);
    }

    /** Field and symbol; null where the name is none of both. */
    private static String[] pair(String column, boolean fieldFirst) {
        Matcher tuple = PAIR.matcher(column);
        if (tuple.matches()) {
            String field = tuple.group(fieldFirst ? 1 : 2);
            String symbol = tuple.group(fieldFirst ? 2 : 1);
            // That of the dates has no symbol.
            boolean is = field.matches("(?i)" + FIELD) || symbol.isEmpty();
            return is ? new String[] {field, symbol} : null;
        }
        if (REPEATED.matcher(column).matches()) {
            return null;
        }
        Matcher name = (fieldFirst ? FIELD_FIRST : SYMBOL_FIRST).matcher(column);
        return name.matches() ? new String[] {name.group(fieldFirst ? 1 : 2), name.group(fieldFirst ? 2 : 1)} : null;
    }
}
