package tickwing.board.flight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tickwing.board.Name;
import tickwing.board.view.Note;

/** All counts in one edition; immutable, for any thread. */
final class FlightContent {
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

    List<Note> leftOut() {
        return leftOut;
    }

    boolean isTheSameAs(FlightContent other) {
        return days == other.days && leftOut.equals(other.leftOut);
    }

    List<SealedDay> days() {
        return days;
    }

    /** The airlines, in alphabetical order, each with its number of flights. */
    synchronized List<Name> names() {
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
}
