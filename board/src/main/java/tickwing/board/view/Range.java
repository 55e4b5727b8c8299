package tickwing.board.view;

import java.time.LocalDate;
import java.util.Objects;

/** Which bars of a series. */
public sealed interface Range {
    /** All of them. */
    record All() implements Range {}

    /** @param bars the last so many; 1 or more */
    record Last(int bars) implements Range {
        public Last {
            if (bars < 1) {
                throw new IllegalArgumentException("the last bars must be at least 1, were " + bars);
            }
        }
    }

    /**
     * Those of some days, both ends included, by the exchange's local date.
     *
     * @param from {@link LocalDate#MIN} for no first day
     * @param to {@link LocalDate#MAX} for no last day
     */
    record Days(LocalDate from, LocalDate to) implements Range {
        public Days {
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
        }
    }
}
