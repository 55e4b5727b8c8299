package tickwing.replay.csv;

import tickwing.common.text.Cells;

/** One row of a CSV file, readable or not. */
public sealed interface CsvRow {
    /** The line on which the row starts; 1 is the first of the file. */
    long line();

    /** The row as it stood in the file, without the line end behind it. */
    byte[] raw();

    /** Which of the rows in its line it is; empty where it is the only one. */
    default String side() {
        return "";
    }

    /** What dead letters call the row's file: no two rows have the same name and line. */
    default String in(String file) {
        return side().isEmpty() ? file : file + " (" + side() + ")";
    }

    /**
     * A row with as many cells as the header has columns.
     *
     * @param cells unquoted
     */
    record Good(long line, byte[] raw, Cells cells, String side) implements CsvRow {
        /** The only row of its line. */
        public Good(long line, byte[] raw, Cells cells) {
            this(line, raw, cells, "");
        }
    }

    /**
     * A row that cannot be read.
     *
     * @param kind what is wrong, without any value of the row
     * @param detail one phrase for the person who has to mend it
     */
    record Bad(long line, byte[] raw, String kind, String detail) implements CsvRow {}
}
