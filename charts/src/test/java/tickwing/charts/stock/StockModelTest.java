package tickwing.charts.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tickwing.charts.view.Line;
import tickwing.charts.view.Snapshot;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

class StockModelTest {
    private static final StockIndicator CHANGE = StockIndicator.ofPrice(
            "Change",
            List.of(
                    new StockIndicator.Column("close", Line.Role.MAIN, 0),
                    new StockIndicator.Column("change", Line.Role.DERIVED, 1)),
            () -> {
                double[] before = {Double.NaN};
                return bar -> {
                    double change = bar.close() - before[0];
                    before[0] = bar.close();
                    return new double[] {bar.close(), change};
                };
            });

    private static StockModel model(Interval interval, String... symbols) {
        return new StockModel(CHANGE, interval, StockStyle.LINE, Set.of(symbols), 10_000);
    }

    private static Bar bar(String symbol, int day, double close) {
        return Bar.finished(
                symbol,
                Interval.ONE_DAY,
                BarTime.of(LocalDate.of(2014, 1, 1).plusDays(day)),
                close,
                close + 1,
                close - 1,
                close,
                Double.NaN,
                10);
    }

    private static String csv(Snapshot snapshot) throws IOException {
        StringBuilder text = new StringBuilder();
        snapshot.table().writeTo(text);
        return text.toString();
    }

    @Test
    void writesCsvBySymbolAndTimeWithEmptyCellsDuringWarmUp() throws IOException {
        StockModel model = model(Interval.ONE_DAY);
        model.accept(bar("B", 0, 3), 0);
        model.accept(bar("A", 1, 1e-7), 0);
        model.accept(bar("A", 0, 12_345_678.5), 0);
        assertEquals(
                "symbol,time,close,change\n"
                        + "A,2014-01-01,12345678.5,\n"
                        + "A,2014-01-02,0.00000010,-12345678.4999999\n"
                        + "B,2014-01-01,3.0,\n",
                csv(model.snapshot()));
    }

    @Test
    void isAsNewOnceItIsCleared() throws IOException {
        StockModel model = model(Interval.ONE_DAY);
        model.accept(bar("A", 0, 1), 0);
        model.snapshot();
        model.clear();
        assertTrue(model.snapshot().isEmpty());
        model.accept(bar("B", 0, 3), 0);
        assertEquals("symbol,time,close,change\nB,2014-01-01,3.0,\n", csv(model.snapshot()));
    }

    @Test
    void hasItsRoomAgainOnceItIsCleared() {
        StockModel model = new StockModel(CHANGE, Interval.ONE_DAY, StockStyle.LINE, Set.of(), 1);
        model.accept(bar("A", 0, 1), 0);
        model.accept(bar("B", 0, 1), 0);
        model.clear();
        model.accept(bar("C", 0, 3), 0);
        assertEquals(List.of("C"), model.snapshot().charts().names());
        assertEquals("", model.snapshot().note());
    }

    @Test
    void keepsWholeSymbolsWhereThereIsNoRoomForAllAndSaysHowManyAreLeftOut() throws IOException {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            bars.add(bar("S" + (100 + i % 100), i / 100, 100));
        }
        String expected = null;
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(bars, new Random(seed));
            StockModel model = new StockModel(CHANGE, Interval.ONE_DAY, StockStyle.LINE, Set.of(), 3);
            bars.forEach(bar -> model.accept(bar, 0));
            Snapshot snapshot = model.snapshot();
            assertEquals(List.of("S100", "S101", "S102"), snapshot.charts().names());
            assertEquals("97 symbols left out: there is room for the first 3 by name", snapshot.note());
            expected = expected == null ? csv(snapshot) : expected;
            assertEquals(expected, csv(snapshot), "every bar of the symbols that are kept");
            assertEquals(10, expected.lines().count());
        }
    }

    @Test
    void hasRoomForAllSymbolsThatAreNamed() {
        StockModel model = new StockModel(CHANGE, Interval.ONE_DAY, StockStyle.LINE, Set.of("X", "Y", "Z"), 1);
        for (String symbol : List.of("A", "Z", "B", "Y", "X", "C")) {
            model.accept(bar(symbol, 0, 1), 0);
        }
        assertEquals(List.of("X", "Y", "Z"), model.snapshot().charts().names());
        assertEquals("", model.snapshot().note());
    }

    @Test
    void isTheSameForTheSameSetOfRecordsInAnyOrderAndNumber() throws IOException {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            bars.add(bar("ABC".substring(i % 3, i % 3 + 1), i / 3, 100 + i % 7));
        }
        StockModel once = model(Interval.ONE_DAY);
        bars.forEach(bar -> once.accept(bar, 5));
        bars.addAll(List.copyOf(bars));
        Collections.shuffle(bars, new Random(3));
        StockModel shuffledTwice = model(Interval.ONE_DAY);
        for (Bar bar : bars) {
            shuffledTwice.snapshot();
            shuffledTwice.accept(bar, 5);
        }
        assertEquals(csv(once.snapshot()), csv(shuffledTwice.snapshot()));
    }

    @Test
    void makesNoNewChartOfASymbolThatHasNotChanged() {
        StockModel model = model(Interval.ONE_DAY);
        model.accept(bar("A", 0, 1), 0);
        model.accept(bar("B", 0, 1), 0);
        Snapshot before = model.snapshot();
        model.accept(bar("B", 1, 2), 0);
        Snapshot after = model.snapshot();
        assertTrue(before.charts().get(0) == after.charts().get(0));
        assertFalse(before.charts().get(1) == after.charts().get(1));
    }

    @Test
    void makesNoChartUntilSomebodyLooksAtIt() throws IOException {
        int[] calculations = {0};
        StockIndicator counted = StockIndicator.line("Count", "n", () -> {
            calculations[0]++;
            return close -> close;
        });
        StockModel model = new StockModel(counted, Interval.ONE_DAY, StockStyle.LINE, Set.of(), 10_000);
        for (String symbol : List.of("A", "B", "C")) {
            model.accept(bar(symbol, 0, 1), 0);
        }
        Snapshot snapshot = model.snapshot();
        assertEquals(List.of("A", "B", "C"), snapshot.charts().names());
        assertEquals(List.of("B"), snapshot.charts().only(Set.of("B")).names());
        assertEquals(0, calculations[0]);
        assertEquals("B", snapshot.charts().get(1).name());
        assertTrue(snapshot.charts().get(1) == snapshot.charts().get(1));
        assertEquals(1, calculations[0]);
    }

    @Test
    void leavesASnapshotAsItWasWhenBarsComeLater() throws IOException {
        StockModel model = model(Interval.ONE_DAY);
        model.accept(bar("A", 0, 1), 0);
        model.accept(bar("A", 2, 3), 0);
        Snapshot before = model.snapshot();
        String csv = csv(before);
        model.accept(bar("A", 2, 9), 1);
        model.accept(bar("A", 1, 2), 1);
        model.accept(bar("A", 3, 4), 1);
        assertEquals(csv, csv(before));
        assertEquals(2, before.charts().get(0).axis().size());
    }

    @Test
    void drawsAFormingBarApartAndSaysWhatIsSimulated() {
        StockModel model = model(Interval.ONE_DAY);
        model.accept(bar("A", 0, 1), 0);
        OffsetDateTime quoted = OffsetDateTime.parse("2014-01-02T11:00:00-05:00");
        BarTime time = BarTime.of(quoted.toLocalDate());
        Bar forming = new Bar("A", Interval.ONE_DAY, time, 1, 2, 1, 2, Double.NaN, 5, quoted, true);
        new BarJson.Reader().read(BarJson.write(forming)).forEach(decoded -> model.accept(forming, 0));
        assertEquals(1, model.snapshot().charts().get(0).formingFrom());
        assertTrue(model.snapshot().charts().get(0).title().contains("SIMULATED from 2014-01-02"));
    }

    @Test
    void sumsUpShorterBarsButPrefersThoseOfTheWantedInterval() throws IOException {
        StockModel model = model(Interval.ONE_WEEK);
        for (int day = 5; day < 19; day++) {
            model.accept(bar("A", day, day), 0);
        }
        model.accept(
                Bar.finished("A", Interval.ONE_WEEK, BarTime.of(LocalDate.of(2014, 1, 6)), 1, 99, 1, 77, Double.NaN, 1),
                0);
        assertEquals("symbol,time,close,change\nA,2014-01-06,77.0,\nA,2014-01-13,18.0,-59.0\n", csv(model.snapshot()));
    }

    @Test
    void countsBarsThatAreOfNoUseAndNamesSymbolsThatAreMissing() {
        StockModel model = model(Interval.ONE_MONTH, "A", "Z");
        model.accept(bar("Q", 0, 1), 0);
        model.accept(
                Bar.finished("A", Interval.ONE_WEEK, BarTime.of(LocalDate.of(2014, 1, 6)), 1, 1, 1, 1, Double.NaN, 1),
                0);
        String note = model.snapshot().note();
        assertTrue(note.contains("no bars of A"), note);
        assertTrue(note.contains("no bars of Z"), note);
        assertTrue(note.contains("1 bars"), note);
    }
}
