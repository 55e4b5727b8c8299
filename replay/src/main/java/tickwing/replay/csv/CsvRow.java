package tickwing.replay.csv;

import tickwing.common.text.Cells;

/** One row of a CSV file, readable or not. */
public sealed interface CsvRow {
    /** The line on which the row starts; 1 is the first of the file. */
    long line();

    /** The row as it stood in the file, without the line end behind it. */
    byte[] raw();

    /**
     * A row with as many cells as the header has columns.
     *
     * @param cells unquoted
     */
    record Good(long line, byte[] raw, Cells cells) implements CsvRow {}

    /**
     * A row that cannot be read.
     *
     * @param kind what is wrong, without any value of the row
     * @param detail one phrase for the person who has to mend it
     */
    record Bad(long line, byte[] raw, String kind, String detail) implements CsvRow {}
}
