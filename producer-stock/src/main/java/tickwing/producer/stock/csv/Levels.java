package tickwing.producer.stock.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tickwing.replay.csv.CsvRow;

/**
 * A header of several lines, as pandas writes that of a table with a column for each symbol and field: a line of fields and
 * one of symbols, in either order, and mostly a third one with the name of the dates' column.
 *
 * @param names each column's field, or its name where it has no symbol
 * @param symbols each column's symbol; empty where it has none
 * @param lines all of it, as it stands in the file, with LF between its lines
 * @param rows how many rows it is made of, 2 or 3
 */
record Levels(List<String> names, List<String> symbols, String lines, int rows) {
    private static final Set<String> FIELDS = Set.of(
            "open",
            "high",
            "low",
            "close",
            "adjclose",
            "volume",
            "dividends",
            "stocksplits",
            "capitalgains",
            "repaired?",
            "repaired");
    private static final Set<String> CORNERS =
            Set.of("", "price", "ticker", "tickers", "attributes", "symbols", "symbol");
    private static final Pattern NUMBER = Pattern.compile("[-+$]?[\\d.,]+([eE][-+]?\\d+)?%?");
    /** What pandas adds to the name of a column that is there already. */
    private static final Pattern REPEATED = Pattern.compile("\\.\\d+$");

    /**
     * The levels that a file begins with; null where its first row is all of its header.
     *
     * @param lines its first three rows, or as many as there are
     */
    static Levels of(List<CsvRow> lines) {
        List<List<String>> cells = lines.stream().map(Levels::cells).toList();
        if (cells.size() < 2
                || cells.get(0).size() < 2
                || cells.get(1).size() != cells.get(0).size()) {
            return null;
        }
        int first = fields(cells.get(0), cells.get(1));
        int second = fields(cells.get(1), cells.get(0));
        if (first == second) {
            return null;
        }
        boolean fieldsFirst = first > second;
        List<String> fields = cells.get(fieldsFirst ? 0 : 1);
        List<String> tickers = cells.get(fieldsFirst ? 1 : 0);
        List<String> third = cells.size() > 2 ? cells.get(2) : List.of();
        int rows = namesDates(third) && third.size() == fields.size() ? 3 : 2;
        List<String> names = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (isField(fields.get(i))) {
                names.add(REPEATED.matcher(fields.get(i)).replaceFirst(""));
                String base = REPEATED.matcher(tickers.get(i)).replaceFirst("");
                symbols.add(tickers.contains(base) ? base : tickers.get(i));
            } else {
                names.add(name(i, fields, tickers, rows == 3 ? third : List.of()));
                symbols.add("");
            }
        }
        return new Levels(names, symbols, text(lines.subList(0, rows)), rows);
    }

    /**
     * How many different fields one line has where the other has, in the same places, what can be symbols; 0 where one of
     * the two has something else. Symbols may be called as fields are, and be numbers; but then they have several columns.
     */
    private static int fields(List<String> fields, List<String> tickers) {
        Set<String> found = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            String ticker = tickers.get(i).strip();
            if (isField(fields.get(i))) {
                boolean likely = !isField(ticker) && !NUMBER.matcher(ticker).matches();
                boolean several = Collections.frequency(tickers, tickers.get(i)) > 1;
                if (ticker.isEmpty() || isNaN(ticker) || !likely && !several || ticker.matches(".*\\d[.,]\\d.*")) {
                    return 0;
                }
                found.add(BarField.plain(REPEATED.matcher(fields.get(i)).replaceFirst("")));
            } else if (!isCorner(fields.get(i)) || !isCorner(ticker)) {
                return 0;
            }
        }
        return found.size() > 1 ? found.size() : 0;
    }

    private static boolean isNaN(String cell) {
        return cell.strip().equalsIgnoreCase("nan") || cell.strip().equalsIgnoreCase("null");
    }

    private static boolean isField(String cell) {
        return FIELDS.contains(BarField.plain(REPEATED.matcher(cell).replaceFirst("")));
    }

    /** What can stand where there is neither field nor symbol. */
    private static boolean isCorner(String cell) {
        return CORNERS.contains(cell.strip().toLowerCase(Locale.ROOT))
                || BarField.DATE.isCalled(cell)
                || cell.startsWith("Unnamed:");
    }

    /** Whether a line has the name of the dates' column, and nothing else. */
    private static boolean namesDates(List<String> line) {
        List<String> named = line.stream().filter(cell -> !cell.isBlank()).toList();
        return named.size() == 1 && BarField.DATE.isCalled(named.get(0));
    }

    private static String name(int column, List<String> fields, List<String> tickers, List<String> third) {
        for (List<String> line : List.of(third, fields, tickers)) {
            if (column < line.size() && BarField.DATE.isCalled(line.get(column))) {
                return line.get(column).strip();
            }
        }
        return "";
    }

    /** Those of the symbols that have all prices. */
    Set<String> complete() {
        return distinct().stream()
                .filter(symbol -> BarColumns.prices().stream().allMatch(price -> column(symbol, price) >= 0))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The column of a symbol's field; -1 where there is none. */
    int column(String symbol, BarField field) {
        for (int i = 0; i < names.size(); i++) {
            if (symbols.get(i).equals(symbol) && field.isCalled(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The symbols, each once. */
    Set<String> distinct() {
        Set<String> distinct = new LinkedHashSet<>(symbols);
        distinct.remove("");
        return distinct;
    }

    private static List<String> cells(CsvRow row) {
        return row instanceof CsvRow.Good good ? List.of(good.cells().texts()) : List.of();
    }

    private static String text(List<CsvRow> rows) {
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(new String(row.raw(), StandardCharsets.UTF_8)));
        return String.join("\n", lines);
    }
}
