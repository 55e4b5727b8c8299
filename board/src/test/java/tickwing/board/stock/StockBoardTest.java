package tickwing.board.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tickwing.analytics.indicator.Study;
import tickwing.analytics.indicator.Unit;
import tickwing.analytics.indicator.catalogue.Catalogue;
import tickwing.board.Name;
import tickwing.board.edition.Subscription;
import tickwing.board.view.Delta;
import tickwing.board.view.Note;
import tickwing.board.view.Pane;
import tickwing.board.view.Range;
import tickwing.board.view.Series;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.board.view.Update;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.ReaderStatus;

class StockBoardTest {
    private static final List<Study> STUDIES = Catalogue.standard().studies("bollinger:3:2,atr:3");
    private static final StockView VIEW = StockView.all("A", Interval.ONE_DAY, STUDIES);
    private static final LocalDate START = LocalDate.of(2014, 1, 1);

    private final StockBoard board = new StockBoard(Set.of(), 1_000);

    private static Bar bar(String symbol, int day, double close) {
        BarTime time = BarTime.of(START.plusDays(day));
        return Bar.finished(symbol, Interval.ONE_DAY, time, close, close + 1, close - 1, close, Double.NaN, 10);
    }

    private void publish() {
        board.publish(ReaderStatus.NONE);
    }

    private void publish(int bars) {
        for (int day = 0; day < bars; day++) {
            board.accept(bar("A", day, 100 + day % 7), 0);
        }
        publish();
    }

    private static Snapshot whole(Optional<Update> update) {
        return assertInstanceOf(Update.Whole.class, update.orElseThrow()).snapshot();
    }

    private static Delta delta(Optional<Update> update) {
        return assertInstanceOf(Delta.class, update.orElseThrow());
    }

    @Test
    void computesAViewOnceAnEditionForSubscribersOnDifferentThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Subscription first = board.subscribe(VIEW);
            Subscription second = board.subscribe(VIEW);
            List<Callable<Optional<Update>>> looking = List.of(first::next, second::next);
            for (int day = 0; day < 200; day++) {
                board.accept(bar("A", day, 100 + day % 7), 0);
                publish();
                for (Future<Optional<Update>> one : threads.invokeAll(looking)) {
                    assertTrue(one.get().isPresent());
                }
                assertEquals(day + 1, board.figures().viewsComputed());
                assertEquals(2 * day + 1, board.figures().barsCalculated());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void bringsSubscribersOnOtherThreadsUpToDateWhileRecordsArrive() throws Exception {
        int bars = 400;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Snapshot>> watching = new ArrayList<>();
            List<Subscription> subscriptions = List.of(board.subscribe(VIEW), board.subscribe(VIEW));
            subscriptions.forEach(one -> watching.add(threads.submit(() -> watch(one, bars))));
            for (int day = 0; day < bars; day++) {
                board.accept(bar("A", day, 100 + day % 7), 0);
                publish();
            }
            for (Future<Snapshot> one : watching) {
                assertEquals(Arrivals.whole(board, VIEW), one.get(30, TimeUnit.SECONDS));
            }
            assertTrue(board.figures().viewsComputed() <= board.figures().editions() + 1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Snapshot watch(Subscription subscription, int bars) throws InterruptedException {
        Snapshot seen = null;
        while (seen == null || seen.size() < bars) {
            assertTrue(subscription.await(Duration.ofSeconds(30)));
            Optional<Update> update = subscription.next();
            seen = update.orElseThrow() instanceof Delta delta ? seen.with(delta) : whole(update);
        }
        return seen;
    }

    @Test
    void computesNothingOfSymbolsThatNobodyAsksFor() {
        for (int symbol = 0; symbol < 1_000; symbol++) {
            for (int day = 0; day < 5; day++) {
                board.accept(bar("S" + symbol, day, 100), 0);
            }
        }
        publish();
        assertEquals(0, board.figures().viewsComputed());
        Subscription subscription = board.subscribe(StockView.all("S7", Interval.ONE_DAY, STUDIES));
        assertEquals(0, board.figures().viewsComputed());
        assertEquals(5, whole(subscription.next()).size());
        assertEquals(1, board.figures().viewsComputed());
        assertEquals(5, board.figures().barsCalculated());
    }

    @Test
    void calculatesNewBarsOnly() {
        publish(1_000);
        Subscription subscription = board.subscribe(VIEW);
        whole(subscription.next());
        assertEquals(1_000, board.figures().barsCalculated());
        board.accept(bar("A", 999, 55), 1);
        publish();
        assertEquals(999, delta(subscription.next()).from());
        assertEquals(1_001, board.figures().barsCalculated());
        board.accept(bar("A", 1_000, 56), 1);
        publish();
        assertEquals(1_000, delta(subscription.next()).from());
        // The one before it has become one that stays.
        assertEquals(1_003, board.figures().barsCalculated());
        board.accept(bar("B", 1_001, 56), 1);
        publish();
        assertEquals(0, delta(subscription.next()).axis().size());
        assertEquals(1_003, board.figures().barsCalculated());
        board.accept(bar("A", 500, 57), 1);
        publish();
        assertEquals(500, delta(subscription.next()).from());
        assertEquals(2_004, board.figures().barsCalculated());
    }

    @Test
    void aSlowSubscriberTakesOneStepOverSeveralEditions() {
        publish(10);
        Subscription slow = board.subscribe(VIEW);
        Snapshot first = whole(slow.next());
        for (int day = 10; day < 60; day++) {
            board.accept(bar("A", day, day), 0);
            publish();
        }
        Snapshot now = first.with(delta(slow.next()));
        assertEquals(60, now.size());
        assertEquals(Optional.empty(), slow.next());
        assertTrue(now.showsTheSameAs(Arrivals.whole(board, VIEW)));
    }

    @Test
    void aSubscriberWhoWasAwayForLongSeesAnOldCorrection() {
        publish(50);
        Subscription slow = board.subscribe(VIEW);
        Snapshot first = whole(slow.next());
        board.accept(bar("A", 5, 99), 1);
        for (int day = 50; day < 100; day++) {
            board.accept(bar("A", day, day), 0);
            publish();
        }
        Delta delta = delta(slow.next());
        assertEquals(5, delta.from());
        assertEquals(Arrivals.whole(board, VIEW), first.with(delta));
        assertEquals(
                99, first.with(delta).panes().get(0).candles().orElseThrow().close()[5]);
    }

    @Test
    void theLastBarsMoveOnInDeltas() {
        publish(30);
        StockView last = new StockView("A", Interval.ONE_DAY, STUDIES, new Range.Last(10));
        Subscription subscription = board.subscribe(last);
        Snapshot before = whole(subscription.next());
        board.accept(bar("A", 30, 77), 0);
        publish();
        Delta delta = delta(subscription.next());
        assertEquals(1, delta.dropped());
        assertEquals(9, delta.from());
        assertEquals(1, delta.axis().size());
        assertEquals(Arrivals.whole(board, last), before.with(delta));
        board.accept(bar("A", 200, 77), 0);
        for (int day = 40; day < 100; day++) {
            board.accept(bar("A", day, 77), 0);
        }
        publish();
        assertEquals(10, whole(subscription.next()).size());
    }

    @Test
    void bringsAWholeSnapshotAfterTheBoardWasCleared() {
        publish(30);
        Subscription subscription = board.subscribe(VIEW);
        Snapshot before = whole(subscription.next());
        board.clear();
        publish();
        Snapshot empty = whole(subscription.next());
        assertEquals(0, empty.size());
        assertEquals(List.of(new Note.NoBars("A")), empty.notes());
        assertEquals(List.of(), board.names());
        assertEquals(30, before.size());
        board.accept(bar("A", 3, 1), 0);
        board.accept(bar("A", 4, 2), 0);
        publish();
        assertEquals(2, whole(subscription.next()).size());
        board.clear();
        board.accept(bar("A", 3, 5), 0);
        board.accept(bar("A", 4, 2), 0);
        publish();
        Snapshot other = whole(subscription.next());
        assertTrue(other.showsTheSameAs(Arrivals.whole(board, VIEW)));
        assertEquals(5, other.panes().get(0).candles().orElseThrow().close()[0]);
    }

    @Test
    void aSnapshotStaysAsItIsWhenBarsComeLater() {
        publish(30);
        Snapshot before = Arrivals.whole(board, VIEW);
        Subscription subscription = board.subscribe(VIEW);
        Snapshot same = whole(subscription.next());
        board.accept(bar("A", 29, 3), 1);
        board.accept(bar("A", 2, 3), 1);
        publish();
        Update update = subscription.next().orElseThrow();
        assertNotEquals(before, same.with((Delta) update));
        assertEquals(before, same);
    }

    @Test
    void forgetsTheValuesWhenTheLastSubscriberLeaves() {
        publish(20);
        Subscription first = board.subscribe(VIEW);
        Subscription second = board.subscribe(VIEW);
        first.next();
        second.next();
        assertEquals(20, board.figures().barsCalculated());
        first.close();
        first.close();
        assertEquals(1, board.figures().views());
        assertEquals(1, board.figures().subscriptions());
        second.close();
        assertEquals(0, board.figures().views());
        assertEquals(Optional.empty(), second.next());
        Arrivals.whole(board, VIEW);
        assertEquals(40, board.figures().barsCalculated());
    }

    @Test
    void tellsSubscribersOfNewEditionsAlthoughOneOfThemFails() {
        List<String> told = new ArrayList<>();
        board.subscribe(VIEW, () -> {
            throw new IllegalStateException("expected in this test");
        });
        board.subscribe(VIEW, () -> told.add("first"));
        Subscription closed = board.subscribe(VIEW, () -> told.add("closed"));
        closed.close();
        publish(1);
        publish();
        assertEquals(List.of("first"), told);
    }

    @Test
    void waitsForNewsUntilTheTimeIsUpOrTheSubscriptionClosed() throws InterruptedException {
        Subscription subscription = board.subscribe(VIEW);
        assertTrue(subscription.await(Duration.ZERO));
        subscription.next();
        assertFalse(subscription.await(Duration.ofMillis(2)));
        publish(1);
        assertTrue(subscription.await(Duration.ZERO));
        subscription.close();
        assertFalse(subscription.await(Duration.ofSeconds(30)));
    }

    @Test
    void namesSymbolsWithTheNumberOfTheirBarsAndKeepsOnlyThoseWanted() {
        StockBoard some = new StockBoard(Set.of("B", "A", "Z"), 1_000);
        some.accept(bar("B", 0, 1), 0);
        some.accept(bar("C", 0, 1), 0);
        some.accept(bar("A", 0, 1), 0);
        some.accept(bar("A", 1, 1), 0);
        assertEquals(List.of(), some.names());
        some.publish(ReaderStatus.NONE);
        assertEquals(List.of(new Name("A", 2), new Name("B", 1)), some.names());
        assertEquals(
                List.of(bar("A", 0, 1), bar("A", 1, 1)),
                some.edition().content().bars("A", Interval.ONE_DAY));
        assertEquals(List.of(), some.edition().content().bars("C", Interval.ONE_DAY));
    }

    @Test
    void saysWhatIsFormingMadeUpAndLeftOut() {
        publish(3);
        OffsetDateTime quoted = OffsetDateTime.parse("2014-01-04T11:00:00-05:00");
        BarTime time = BarTime.of(quoted.toLocalDate());
        board.accept(new Bar("A", Interval.ONE_DAY, time, 1, 2, 1, 2, Double.NaN, 5, quoted, true), 0);
        board.accept(
                Bar.finished("A", Interval.ONE_WEEK, BarTime.of(LocalDate.of(2014, 1, 6)), 1, 1, 1, 1, Double.NaN, 1),
                0);
        publish();
        Snapshot snapshot = Arrivals.whole(board, VIEW);
        assertEquals(3, snapshot.formingFrom());
        assertEquals(Optional.of(time), snapshot.simulatedSince());
        assertEquals(List.of(new Note.OtherIntervals(1, Interval.ONE_DAY)), snapshot.notes());
    }

    @Test
    void saysNothingOfMadeUpBarsOnceARealOneHasCome() {
        publish(3);
        BarTime time = BarTime.of(START.plusDays(3));
        Subscription subscription = board.subscribe(VIEW);
        board.accept(new Bar("A", Interval.ONE_DAY, time, 1, 2, 1, 2, Double.NaN, 5, null, true), 0);
        publish();
        assertEquals(Optional.of(time), whole(subscription.next()).simulatedSince());
        board.accept(bar("A", 3, 2), 0);
        publish();
        assertEquals(Optional.empty(), delta(subscription.next()).simulatedSince());
    }

    @Test
    void aLateBarLikeAllOthersMovesTheDates() {
        for (int day = 0; day < 9; day++) {
            if (day != 5) {
                board.accept(bar("A", day, 7), 0);
            }
        }
        publish();
        Subscription subscription = board.subscribe(VIEW);
        Snapshot before = whole(subscription.next());
        board.accept(bar("A", 5, 7), 0);
        publish();
        assertEquals(Arrivals.whole(board, VIEW), before.with(delta(subscription.next())));
    }

    @Test
    void putsStudiesInPricesOverThePricesAndEachOtherOneBelow() {
        publish(5);
        List<Pane> panes = Arrivals.whole(board, VIEW).panes();
        assertEquals(2, panes.size());
        assertTrue(panes.get(0).candles().isPresent());
        assertEquals(
                List.of("bollinger_3_2_upper", "bollinger_3_2_middle", "bollinger_3_2_lower"),
                panes.get(0).series().stream().map(Series::name).toList());
        assertEquals(Unit.PRICE, panes.get(1).unit());
        assertEquals(List.of(STUDIES.get(1)), panes.get(1).studies());
        assertEquals("atr_3", panes.get(1).series().get(0).name());
    }

    @Test
    void givesTheBandsThatTheDefinitionGivesForTheSortedBars() {
        int period = 20;
        double tolerance = 1e-9 * 200;
        Arrivals arrivals = new Arrivals(21);
        for (int i = 0; i < 400; i++) {
            Arrivals.Arrival arrival = arrivals.next();
            board.accept(arrival.bar(), arrival.publishedAt());
        }
        publish();
        List<Study> bands = Catalogue.standard().studies("bollinger:20:2");
        Pane pane = Arrivals.whole(board, StockView.all("A", Interval.ONE_DAY, bands))
                .panes()
                .get(0);
        double[] closes = pane.candles().orElseThrow().close();
        assertTrue(closes.length > 60, "only " + closes.length + " bars");
        for (int i = 0; i < closes.length; i++) {
            double mean = 0;
            double variance = 0;
            for (int k = i - period + 1; k <= i; k++) {
                mean += k < 0 ? Double.NaN : closes[k] / period;
            }
            for (int k = i - period + 1; k <= i; k++) {
                variance += k < 0 ? Double.NaN : (closes[k] - mean) * (closes[k] - mean) / period;
            }
            assertEquals(mean + 2 * Math.sqrt(variance), pane.series().get(0).values()[i], tolerance);
            assertEquals(mean, pane.series().get(1).values()[i], tolerance);
            assertEquals(mean - 2 * Math.sqrt(variance), pane.series().get(2).values()[i], tolerance);
        }
    }

    @Test
    void givesTheAroonThatTheDefinitionGivesForTheSortedBars() {
        int period = 25;
        Arrivals arrivals = new Arrivals(22);
        for (int i = 0; i < 400; i++) {
            Arrivals.Arrival arrival = arrivals.next();
            board.accept(arrival.bar(), arrival.publishedAt());
        }
        publish();
        List<Study> aroon = Catalogue.standard().studies("aroon:25");
        List<Pane> panes = Arrivals.whole(board, StockView.all("A", Interval.ONE_DAY, aroon))
                .panes();
        double[] highs = panes.get(0).candles().orElseThrow().high();
        double[] up = panes.get(1).series().get(0).values();
        assertEquals("aroon_25_up", panes.get(1).series().get(0).name());
        for (int i = 0; i < highs.length; i++) {
            int newest = i;
            for (int k = i - 1; k >= Math.max(0, i - period); k--) {
                newest = highs[k] > highs[newest] ? k : newest;
            }
            assertEquals(i < period ? Double.NaN : 100.0 * (period - (i - newest)) / period, up[i]);
        }
    }

    @Test
    void keepsTheFirstSymbolsByNameWhateverTheirOrderAndSaysSo() {
        StockBoard small = new StockBoard(Set.of(), 2);
        Subscription subscription = small.subscribe(StockView.all("C", Interval.ONE_DAY, STUDIES));
        small.accept(bar("C", 0, 1), 0);
        small.accept(bar("B", 0, 1), 0);
        small.publish(ReaderStatus.NONE);
        assertEquals(1, whole(subscription.next()).size());
        small.accept(bar("A", 0, 1), 0);
        small.accept(bar("D", 0, 1), 0);
        small.accept(bar("B", 1, 1), 0);
        small.accept(bar("C", 1, 1), 0);
        small.publish(ReaderStatus.NONE);
        assertEquals(List.of(new Name("A", 1), new Name("B", 2)), small.names());
        Snapshot gone = whole(subscription.next());
        assertEquals(0, gone.size());
        assertEquals(List.of(new Note.SymbolsLeftOut(2, false, 2), new Note.NoBars("C")), gone.notes());
        small.clear();
        small.publish(ReaderStatus.NONE);
        assertEquals(List.of(new Note.NoBars("C")), delta(subscription.next()).notes());
    }

    @Test
    void showsAnEditionOnceAsASubscriptionDoes() {
        publish(9);
        Snapshot watched = whole(board.subscribe(VIEW).next());
        StockContent content = board.edition().content();
        board.accept(bar("A", 9, 1), 0);
        publish();
        assertTrue(content.snapshot(VIEW).showsTheSameAs(watched), "however much has come since");
        assertTrue(content.only("A").snapshot(VIEW).showsTheSameAs(watched));
        assertEquals(0, content.only("B").names().size());
    }

    @Test
    void tellsWhichSymbolsHaveChanged() {
        board.accept(bar("A", 0, 1), 0);
        board.accept(bar("B", 0, 1), 0);
        publish();
        StockContent before = board.edition().content();
        board.accept(bar("B", 0, 2), 1);
        publish();
        StockContent now = board.edition().content();
        assertTrue(now.hasTheSame("A", before.only("A")));
        assertFalse(now.hasTheSame("B", before));
        assertTrue(now.hasTheSame("C", before));
    }

    @Test
    void namesSymbolsOfUseAndCountsBarsThatAreOfNone() {
        BarTime monday = BarTime.of(LocalDate.of(2014, 1, 6));
        board.accept(bar("A", 0, 1), 0);
        board.accept(Bar.finished("A", Interval.ONE_WEEK, monday, 1, 1, 1, 1, Double.NaN, 1), 0);
        board.accept(Bar.finished("B", Interval.ONE_WEEK, monday, 1, 1, 1, 1, Double.NaN, 1), 0);
        publish();
        StockContent content = board.edition().content();
        assertEquals(List.of(new Name("A", 1)), content.names(Interval.ONE_MONTH));
        assertEquals(2, content.countOfNoUse(Interval.ONE_MONTH));
        assertEquals(List.of(new Name("A", 2), new Name("B", 1)), content.names(Interval.ONE_WEEK));
    }
}
