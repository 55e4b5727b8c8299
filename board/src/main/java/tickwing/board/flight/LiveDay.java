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
    private final Map<String, Counter> airlines = new HashMap<>(2);

    LiveDay(LocalDate date) {
        this.date = date;
    }

    void add(String airline) {
        Counter counter = airlines.get(airline);
        if (counter == null) {
            counter = new Counter();
            airlines.put(airline, counter);
        }
        counter.flights++;
    }

    SealedDay seal() {
        List<String> names = airlines.keySet().stream().sorted().toList();
        return new SealedDay(
                date,
                names,
                names.stream().mapToLong(name -> airlines.get(name).flights).toArray());
    }
}
