package tickwing.producer.stock.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
     * @param first its first three rows, or as many as there are
     */
    static Levels of(List<CsvRow> first) {
        List<List<String>> cells = first.stream().map(Levels::cells).toList();
        if (cells.size() < 2
                || cells.get(0).size() < 2
                || cells.get(1).size() != cells.get(0).size()) {
            return null;
        }
        boolean fieldsFirst = areFields(cells.get(0), cells.get(1));
        if (!fieldsFirst && !areFields(cells.get(1), cells.get(0))) {
            return null;
        }
        List<String> fields = cells.get(fieldsFirst ? 0 : 1);
        List<String> tickers = cells.get(fieldsFirst ? 1 : 0);
        List<String> third = cells.size() > 2 ? cells.get(2) : List.of();
        int rows = namesDates(third) && third.size() == fields.size() ? 3 : 2;
        List<String> names = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (isField(fields.get(i))) {
                names.add(REPEATED.matcher(fields.get(i)).replaceFirst(""));
                symbols.add(REPEATED.matcher(tickers.get(i)).replaceFirst(""));
            } else {
                names.add(name(i, fields, tickers, rows == 3 ? third : List.of()));
                symbols.add("");
            }
        }
        return new Levels(names, symbols, lines(first.subList(0, rows)), rows);
    }

    /** Whether one line has fields, and the other, in the same places, what can be symbols. */
    private static boolean areFields(List<String> fields, List<String> tickers) {
        int found = 0;
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            String ticker = tickers.get(i);
            if (isField(field)) {
                if (ticker.isBlank() || NUMBER.matcher(ticker.strip()).matches() || isField(ticker) || isNaN(ticker)) {
                    return false;
                }
                found++;
            } else if (!isCorner(field) || !isCorner(ticker)) {
                return false;
            }
        }
        return found > 1;
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

    /** The symbols, each once. */
    Set<String> distinct() {
        Set<String> distinct = new LinkedHashSet<>(symbols);
        distinct.remove("");
        return distinct;
    }

    private static List<String> cells(CsvRow row) {
        return row instanceof CsvRow.Good good ? List.of(good.cells().texts()) : List.of();
    }

    private static String lines(List<CsvRow> rows) {
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(new String(row.raw(), StandardCharsets.UTF_8)));
        return String.join("\n", lines);
    }
}
