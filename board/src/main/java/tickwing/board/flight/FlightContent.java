package tickwing.board.flight;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tickwing.board.Name;
import tickwing.board.view.FlightView;
import tickwing.board.view.Note;

/** All counts in one edition; immutable, for any thread, for as long as somebody holds it. */
public final class FlightContent {
    static final FlightContent EMPTY = new FlightContent(List.of(), List.of());

    private final List<SealedDay> days;
    private final List<Note> leftOut;
    /** Worked out by the first who asks. */
    private List<Name> names;

    /**
     * @param days in order of time
     * @param leftOut what there is no room for
     */
    FlightContent(List<SealedDay> days, List<Note> leftOut) {
        this.days = days;
        this.leftOut = leftOut;
    }

    /** What there is no room for; empty when there is room for all. */
    public List<Note> leftOut() {
        return leftOut;
    }

    boolean isTheSameAs(FlightContent other) {
        return days == other.days && leftOut.equals(other.leftOut);
    }

    List<SealedDay> days() {
        return days;
    }

    /** The airlines, in alphabetical order, each with its number of flights. */
    public synchronized List<Name> names() {
        if (names == null) {
            Map<String, Long> flights = new HashMap<>();
            for (SealedDay day : days) {
                for (int i = 0; i < day.flights().length; i++) {
                    flights.merge(day.airlines().get(i), day.flights()[i], Long::sum);
                }
            }
            names = flights.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> new Name(entry.getKey(), entry.getValue()))
                    .toList();
        }
        return names;
    }

    /**
     * The names that a view is of, in the order in which they are shown: those it names, also where there are no flights of
     * them, or those with most flights.
     */
    public List<String> shown(FlightView view) {
        if (!view.names().isEmpty()) {
            return view.names().stream().sorted().toList();
        }
        return names().stream()
                .sorted(Comparator.comparingLong((Name name) -> -name.count()).thenComparing(Name::name))
                .limit(view.top())
                .map(Name::name)
                .toList();
    }

    /** The counts of a view, period by period: no more of them than one period has are ever made. */
    public FlightTable table(FlightView view) {
        return new FlightTable(view.per(), days, Set.copyOf(shown(view)));
    }
}
