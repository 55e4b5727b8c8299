package tickwing.replay;

import java.io.IOException;
import java.util.List;
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

    /** Whether it looks for a column of this name: helps to tell the header, and what stands between its cells. */
    default boolean knows(String column) {
        return false;
    }

    /** How it reads rows, as far as that has been said. */
    default Reading reading() {
        return Reading.DEFAULT;
    }

    /** The same format, reading rows in another way. */
    default RowFormat with(Reading reading) {
        return this;
    }

    /**
     * Begins to settle how the rows of an input are read; reads the header off them.
     *
     * @param name as in {@link #open}
     * @throws UserError as {@link #open} does
     */
    default Settling settling(String name, CsvRows rows) throws IOException {
        return Settling.nothing(reading());
    }

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

        /** Whether the columns are there that {@linkplain Subject#identity tell} a row's flight or bar from all others. */
        default boolean knowsIdentity() {
            return true;
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

        /** What the user should know once all rows are read, in whole sentences; empty where there is nothing to say. */
        default List<String> remarks() {
            return List.of();
        }

        /** What {@link Subject#group} is, in the plural. */
        default String groups() {
            return "groups";
        }
    }
}
