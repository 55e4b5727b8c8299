package tickwing.topics;

import java.util.ArrayList;
import java.util.List;
import tickwing.common.text.Printable;

/** Rows of cells that stand below each other. A cell takes one line, whatever it holds. */
final class TextTable {
    /** Where the cells of a column stand. */
    enum Align {
        LEFT,
        RIGHT
    }

    /** A column. */
    record Column(String head, Align align) {
        static Column text(String head) {
            return new Column(head, Align.LEFT);
        }

        static Column number(String head) {
            return new Column(head, Align.RIGHT);
        }
    }

    private static final String BETWEEN = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    void add(List<String> cells) {
        rows.add(cells.stream().map(Printable::of).toList());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, the first of which has the heads. */
    List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(columns.stream().map(Column::head).toList());
        all.addAll(rows);
        int[] widths = new int[columns.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - width(row.get(i)));
            line.append(i == 0 ? "" : BETWEEN)
                    .append(columns.get(i).align() == Align.LEFT ? row.get(i) + space : space + row.get(i));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
