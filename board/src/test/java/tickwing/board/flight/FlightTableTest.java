package tickwing.board.flight;

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
import tickwing.board.view.FlightView;
import tickwing.board.view.Grouping;
import tickwing.board.view.Measure;
import tickwing.board.view.Note;
import tickwing.board.view.Period;
import tickwing.common.flight.Flight;
import tickwing.common.kafka.ReaderStatus;

class FlightTableTest {
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 31);
    private static final LocalDate SECOND = LocalDate.of(2014, 2, 1);

    private record Count(LocalDate date, String airline, long flights) {}

    private final FlightBoard flights = new FlightBoard(Set.of(), new FlightRoom(1_000, 100_000));

    private static void add(FlightBoard board, LocalDate date, String airline) {
        board.accept(new Flight(date, airline), 0);
    }

    private static FlightContent content(FlightBoard board) {
        board.publish(ReaderStatus.NONE);
        return board.edition().content();
    }

    private static List<Count> counts(FlightBoard board, FlightView view) {
        List<Count> counts = new ArrayList<>();
        content(board)
                .table(view)
                .forEachRemaining(row ->
                        row.flights().forEach((airline, count) -> counts.add(new Count(row.start(), airline, count))));
        return counts;
    }

    private static List<Count> counts(FlightBoard board, Set<String> airlines) {
        return counts(board, FlightView.of(Measure.FLIGHTS, Grouping.AIRLINE, Period.DAY, airlines));
    }

    private static FlightView top(Period per, int top) {
        return FlightView.top(Measure.FLIGHTS, Grouping.AIRLINE, per, top);
    }

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
        for (FlightRoom room : List.of(
                new FlightRoom(30, 10_000),
                new FlightRoom(1_000, 333),
                new FlightRoom(10, 333),
                new FlightRoom(1, 1))) {
            List<Count> kept = firstOf(all, room);
            for (int seed = 0; seed < 20; seed++) {
                Collections.shuffle(all, new Random(seed));
                FlightBoard bounded = new FlightBoard(Set.of(), room);
                all.forEach(flight -> add(bounded, flight.date(), flight.airline()));
                assertEquals(kept, counts(bounded, AIRLINES));
                long leftOut = 5_000 - kept.stream().mapToLong(Count::flights).sum();
                assertEquals(
                        List.of(new Note.FlightsLeftOut(leftOut, room.days(), room.counts())),
                        content(bounded).leftOut());
            }
        }
    }

    /** The newest days that there is room for, and of the oldest of these the first airlines. */
    private static List<Count> firstOf(List<Count> flights, FlightRoom room) {
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
        add(flights, SECOND, "AA");
        add(flights, FIRST, "UA");
        add(flights, FIRST, "AA");
        add(flights, FIRST, "UA");
        assertEquals(
                List.of(new Count(FIRST, "AA", 1), new Count(FIRST, "UA", 2), new Count(SECOND, "AA", 1)),
                counts(flights, ALL));
    }

    @Test
    void leavesOutDaysOnWhichAnAirlineDidNotFly() {
        add(flights, FIRST, "AA");
        add(flights, FIRST.plusDays(40), "AA");
        assertEquals(2, counts(flights, ALL).size());
    }

    @Test
    void ranksAirlinesByAllTheirFlightsAndEqualOnesByCode() {
        for (String airline : List.of("DL", "AA", "UA", "UA", "WN", "AA")) {
            add(flights, FIRST, airline);
        }
        add(flights, SECOND, "DL");
        assertEquals(List.of("AA", "DL", "UA"), content(flights).shown(top(Period.DAY, 3)));
        assertEquals(List.of("AA", "DL", "UA", "WN"), content(flights).shown(top(Period.DAY, 100)));
    }

    @Test
    void isEmptyBeforeTheFirstFlight() {
        assertEquals(List.of(), counts(flights, ALL));
        assertEquals(List.of(), content(flights).shown(top(Period.DAY, 3)));
    }

    @Test
    void losesNoFlightAmongMany() {
        Random random = new Random(1);
        Map<Count, Long> expected = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            LocalDate date = FIRST.plusDays(random.nextInt(365));
            String airline = "A" + random.nextInt(14);
            add(flights, date, airline);
            expected.merge(new Count(date, airline, 0), 1L, Long::sum);
        }
        Map<Count, Long> found = new HashMap<>();
        counts(flights, ALL).forEach(c -> found.put(new Count(c.date(), c.airline(), 0), c.flights()));
        assertEquals(expected, found);
    }

    @Test
    void sumsUpPeriodsInWhichAnyOfItsAirlinesFlew() {
        add(flights, FIRST, "AA");
        add(flights, FIRST.plusDays(1), "DL");
        add(flights, FIRST.plusDays(2), "AA");
        add(flights, FIRST.plusYears(1), "AA");
        add(flights, FIRST.plusYears(2), "DL");
        assertEquals(
                List.of(
                        new Count(LocalDate.of(2014, 1, 1), "AA", 1),
                        new Count(LocalDate.of(2014, 2, 1), "AA", 1),
                        new Count(LocalDate.of(2015, 1, 1), "AA", 1)),
                counts(flights, top(Period.MONTH, 1)));
        assertEquals(
                List.of(
                        new Count(LocalDate.of(2014, 1, 1), "AA", 2),
                        new Count(LocalDate.of(2014, 1, 1), "DL", 1),
                        new Count(LocalDate.of(2015, 1, 1), "AA", 1),
                        new Count(LocalDate.of(2016, 1, 1), "DL", 1)),
                counts(flights, top(Period.YEAR, 2)));
    }
}
