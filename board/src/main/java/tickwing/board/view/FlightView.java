package tickwing.board.view;

import java.util.Objects;
import java.util.Set;

/**
 * A measure of flights over time, one series for each name.
 *
 * @param names which ones, e.g. airlines by code; empty for those with most flights
 * @param top how many of those with most flights; 0 where names are given
 */
public record FlightView(Measure measure, Grouping by, Period per, Set<String> names, int top) implements View {
    public FlightView {
        Objects.requireNonNull(measure);
        Objects.requireNonNull(by);
        Objects.requireNonNull(per);
        names = Set.copyOf(names);
        if (names.isEmpty() == top < 1) {
            throw new IllegalArgumentException("either names or the top ones, was " + names + " and " + top);
        }
    }

    /** The named ones. */
    public static FlightView of(Measure measure, Grouping by, Period per, Set<String> names) {
        return new FlightView(measure, by, per, names, 0);
    }

    /** Those with most flights. */
    public static FlightView top(Measure measure, Grouping by, Period per, int top) {
        return new FlightView(measure, by, per, Set.of(), top);
    }
}
