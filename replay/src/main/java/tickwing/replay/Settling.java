package tickwing.replay;

import java.util.List;
import tickwing.common.error.UserError;
import tickwing.replay.csv.CsvRow;

/** Settles, from the first rows of an input, how all of them are to be read. */
public interface Settling {
    /** What further rows are needed for. */
    enum Need {
        /** Nothing: no further row changes what is settled. */
        NOTHING,
        /** It can be settled as it is, but further rows may make it certain. */
        CERTAINTY,
        /** It cannot be settled yet. */
        DECISION
    }

    /**
     * What was settled.
     *
     * @param reading options that say so; those that the user has given among them
     * @param facts the same for people and reports, and from what it was settled
     */
    record Settled(Reading reading, List<Fact> facts) {}

    /** Takes a row into account. */
    void row(CsvRow.Good row);

    Need need();

    /** @throws UserError when the rows do not say, or contradict what the user has said */
    Settled settle();

    /** For formats that read all files in one way. */
    static Settling nothing(Reading reading) {
        return new Settling() {
            @Override
            public void row(CsvRow.Good row) {
                // Settles nothing.
            }

            @Override
            public Need need() {
                return Need.NOTHING;
            }

            @Override
            public Settled settle() {
                return new Settled(reading, List.of());
            }
        };
    }
}
