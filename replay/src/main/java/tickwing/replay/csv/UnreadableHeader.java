package tickwing.replay.csv;

import java.io.IOException;

/** The first row of a file cannot be read, and so no row can; the message says why, as {@link CsvRow.Bad#detail} does. */
public final class UnreadableHeader extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    /** @param row the one that is the header */
    public UnreadableHeader(CsvRow.Bad row) {
        super(row.detail());
        line = row.line();
    }

    /** The line on which the row starts; 1 is the first of the file. */
    public long line() {
        return line;
    }
}
