package tickwing.producer.stock.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of columns that hold field and symbol together: {@code Close_AAPL}, {@code AAPL Close}, {@code ('Close', 'AAPL')}. */
final class FlatNames {
    private static final String FIELD = "(adj[ _.]?close|open|high|low|close|volume)";
    private static final Pattern FIELD_FIRST = Pattern.compile("(?i)" + FIELD + "[ _.|:/-](\\S.*)");
    private static final Pattern SYMBOL_FIRST = Pattern.compile("(?i)(.*\\S)[ _.|:/-]" + FIELD);
    private static final Pattern PAIR = Pattern.compile("\\('([^']*)', '([^']*)'\\)");

    private FlatNames() {}

    /** Fields and symbols of the columns; null where not every price is named so. */
    static Levels of(List<String> header, String line) {
        List<String> names = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        int found = 0;
        for (String column : header) {
            String[] pair = pair(column.strip());
            names.add(pair == null ? column : pair[0]);
            symbols.add(pair == null ? "" : pair[1]);
            found += pair == null ? 0 : 1;
        }
        return found < 2 ? null : new Levels(names, symbols, line, 1);
    }

    /** Field and symbol; null where the name is none of both. */
    private static String[] pair(String column) {
        Matcher tuple = PAIR.matcher(column);
        if (tuple.matches()) {
            boolean first = tuple.group(1).matches("(?i)" + FIELD);
            boolean second = tuple.group(2).matches("(?i)" + FIELD);
            if (first == second) {
                return tuple.group(2).isEmpty() ? new String[] {tuple.group(1), ""} : null;
            }
            return first
                    ? new String[] {tuple.group(1), tuple.group(2)}
                    : new String[] {tuple.group(2), tuple.group(1)};
        }
        Matcher field = FIELD_FIRST.matcher(column);
        if (field.matches() && !field.group(2).matches("(?i)" + FIELD + "|\\d+")) {
            return new String[] {field.group(1), field.group(2)};
        }
        Matcher symbol = SYMBOL_FIRST.matcher(column);
        return symbol.matches() ? new String[] {symbol.group(2), symbol.group(1)} : null;
    }
}
