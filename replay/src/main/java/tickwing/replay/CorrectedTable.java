package tickwing.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tickwing.common.error.UserError;
import tickwing.common.kafka.WaitingLetters.Address;
import tickwing.common.text.CsvCell;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.csv.UnreadableHeader;

/**
 * Corrected rows as CSV, in one of two forms: the very table that {@link LetterTable} writes, with its {@code raw} column
 * corrected and other columns of it left out or not, in any order; or {@code file,line}, then the columns of the file.
 */
final class CorrectedTable {
    private static final String EXPECTED = "The corrected rows need a header: file,line,raw as in the list of dead"
            + " letters, or file,line, then the columns of the file.";

    private final CsvRows rows;
    private final int file;
    private final int line;
    /** -1 where rows stand cell by cell. */
    private final int raw;

    private final Optional<String> header;

    private CorrectedTable(CsvRows rows, List<String> columns) {
        this.rows = rows;
        if (Set.copyOf(LetterTable.COLUMNS).containsAll(columns)
                && columns.containsAll(List.of("file", "line", "raw"))) {
            file = columns.indexOf("file");
            line = columns.indexOf("line");
            raw = columns.indexOf("raw");
            header = Optional.empty();
        } else if (columns.size() > 2 && columns.subList(0, 2).equals(List.of("file", "line"))) {
            file = 0;
            line = 1;
            raw = -1;
            header = Optional.of(CsvCell.quoted(columns.subList(2, columns.size())));
        } else {
            throw new UserError(EXPECTED);
        }
    }

    /**
     * Reads the table's header.
     *
     * @param in UTF-8; not closed
     * @throws UserError when it is in neither form
     */
    static CorrectedTable open(InputStream in) throws IOException {
        try {
            CsvRows rows = new CsvRows(in);
            List<String> columns = rows.header();
            if (columns == null) {
                throw new UserError(EXPECTED);
            }
            return new CorrectedTable(rows, columns);
        } catch (UnreadableHeader e) {
            throw new UserError("corrected rows:" + e.line() + ": " + e.getMessage() + ".", e);
        }
    }

    /** The header of the rows as CSV; empty where it is that of the file they came from. */
    Optional<String> header() {
        return header;
    }

    /** The next row of the table; null at its end. */
    CsvRow next() throws IOException {
        return rows.next();
    }

    /** What the dead letter goes by, as it stands there. */
    String letter(String[] cells) {
        return cells[file] + ":" + cells[line];
    }

    /** Which dead letter it is; empty when the line is no number. */
    Optional<Address> address(String[] cells) {
        return cells[line].matches("\\d{1,18}")
                ? Optional.of(new Address(cells[file], Long.parseLong(cells[line])))
                : Optional.empty();
    }

    /** The corrected row as CSV. */
    String row(String[] cells) {
        return raw >= 0 ? cells[raw] : CsvCell.quoted(Arrays.asList(cells).subList(2, cells.length));
    }
}
