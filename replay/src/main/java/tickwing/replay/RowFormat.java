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
     * @param rows the input from its start; its header has not been read
     * @param shiftDays how many days to move every date on
     * @throws UserError when the header is missing, or is none that this format knows
     */
    RowEncoder open(String name, CsvRows rows, int shiftDays) throws IOException;

    /** Turns the rows under one header into records. */
    @FunctionalInterface
    interface RowEncoder {
        Outcome encode(CsvRow.Good row);

        /**
         * Whether a record takes the place of an earlier one with the same key and {@linkplain Subject#identity identity},
         * as bars do; flights add up.
         */
        default boolean upserts() {
            return false;
        }

        /** What the header looks like, in a few words. */
        default String layout() {
            return "CSV";
        }

        /** The options that say how rows under this header are read, as on the command line; empty when none does. */
        default String options() {
            return "";
        }

        /** The file's name where it says something about its rows, such as the symbol; else empty. */
        default String name() {
            return "";
        }

        /** What {@link Subject#group} is, in the plural. */
        default String groups() {
            return "groups";
        }
    }
}
