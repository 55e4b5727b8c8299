package tickwing.analytics.flights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many flights each airline had on each day. Depends on the set of flights, never on their order, also where there is
 * no room for all: then the newest days are kept, and of the oldest of these the first airlines by code. A count that is
 * kept in the end was kept from the beginning: what had to make room for others never finds room again. Not safe for use by several threads.
 */
public final class FlightsPerDay {
    /**
     * How many flights an airline had on a day.
     *
     * @param flights 1 or more
     */
    public record Count(LocalDate date, String airline, long flights) {}

    /**
     * What there is room for.
     *
     * @param days how many days; 1 or more
     * @param counts how many pairs of a day and an airline; 1 or more
     */
    public record Room(int days, int counts) {}

    private static final class Counter {
        private long flights;
    }

    private final Room room;
    private final Map<LocalDate, Map<String, Counter>> days = new HashMap<>();
    private int counts;
    private long leftOut;

    public FlightsPerDay(Room room) {
        this.room = room;
    }

    /** Counts one flight. */
    public void add(LocalDate date, String airline) {
        Map<String, Counter> day = days.get(date);
        Counter counter = day == null ? null : day.get(airline);
        if (counter == null) {
            makeRoom();
            counter = new Counter();
            put(date, airline, counter);
        }
        counter.flights++;
    }

    /** For many at a time, since the days have to be sorted first. */
    private void makeRoom() {
        if (counts > room.counts + room.counts / 8 || days.size() > room.days + room.days / 4) {
            trim();
        }
    }

    private void put(LocalDate date, String airline, Counter counter) {
        // Small to begin with: a day of which there are thousands may have but one airline.
        days.computeIfAbsent(date, d -> new HashMap<>(2)).put(airline, counter);
        counts++;
    }

    private void trim() {
        if (counts <= room.counts && days.size() <= room.days) {
            return;
        }
        List<LocalDate> newestFirst = new ArrayList<>(days.keySet());
        newestFirst.sort(Comparator.reverseOrder());
        int left = room.counts;
        for (int i = 0; i < newestFirst.size(); i++) {
            LocalDate date = newestFirst.get(i);
            int most = i < room.days ? left : 0;
            int has = days.get(date).size();
            if (has > most) {
                cut(date, most);
                // Nothing of the days before it, however few airlines they have.
                left = 0;
            } else {
                left -= has;
            }
        }
    }

    /** Leaves a day its first airlines. */
    private void cut(LocalDate date, int most) {
        Map<String, Counter> day = days.get(date);
        List<String> airlines = day.keySet().stream().sorted().toList();
        for (String airline : airlines.subList(most, airlines.size())) {
            leftOut += day.remove(airline).flights;
        }
        counts -= airlines.size() - most;
        if (day.isEmpty()) {
            days.remove(date);
        }
    }

    /** How many flights there was no room for. */
    public long leftOut() {
        trim();
        return leftOut;
    }

    /** All counts of some airlines, by date, then by airline. */
    public List<Count> counts(Set<String> airlines) {
        trim();
        List<Count> found = new ArrayList<>();
        days.keySet().stream()
                .sorted()
                .forEach(date -> days.get(date).entrySet().stream()
                        .filter(count -> airlines.contains(count.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(count -> found.add(new Count(date, count.getKey(), count.getValue().flights))));
        return found;
    }

    /** The airlines with most flights in all, most first, at most {@code n}; equal ones in order of their codes. */
    public List<String> top(int n) {
        trim();
        Map<String, Counter> airlines = new HashMap<>();
        for (Map<String, Counter> day : days.values()) {
            day.forEach((airline, counter) ->
                    airlines.computeIfAbsent(airline, a -> new Counter()).flights += counter.flights);
        }
        return airlines.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Counter> e) -> -e.getValue().flights)
                        .thenComparing(Map.Entry::getKey))
                .limit(n)
                .map(Map.Entry::getKey)
                .toList();
    }
}
