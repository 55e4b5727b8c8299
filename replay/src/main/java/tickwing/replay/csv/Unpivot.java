package tickwing.replay.csv;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tickwing.common.text.Cells;
import tickwing.common.text.CsvCell;

/**
 * How lines that hold several rows side by side are taken apart, as pandas' {@code stack} does it: each becomes a row for
 * each side, with the side's name in a column of its own. A side with nothing in its cells makes no row.
 *
 * @param columns what the columns of the rows are called: those that all sides have, then {@code name}, then each side's own
 * @param shared where in a line the cells are that all sides have
 * @param sides the sides, each with its name
 */
public record Unpivot(List<String> columns, List<Integer> shared, List<Side> sides) {
    /**
     * One of the rows in a line.
     *
     * @param cells where in the line they are; -1 for one that this side lacks
     */
    public record Side(String name, List<Integer> cells) {}

    public Unpivot {
        columns = List.copyOf(columns);
        shared = List.copyOf(shared);
        sides = List.copyOf(sides);
    }

    List<CsvRow> rows(CsvRow.Good line) {
        List<CsvRow> rows = new ArrayList<>();
        for (Side side : sides) {
            boolean any = side.cells().stream()
                    .anyMatch(cell -> cell >= 0 && !isNothing(line.cells().text(cell)));
            if (any) {
                rows.add(row(line, side));
            }
        }
        return rows;
    }

    private static boolean isNothing(String cell) {
        return cell.isBlank() || cell.strip().equalsIgnoreCase("NaN") || Cells.isMissing(cell.strip());
    }

    private CsvRow row(CsvRow.Good line, Side side) {
        String[] texts = new String[columns.size()];
        int at = 0;
        for (int cell : shared) {
            texts[at++] = line.cells().text(cell);
        }
        texts[at++] = side.name();
        for (int cell : side.cells()) {
            texts[at++] = cell < 0 ? "" : line.cells().text(cell);
        }
        // With few quotes: of a line that is cut off, the last row is the beginning of what it will be.
        byte[] raw = Arrays.stream(texts)
                .map(CsvCell::of)
                .collect(Collectors.joining(","))
                .getBytes(StandardCharsets.UTF_8);
        return new CsvRow.Good(line.line(), raw, Cells.of(texts), side.name());
    }

    /** Reads a row that has been taken apart before. */
    CsvRow row(long line, byte[] raw) {
        CsvRows rows = new CsvRows(new ByteArrayInputStream(raw));
        rows.header(columns);
        return rows.row(line, raw);
    }
}
