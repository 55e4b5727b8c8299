package tickwing.replay.csv;

import java.util.List;
import java.util.stream.Collectors;
import tickwing.common.text.CsvCell;

/** Text as a row of CSV that {@link CsvRows} and every spreadsheet reads as what it was. */
public final class CsvLine {
    private CsvLine() {}

    /** A row of cells, each in quotes; without a line end. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvCell::quoted).collect(Collectors.joining(","));
    }
}
