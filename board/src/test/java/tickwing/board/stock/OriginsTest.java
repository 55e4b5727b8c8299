package tickwing.board.stock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickwing.board.edition.Subscription;
import tickwing.board.view.Delta;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.board.view.Update;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.bar.Origin;
import tickwing.common.kafka.ReaderStatus;

/** What a board says of where a symbol's prices come from. */
class OriginsTest {
    private static final StockView VIEW = StockView.all("A", Interval.ONE_DAY, List.of());
    private static final LocalDate START = LocalDate.of(2014, 1, 1);

    private final StockBoard board = new StockBoard(Set.of(), 10);

    private static Bar day(int day, String currency, String source) {
        return Bar.finished("A", Interval.ONE_DAY, BarTime.of(START.plusDays(day)), 1, 2, 1, 2, Double.NaN, 3)
                .from(new Origin(currency, source));
    }

    private static Bar minute(String time, String currency, String source) {
        BarTime start = BarTime.of(OffsetDateTime.parse(time));
        return Bar.finished("A", Interval.ONE_MINUTE, start, 1, 2, 1, 2, Double.NaN, 3)
                .from(new Origin(currency, source));
    }

    private Origin origin() {
        board.publish(ReaderStatus.NONE);
        Origin origin = Arrivals.whole(board, VIEW).origin();
        assertEquals(origin, board.edition().content().origin("A"));
        return origin;
    }

    @Test
    void nothingIsKnownOfRecordsThatSayNothingAndOfSymbolsThatAreNotThere() {
        assertEquals(Origin.UNKNOWN, origin());
        board.accept(day(1, null, null), 1);
        assertEquals(Origin.UNKNOWN, origin());
    }

    @Test
    void theRecordThatWasPublishedLastDecidesWhicheverComesFirst() {
        board.accept(day(1, "GBp", "yahoo"), 20);
        board.accept(day(9, "GBP", "other"), 10);
        assertEquals(new Origin("GBp", "yahoo"), origin());
        board.accept(day(0, "USD", "other"), 30);
        assertEquals(new Origin("USD", "other"), origin());
    }

    @Test
    void ofRecordsPublishedAtOnceTheOneWithTheLatestBarDecides() {
        board.accept(minute("2014-01-02T09:30:00-05:00", "EUR", null), 10);
        board.accept(day(1, "USD", null), 10);
        assertEquals("EUR", origin().currency());
        board.accept(day(2, "GBP", null), 10);
        assertEquals("GBP", origin().currency());
    }

    @Test
    void aRecordThatDoesNotSayLeavesWhatIsKnown() {
        board.accept(day(1, "USD", "yahoo"), 10);
        board.accept(day(2, null, "binance"), 20);
        board.accept(day(3, null, null), 30);
        assertEquals(new Origin("USD", "binance"), origin());
    }

    @Test
    void evenARecordWhoseBarIsBeatenSaysWhereItComesFrom() {
        board.accept(day(1, null, null), 10);
        origin();
        Bar forming = new Bar(
                "A",
                Interval.ONE_DAY,
                BarTime.of(START.plusDays(1)),
                1,
                2,
                1,
                2,
                Double.NaN,
                3,
                OffsetDateTime.parse("2014-01-02T10:00:00-05:00"),
                false,
                new Origin("USD", "yahoo"));
        board.accept(forming, 20);
        assertEquals(new Origin("USD", "yahoo"), origin());
    }

    @Test
    void whoeverWatchesLearnsOfItThoughNoBarHasChanged() {
        board.accept(day(1, "USD", "yahoo"), 10);
        board.publish(ReaderStatus.NONE);
        Subscription subscription = board.subscribe(VIEW);
        Snapshot seen = ((Update.Whole) subscription.next().orElseThrow()).snapshot();
        long calculated = board.figures().barsCalculated();
        board.accept(day(1, "GBp", "yahoo"), 20);
        board.publish(ReaderStatus.NONE);
        Delta delta = assertInstanceOf(Delta.class, subscription.next().orElseThrow());
        assertEquals(0, delta.axis().size());
        Snapshot now = seen.with(delta);
        assertEquals(new Origin("GBp", "yahoo"), now.origin());
        assertFalse(now.showsTheSameAs(seen));
        assertEquals(Arrivals.whole(board, VIEW), now);
        assertEquals(calculated, board.figures().barsCalculated());
        assertSame(seen.axis(), now.axis());
        assertArrayEquals(seen.panes().toArray(), now.panes().toArray());
    }

    @Test
    void dependsOnTheSetOfRecordsNeverOnTheirOrder() {
        Random random = new Random(5);
        String[] texts = {"USD", "EUR", "GBp", null};
        for (int round = 0; round < 100; round++) {
            List<Arrivals.Arrival> records = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String currency = texts[random.nextInt(texts.length)];
                String source = texts[random.nextInt(texts.length)];
                Bar bar = random.nextBoolean()
                        ? day(random.nextInt(3), currency, source)
                        : minute("2014-01-0" + (1 + random.nextInt(3)) + "T00:00:00Z", currency, source);
                records.add(new Arrivals.Arrival(bar, random.nextInt(3)));
            }
            Origin expected = Arrivals.fromScratch(records, VIEW).origin();
            Collections.shuffle(records, random);
            records.addAll(records.subList(0, 10));
            assertEquals(expected, Arrivals.fromScratch(records, VIEW).origin(), "round " + round);
        }
    }
}
