package tickwing.board.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickwing.analytics.indicator.Study;
import tickwing.analytics.indicator.catalogue.Catalogue;
import tickwing.board.edition.Subscription;
import tickwing.board.view.Delta;
import tickwing.board.view.Range;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.board.view.Update;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.ReaderStatus;

/** What is carried on from edition to edition is what a board shows that has been given everything at once. */
class CarriedOnTest {
    private static final List<Study> STUDIES = Catalogue.standard().studies("bollinger:5:2,ema:4,atr:3,sma:3");

    /** A subscriber with what he has, looking now and then. */
    private static final class Watching {
        private final Subscription subscription;
        private final int pace;
        private Snapshot seen;
        private int deltas;

        Watching(Subscription subscription, int pace) {
            this.subscription = subscription;
            this.pace = pace;
        }

        void look(int edition) {
            if (edition % pace == 0) {
                subscription.next().ifPresent(this::take);
            }
        }

        private void take(Update update) {
            if (update instanceof Delta delta) {
                deltas++;
                seen = seen.with(delta);
            } else if (update instanceof Update.Whole whole) {
                seen = whole.snapshot();
            }
        }
    }

    private static List<StockView> views() {
        List<StockView> views = new ArrayList<>();
        for (Interval interval : List.of(
                Interval.ONE_MINUTE,
                Interval.FIVE_MINUTES,
                Interval.ONE_HOUR,
                Interval.ONE_DAY,
                Interval.ONE_WEEK,
                Interval.ONE_MONTH)) {
            views.add(StockView.all("A", interval, STUDIES));
            views.add(new StockView("A", interval, STUDIES, new Range.Last(7)));
        }
        LocalDate from = LocalDate.of(2014, 3, 20);
        views.add(new StockView("A", Interval.ONE_DAY, STUDIES, new Range.Days(from, LocalDate.MAX)));
        views.add(new StockView("A", Interval.ONE_DAY, STUDIES, new Range.Days(LocalDate.MIN, from)));
        views.add(StockView.all("B", Interval.ONE_DAY, STUDIES));
        return views;
    }

    @Test
    void deltasAndCarriedOnValuesAreThoseOfAWholeSnapshotFromScratchToTheLastBit() {
        int deltas = 0;
        for (long seed = 1; seed <= 3; seed++) {
            Arrivals arrivals = new Arrivals(seed);
            Random random = new Random(seed);
            StockBoard board = new StockBoard(Set.of(), 1_000);
            List<Watching> watching = new ArrayList<>();
            for (StockView view : views()) {
                // Some views are looked at after each edition, others seldom by anybody.
                if (random.nextBoolean()) {
                    watching.add(new Watching(board.subscribe(view), 1));
                }
                watching.add(new Watching(board.subscribe(view), 2 + random.nextInt(60)));
            }
            for (int edition = 1; edition <= 150; edition++) {
                for (int n = random.nextInt(6); n > 0; n--) {
                    Arrivals.Arrival arrival = arrivals.next();
                    board.accept(arrival.bar(), arrival.publishedAt());
                }
                board.publish(status(edition / 2));
                for (Watching one : watching) {
                    one.look(edition);
                }
                if (edition % 75 == 0) {
                    watching.forEach(one -> one.look(0));
                    check(arrivals, watching);
                }
            }
            deltas += watching.stream().mapToInt(one -> one.deltas).sum();
        }
        assertTrue(deltas > 2_000, "only " + deltas + " deltas");
    }

    private static void check(Arrivals arrivals, List<Watching> watching) {
        StockBoard scratch = new StockBoard(Set.of(), 1_000);
        arrivals.all().forEach(one -> scratch.accept(one.bar(), one.publishedAt()));
        scratch.publish(ReaderStatus.NONE);
        for (Watching one : watching) {
            Snapshot whole = Arrivals.whole(scratch, (StockView) one.subscription.view());
            assertTrue(one.seen.showsTheSameAs(whole), () -> one.seen + "\nfrom scratch: " + whole);
        }
    }

    private static ReaderStatus status(long records) {
        return new ReaderStatus(records, 0, "", 0, true, Duration.ZERO);
    }

    @Test
    void anyOrderAndNumberOfTheSameRecordsGivesTheSameSnapshot() {
        Arrivals arrivals = new Arrivals(11);
        for (int i = 0; i < 400; i++) {
            arrivals.next();
        }
        List<Arrivals.Arrival> doubled = new ArrayList<>(arrivals.all());
        doubled.addAll(arrivals.all());
        Collections.shuffle(doubled, new Random(3));
        for (StockView view : views()) {
            assertEquals(Arrivals.fromScratch(arrivals.all(), view), Arrivals.fromScratch(doubled, view));
        }
    }

    @Test
    void everyIndicatorIsCarriedOnToTheSameValuesAsFromScratch() {
        List<Study> all =
                Catalogue.standard().indicators().stream().map(Study::usual).toList();
        StockView view = StockView.all("A", Interval.ONE_DAY, all);
        Arrivals arrivals = new Arrivals(5);
        StockBoard board = new StockBoard(Set.of(), 1_000);
        Watching one = new Watching(board.subscribe(view), 1);
        for (int i = 0; i < 600; i++) {
            Arrivals.Arrival arrival = arrivals.next();
            board.accept(arrival.bar(), arrival.publishedAt());
            board.publish(ReaderStatus.NONE);
            one.look(i);
        }
        assertTrue(one.seen.showsTheSameAs(Arrivals.fromScratch(arrivals.all(), view)));
        assertTrue(one.deltas > 100, "only " + one.deltas + " deltas");
    }

    @Test
    void aTableHasTheBarsAndValuesOfTheSnapshot() {
        Arrivals arrivals = new Arrivals(7);
        StockBoard board = new StockBoard(Set.of(), 1_000);
        for (int i = 0; i < 2_500; i++) {
            Arrivals.Arrival arrival = arrivals.next();
            board.accept(arrival.bar(), arrival.publishedAt());
        }
        board.publish(ReaderStatus.NONE);
        for (StockView view : views()) {
            Snapshot snapshot = Arrivals.whole(board, view);
            Map<String, double[]> columns = new HashMap<>();
            snapshot.panes().forEach(pane -> pane.series().forEach(one -> columns.put(one.name(), one.values())));
            int row = 0;
            StockTable table = board.edition().content().table(view);
            assertEquals(columns.keySet(), Set.copyOf(table.columns()));
            while (table.hasNext()) {
                StockTable.Block block = table.next();
                for (int i = 0; i < block.times().length; i++, row++) {
                    assertEquals(block.times()[i], snapshot.axis().time(row));
                    assertEquals(snapshot.panes().get(0).candles().orElseThrow().close()[row], block.closes()[i]);
                    for (int c = 0; c < table.columns().size(); c++) {
                        assertEquals(columns.get(table.columns().get(c))[row], block.values()[c][i]);
                    }
                }
            }
            assertEquals(snapshot.size(), row);
        }
    }

    @Test
    void onlyTheStatusInADeltaWithoutValues() {
        StockBoard board = new StockBoard(Set.of(), 1_000);
        Arrivals arrivals = new Arrivals(9);
        for (int i = 0; i < 50; i++) {
            board.accept(arrivals.next().bar(), 0);
        }
        board.publish(status(50));
        Subscription subscription = board.subscribe(StockView.all("A", Interval.ONE_DAY, STUDIES));
        Snapshot whole = ((Update.Whole) subscription.next().orElseThrow()).snapshot();
        assertEquals(Optional.empty(), subscription.next());
        board.publish(status(50));
        assertEquals(Optional.empty(), subscription.next());
        board.publish(status(51));
        Delta delta = (Delta) subscription.next().orElseThrow();
        assertEquals(0, delta.axis().size());
        assertEquals(51, whole.with(delta).status().records());
        assertTrue(whole.with(delta).showsTheSameAs(whole));
    }
}
