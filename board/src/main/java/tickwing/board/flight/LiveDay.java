package tickwing.board.flight;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many flights each airline had on a day. Belongs to the reading thread. */
final class LiveDay {
    private static final class Counter {
        private long flights;
    }

    private final LocalDate date;
    /** Small to begin with: a day of which there are thousands may have but one airline. */
    private final Map<String, Counter> airlines = new HashMap<>(2);

    LiveDay(LocalDate date) {
        this.date = date;
    }

    int size() {
        return airlines.size();
    }

    /** Counts a flight of an airline that has had one; returns false for any other. */
    boolean addKnown(String airline) {
        Counter counter = airlines.get(airline);
        if (counter != null) {
            counter.flights++;
        }
        return counter != null;
    }

    void addFirst(String airline) {
        airlines.put(airline, new Counter());
        addKnown(airline);
    }

    List<String> names() {
        return airlines.keySet().stream().sorted().toList();
    }

    /** Returns how many flights go with it. */
    long remove(String airline) {
        return airlines.remove(airline).flights;
    }

    SealedDay seal() {
        List<String> names = names();
        return new SealedDay(
                date,
                names,
                names.stream().mapToLong(name -> airlines.get(name).flights).toArray());
    }
}
