package tickwing.board.flight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickwing.board.Name;
import tickwing.board.edition.Subscription;
import tickwing.board.view.Axis;
import tickwing.board.view.Delta;
import tickwing.board.view.FlightView;
import tickwing.board.view.Grouping;
import tickwing.board.view.Measure;
import tickwing.board.view.Note;
import tickwing.board.view.Period;
import tickwing.board.view.Series;
import tickwing.board.view.Snapshot;
import tickwing.board.view.Update;
import tickwing.common.flight.Flight;
import tickwing.common.kafka.ReaderStatus;

class FlightBoardTest {
    private static final LocalDate START = LocalDate.of(2014, 1, 30);
    private static final FlightRoom ROOM = new FlightRoom(1_000, 10_000);

    private final FlightBoard board = new FlightBoard(Set.of(), ROOM);

    private static FlightView top(Period per, int top) {
        return FlightView.top(Measure.FLIGHTS, Grouping.AIRLINE, per, top);
    }

    private static void fly(FlightBoard board, int day, String airline, int flights) {
        for (int i = 0; i < flights; i++) {
            board.accept(new Flight(START.plusDays(day), airline), 0);
        }
    }

    private static Snapshot whole(FlightBoard board, FlightView view) {
        try (Subscription subscription = board.subscribe(view)) {
            return whole(subscription.next());
        }
    }

    private static Snapshot whole(Optional<Update> update) {
        return assertInstanceOf(Update.Whole.class, update.orElseThrow()).snapshot();
    }

    private static List<String> names(Snapshot snapshot) {
        return snapshot.panes().get(0).series().stream().map(Series::name).toList();
    }

    @Test
    void sumsUpFlightsOfTheBusiestAirlines() {
        fly(board, 0, "AA", 2);
        fly(board, 3, "AA", 1);
        fly(board, 4, "DL", 4);
        fly(board, 4, "ZZ", 1);
        board.publish(ReaderStatus.NONE);
        Snapshot days = whole(board, top(Period.DAY, 2));
        assertEquals(List.of("DL", "AA"), names(days));
        assertArrayEquals(
                new double[] {2, 1, Double.NaN},
                days.panes().get(0).series().get(1).values());
        Snapshot months = whole(board, top(Period.MONTH, 2));
        assertEquals(LocalDate.of(2014, 2, 1), months.axis().time(1).date());
        assertArrayEquals(
                new double[] {2, 1}, months.panes().get(0).series().get(1).values());
        Snapshot years = whole(board, top(Period.YEAR, 1));
        assertArrayEquals(new double[] {4}, years.panes().get(0).series().get(0).values());
        assertEquals(List.of(new Name("AA", 3), new Name("DL", 4), new Name("ZZ", 1)), board.names());
    }

    @Test
    void saysWhichAirlinesHaveNoFlights() {
        fly(board, 0, "AA", 1);
        board.publish(ReaderStatus.NONE);
        Snapshot snapshot =
                whole(board, FlightView.of(Measure.FLIGHTS, Grouping.AIRLINE, Period.DAY, Set.of("AA", "ZZ", "BB")));
        assertEquals(List.of("AA"), names(snapshot));
        assertEquals(List.of(new Note.NoFlights("BB"), new Note.NoFlights("ZZ")), snapshot.notes());
    }

    @Test
    void bringsDeltasWhileTheSameAirlinesAreShownAndAWholeSnapshotWhenOthersAre() {
        for (int day = 0; day < 10; day++) {
            fly(board, day, "AA", 2);
            fly(board, day, "DL", 1);
        }
        board.publish(ReaderStatus.NONE);
        Subscription subscription = board.subscribe(top(Period.DAY, 1));
        Snapshot seen = whole(subscription.next());
        fly(board, 9, "AA", 1);
        fly(board, 10, "AA", 1);
        board.publish(ReaderStatus.NONE);
        Delta delta = assertInstanceOf(Delta.class, subscription.next().orElseThrow());
        assertEquals(9, delta.from());
        assertEquals(2, delta.axis().size());
        assertEquals(whole(board, top(Period.DAY, 1)), seen.with(delta));
        fly(board, 5, "DL", 50);
        board.publish(ReaderStatus.NONE);
        assertEquals(List.of("DL"), names(whole(subscription.next())));
    }

    @Test
    void deltasGiveWhatAWholeSnapshotDoesAndOrderDoesNotMatter() {
        Random random = new Random(4);
        List<Flight> flights = new ArrayList<>();
        Subscription subscription = board.subscribe(top(Period.DAY, 3));
        Snapshot seen = whole(subscription.next());
        int deltas = 0;
        for (int edition = 0; edition < 200; edition++) {
            for (int i = random.nextInt(30); i >= 0; i--) {
                int day = Math.max(0, edition - random.nextInt(1 + random.nextInt(20)));
                Flight flight = new Flight(START.plusDays(day), "" + (char) ('A' + random.nextInt(6)));
                flights.add(flight);
                board.accept(flight, 0);
            }
            board.publish(ReaderStatus.NONE);
            Update update = subscription.next().orElseThrow();
            deltas += update instanceof Delta ? 1 : 0;
            seen = update instanceof Delta delta ? seen.with(delta) : ((Update.Whole) update).snapshot();
            assertEquals(whole(board, top(Period.DAY, 3)), seen);
        }
        assertTrue(deltas > 50, "only " + deltas + " deltas");
        Collections.shuffle(flights, random);
        FlightBoard shuffled = new FlightBoard(Set.of(), ROOM);
        flights.forEach(flight -> shuffled.accept(flight, 0));
        shuffled.publish(ReaderStatus.NONE);
        assertTrue(seen.showsTheSameAs(whole(shuffled, top(Period.DAY, 3))));
    }

    @Test
    void isEmptyAgainWhenTheTopicIsMadeAnew() {
        fly(board, 0, "AA", 5);
        board.publish(ReaderStatus.NONE);
        Subscription subscription = board.subscribe(top(Period.DAY, 1));
        whole(subscription.next());
        board.clear();
        fly(board, 1, "AA", 1);
        board.publish(ReaderStatus.NONE);
        Snapshot anew = whole(subscription.next());
        assertEquals(new Axis.Days(new long[] {START.plusDays(1).toEpochDay()}), anew.axis());
        assertEquals(List.of(new Name("AA", 1)), board.names());
    }

    @Test
    void countsOnlyTheAirlinesThatAreWanted() {
        FlightBoard some = new FlightBoard(Set.of("AA"), ROOM);
        fly(some, 0, "AA", 2);
        fly(some, 0, "DL", 2);
        some.publish(ReaderStatus.NONE);
        assertEquals(List.of(new Name("AA", 2)), some.names());
    }

    @Test
    void keepsTheNewestDaysWhateverTheOrderAndSaysHowMuchIsLeftOut() {
        List<Flight> flights = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            for (int i = 0; i < 8; i++) {
                flights.add(new Flight(START.plusDays(day), "" + (char) ('A' + i % 4)));
            }
        }
        FlightRoom room = new FlightRoom(100, 10);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(flights, new Random(seed));
            FlightBoard small = new FlightBoard(Set.of(), room);
            flights.forEach(flight -> small.accept(flight, 0));
            small.publish(ReaderStatus.NONE);
            Snapshot snapshot = whole(small, top(Period.DAY, 9));
            assertEquals(3, snapshot.size());
            assertEquals(START.plusDays(39), snapshot.axis().time(2).date());
            assertEquals(List.of("A", "B", "C", "D"), names(snapshot));
            double[] last = snapshot.panes().get(0).series().get(2).values();
            assertArrayEquals(new double[] {Double.NaN, 2, 2}, last);
            assertEquals(List.of(new Note.FlightsLeftOut(300, 100, 10)), snapshot.notes());
        }
    }

    @Test
    void keepsNothingOfTheDaysBeforeOneThatIsCut() {
        FlightBoard small = new FlightBoard(Set.of(), new FlightRoom(100, 8));
        fly(small, 0, "A", 1);
        fly(small, 1, "A", 1);
        fly(small, 1, "B", 1);
        for (char airline = 'A'; airline <= 'G'; airline++) {
            fly(small, 2, "" + airline, 1);
        }
        small.publish(ReaderStatus.NONE);
        assertEquals(new Name("A", 2), small.names().get(0));
        assertEquals(new Name("B", 1), small.names().get(1));
    }
}
