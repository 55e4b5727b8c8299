package tickwing.replay;

import java.io.IOException;
import tickwing.common.error.UserError;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

/** What a producer makes of the rows of its files. */
@FunctionalInterface
public interface RowFormat {
    /**
     * Reads the header off the rows.
     *
     * @param name the input's name, for messages and for what a file name says
     * @throws UserError when the header is missing, or is none that this format knows
     */
    RowEncoder open(String name, CsvRows rows) throws IOException;

    /** Turns the rows under one header into records. */
    @FunctionalInterface
    interface RowEncoder {
        Outcome encode(CsvRow.Good row);
    }
}
