package tickwing.analytics.flights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts flights by day and airline. Not safe for use by several threads. */
public final class FlightsPerDay {
    /**
     * How many flights an airline had on a day.
     *
     * @param flights 1 or more
     */
    public record Count(LocalDate date, String airline, long flights) {}

    private static final class Counter {
        private long flights;
    }

    private final Map<LocalDate, Map<String, Counter>> days = new HashMap<>();
    private final Map<String, Counter> airlines = new HashMap<>();

    /** Counts one flight. */
    public void add(LocalDate date, String airline) {
        days.computeIfAbsent(date, d -> new HashMap<>()).computeIfAbsent(airline, a -> new Counter()).flights++;
        airlines.computeIfAbsent(airline, a -> new Counter()).flights++;
    }

    /** All counts, by date, then by airline. */
    public List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        new TreeMap<>(days)
                .forEach((date, day) -> new TreeMap<>(day)
                        .forEach((airline, counter) -> counts.add(new Count(date, airline, counter.flights))));
        return counts;
    }

    /** The airlines with most flights in all, most first, at most {@code n}; equal ones in order of their codes. */
    public List<String> top(int n) {
        return airlines.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Counter> e) -> -e.getValue().flights)
                        .thenComparing(Map.Entry::getKey))
                .limit(n)
                .map(Map.Entry::getKey)
                .toList();
    }
}
