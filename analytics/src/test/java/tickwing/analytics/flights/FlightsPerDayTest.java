package tickwing.analytics.flights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickwing.analytics.flights.FlightsPerDay.Count;
import tickwing.analytics.flights.FlightsPerDay.Room;

class FlightsPerDayTest {
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 31);
    private static final LocalDate SECOND = LocalDate.of(2014, 2, 1);

    private final FlightsPerDay flights = new FlightsPerDay(new Room(1_000, 100_000));

    private static final Set<String> ALL = Set.of(
            "AA", "DL", "UA", "WN", "A0", "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12",
            "A13");
    private static final Set<String> AIRLINES =
            IntStream.range(0, 40).mapToObj(i -> "A" + (10 + i)).collect(Collectors.toSet());

    @Test
    void keepsTheSameWhateverTheOrderWhereThereIsNoRoomForAll() {
        List<Count> all = new ArrayList<>();
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            all.add(new Count(FIRST.plusDays(random.nextInt(100)), "A" + (10 + random.nextInt(40)), 1));
        }
        for (Room room : List.of(new Room(30, 10_000), new Room(1_000, 333), new Room(10, 333), new Room(1, 1))) {
            List<Count> kept = firstOf(all, room);
            for (int seed = 0; seed < 20; seed++) {
                Collections.shuffle(all, new Random(seed));
                FlightsPerDay bounded = new FlightsPerDay(room);
                all.forEach(flight -> bounded.add(flight.date(), flight.airline()));
                assertEquals(kept, bounded.counts(AIRLINES));
                assertEquals(5_000 - kept.stream().mapToLong(Count::flights).sum(), bounded.leftOut());
            }
        }
    }

    /** The newest days that there is room for, and of the oldest of these the first airlines. */
    private static List<Count> firstOf(List<Count> flights, Room room) {
        TreeMap<LocalDate, TreeMap<String, Long>> days = new TreeMap<>();
        flights.forEach(
                f -> days.computeIfAbsent(f.date(), d -> new TreeMap<>()).merge(f.airline(), 1L, Long::sum));
        return days.descendingMap().entrySet().stream()
                .limit(room.days())
                .flatMap(day -> day.getValue().entrySet().stream()
                        .map(count -> new Count(day.getKey(), count.getKey(), count.getValue())))
                .limit(room.counts())
                .sorted(Comparator.comparing(Count::date).thenComparing(Count::airline))
                .toList();
    }

    @Test
    void listsCountsByDateThenByAirlineWhateverTheOrderOfArrival() {
        flights.add(SECOND, "AA");
        flights.add(FIRST, "UA");
        flights.add(FIRST, "AA");
        flights.add(FIRST, "UA");
        assertEquals(
                List.of(new Count(FIRST, "AA", 1), new Count(FIRST, "UA", 2), new Count(SECOND, "AA", 1)),
                flights.counts(ALL));
    }

    @Test
    void leavesOutDaysOnWhichAnAirlineDidNotFly() {
        flights.add(FIRST, "AA");
        flights.add(FIRST.plusDays(40), "AA");
        assertEquals(2, flights.counts(ALL).size());
    }

    @Test
    void ranksAirlinesByAllTheirFlightsAndEqualOnesByCode() {
        for (String airline : List.of("DL", "AA", "UA", "UA", "WN", "AA")) {
            flights.add(FIRST, airline);
        }
        flights.add(SECOND, "DL");
        assertEquals(List.of("AA", "DL", "UA"), flights.top(3));
        assertEquals(List.of("AA", "DL", "UA", "WN"), flights.top(100));
        assertEquals(List.of(), flights.top(0));
    }

    @Test
    void isEmptyBeforeTheFirstFlight() {
        assertEquals(List.of(), flights.counts(ALL));
        assertEquals(List.of(), flights.top(3));
    }

    @Test
    void losesNoFlightAmongMany() {
        Random random = new Random(1);
        Map<Count, Long> expected = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            LocalDate date = FIRST.plusDays(random.nextInt(365));
            String airline = "A" + random.nextInt(14);
            flights.add(date, airline);
            expected.merge(new Count(date, airline, 0), 1L, Long::sum);
        }
        Map<Count, Long> found = new HashMap<>();
        flights.counts(ALL).forEach(c -> found.put(new Count(c.date(), c.airline(), 0), c.flights()));
        assertEquals(expected, found);
    }
}
