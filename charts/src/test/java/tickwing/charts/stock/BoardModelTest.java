package tickwing.charts.stock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tickwing.analytics.indicator.Indicator;
import tickwing.analytics.indicator.Study;
import tickwing.analytics.indicator.catalogue.Catalogue;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Decimal;
import tickwing.charts.view.Line;
import tickwing.charts.view.Snapshot;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

class BoardModelTest {
    private static final List<Study> SMA = Catalogue.standard().studies("sma:3");
    private static final List<Study> ALL =
            Catalogue.standard().indicators().stream().map(Study::usual).toList();

    private static BoardModel model(List<Study> studies, Interval interval, String... symbols) {
        return new BoardModel(studies, interval, StockStyle.LINE, Set.of(symbols), 10_000);
    }

    private static Bar bar(String symbol, int day, double close) {
        BarTime time = BarTime.of(LocalDate.of(2014, 1, 1).plusDays(day));
        return Bar.finished(
                symbol, Interval.ONE_DAY, time, close - 0.25, close + 1, close - 1, close, Double.NaN, 10 + day % 5);
    }

    private static String csv(Snapshot snapshot) throws IOException {
        StringBuilder text = new StringBuilder();
        snapshot.table().writeTo(text);
        return text.toString();
    }

    @Test
    void writesTheClosesAndWhatIsNaivelyComputedFromThem() throws IOException {
        List<Bar> bars = new ArrayList<>();
        StringBuilder expected = new StringBuilder("symbol,time,close,sma_3,volume_2_volume,volume_2_mean\n");
        for (String symbol : List.of("A", "B")) {
            double[] closes = new double[1_203];
            for (int i = 0; i < closes.length; i++) {
                // Quarters: their sums are exact in whatever order.
                closes[i] = 100 + (i * 37 % 101 + symbol.charAt(0)) / 4.0;
                Bar bar = bar(symbol, i, closes[i]);
                bars.add(bar);
                double sum = i < 2 ? Double.NaN : closes[i] + closes[i - 1] + closes[i - 2];
                double before = i < 1 ? Double.NaN : 10 + (i - 1) % 5;
                expected.append(symbol
                        + ','
                        + bar.time()
                        + ','
                        + Decimal.of(closes[i])
                        + ','
                        + Decimal.of(sum / 3)
                        + ','
                        + Decimal.of(10 + i % 5)
                        + ','
                        + Decimal.of((before + 10 + i % 5) / 2)
                        + '\n');
            }
        }
        List<Study> studies = Catalogue.standard().studies("sma:3,volume:2");
        BoardModel once = model(studies, Interval.ONE_DAY);
        bars.forEach(bar -> once.accept(bar, 5));
        assertEquals(expected.toString(), rounded(csv(once.snapshot())));
    }

    /** The last digits of a running mean are its rounding. */
    private static String rounded(String csv) {
        return csv.lines()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .map(cell -> cell.matches("\\d+\\.\\d{9,}") ? nearestTwelfth(cell) : cell)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String nearestTwelfth(String cell) {
        double value = Double.parseDouble(cell);
        double twelfth = Math.rint(value * 4 * 3) / 4 / 3;
        assertEquals(twelfth, value, 1e-9);
        return Decimal.of(Math.rint(value * 4 * 3) / 4 / 3);
    }

    @Test
    void isTheSameForTheSameSetOfRecordsInAnyOrderAndNumber() throws IOException {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            bars.add(bar("ABC".substring(i % 3, i % 3 + 1), i / 3, 100 + i % 7));
        }
        BoardModel once = model(ALL, Interval.ONE_DAY);
        bars.forEach(bar -> once.accept(bar, 5));
        bars.addAll(List.copyOf(bars));
        Collections.shuffle(bars, new Random(3));
        BoardModel shuffledTwice = model(ALL, Interval.ONE_DAY);
        for (Bar bar : bars) {
            shuffledTwice.snapshot();
            shuffledTwice.accept(bar, 5);
        }
        assertEquals(csv(once.snapshot()), csv(shuffledTwice.snapshot()));
    }

    @Test
    void hasTheContractsColumnsForEveryIndicatorAndIsEmptyExactlyWhileWarmingUp() throws IOException {
        BoardModel model = model(ALL, Interval.ONE_DAY);
        for (int i = 0; i < 200; i++) {
            model.accept(bar("A", i, 100 + 10 * Math.sin(i / 5.0) + i % 3), 0);
        }
        List<String> lines = csv(model.snapshot()).lines().toList();
        List<String> header = List.of(lines.get(0).split(","));
        List<String> expected = new ArrayList<>(List.of("symbol", "time", "close"));
        List<Integer> warmUps = new ArrayList<>(List.of(0, 0, 0));
        for (Study study : ALL) {
            expected.addAll(study.columns());
            study.indicator().outputs().forEach(output -> warmUps.add(output.warmUp(study.arguments())));
        }
        assertEquals(expected, header);
        assertTrue(
                header.containsAll(List.of("rsi_14", "macd_12_26_9_histogram", "bollinger_20_2_upper", "obv")),
                lines.get(0));
        assertEquals(201, lines.size());
        for (int i = 0; i < 200; i++) {
            String[] cells = lines.get(1 + i).split(",", -1);
            assertEquals(header.size(), cells.length);
            for (int c = 0; c < cells.length; c++) {
                assertEquals(i < warmUps.get(c), cells[c].isEmpty(), header.get(c) + " of bar " + i);
            }
        }
    }

    @Test
    void drawsPricesWithStudiesOverThemAndAPaneForEachOfTheOthers() {
        List<Study> studies = Catalogue.standard().studies("rsi:2,bollinger:3:2,sar,volume:2,macd:2:3:2");
        BoardModel model = model(studies, Interval.ONE_DAY);
        for (int i = 0; i < 40; i++) {
            model.accept(bar("A", i, 100 + 10 * Math.sin(i / 5.0)), 0);
        }
        ChartView chart = model.snapshot().charts().get(0);
        assertEquals("A · Bollinger Bands 3, 2 · Parabolic SAR 0.02, 0.2 · 1d", chart.title());
        assertEquals(
                List.of(
                        "close MAIN",
                        "bollinger:3:2 upper BAND_UPPER",
                        "bollinger:3:2 lower BAND_LOWER",
                        "bollinger:3:2 middle DERIVED",
                        "sar:0.02:0.2 DOTS"),
                lines(chart));
        assertEquals(
                List.of("Relative Strength Index 2", "Volume 2", "Moving Average Convergence Divergence 2, 3, 2"),
                chart.below().stream().map(ChartView::title).toList());
        ChartView rsi = chart.below().get(0);
        assertEquals(List.of("rsi:2 DERIVED"), lines(rsi));
        assertEquals(List.of(30.0, 70.0), rsi.guides());
        assertEquals(100, rsi.yMax());
        ChartView volume = chart.below().get(1);
        assertEquals(List.of("volume:2 volume HISTOGRAM", "volume:2 mean DERIVED"), lines(volume));
        assertEquals(0, volume.yMin());
        assertTrue(Double.isNaN(chart.below().get(2).yMin()), "the histogram goes below zero");
    }

    private static List<String> lines(ChartView chart) {
        return chart.lines().stream()
                .map(line -> line.name() + ' ' + line.role())
                .toList();
    }

    @Test
    void drawsWhatIsShiftedAtTheBarsThatItIsOf() {
        BoardModel model = model(Catalogue.standard().studies("ichimoku:2:3:4"), Interval.ONE_DAY);
        for (int i = 0; i < 10; i++) {
            model.accept(bar("A", i, 100 + i), 0);
        }
        ChartView chart = model.snapshot().charts().get(0);
        Line lagging = chart.lines().stream()
                .filter(line -> line.name().endsWith("lagging"))
                .findFirst()
                .orElseThrow();
        double none = Double.NaN;
        assertArrayEquals(new double[] {103, 104, 105, 106, 107, 108, 109, none, none, none}, lagging.y());
        Line ahead = chart.lines().stream()
                .filter(line -> line.name().endsWith("span-b"))
                .findFirst()
                .orElseThrow();
        assertTrue(Double.isNaN(ahead.y(5)), "three bars to warm up, and three ahead");
        assertEquals(101.5, ahead.y(6));
    }

    @Test
    void drawsEveryIndicator() {
        BoardModel model = model(ALL, Interval.ONE_DAY);
        model.accept(bar("A", 0, 100), 0);
        long over = ALL.stream()
                .map(Study::indicator)
                .filter(i -> i.pane().place() == tickwing.analytics.indicator.Pane.Place.OVER_PRICE)
                .count();
        ChartView chart = model.snapshot().charts().get(0);
        assertEquals("A · " + over + " indicators · 1d", chart.title());
        assertEquals(ALL.size() - over, chart.below().size());
        int outputs = ALL.stream()
                .map(Study::indicator)
                .map(Indicator::outputs)
                .mapToInt(List::size)
                .sum();
        int drawn = chart.lines().size()
                - 1
                + chart.below().stream().mapToInt(pane -> pane.lines().size()).sum();
        assertEquals(outputs, drawn);
    }

    @Test
    void makesNoNewChartOfASymbolThatHasNotChanged() {
        BoardModel model = model(SMA, Interval.ONE_DAY);
        model.accept(bar("A", 0, 1), 0);
        model.accept(bar("B", 0, 1), 0);
        Snapshot before = model.snapshot();
        model.accept(bar("B", 1, 2), 0);
        Snapshot after = model.snapshot();
        assertSame(before.charts().get(0), after.charts().get(0));
        assertEquals(1, before.charts().get(1).axis().size(), "as it was, though nobody had looked");
        assertEquals(2, after.charts().get(1).axis().size());
    }

    @Test
    void leavesASnapshotAsItWasWhenBarsComeLater() throws IOException {
        BoardModel model = model(SMA, Interval.ONE_DAY);
        model.accept(bar("A", 0, 1), 0);
        Snapshot before = model.snapshot();
        String csv = csv(before);
        model.accept(bar("A", 0, 9), 1);
        model.accept(bar("A", 1, 2), 1);
        model.snapshot();
        assertEquals(csv, csv(before));
    }

    @Test
    void isAsNewOnceItIsCleared() throws IOException {
        BoardModel model = new BoardModel(SMA, Interval.ONE_DAY, StockStyle.LINE, Set.of(), 1);
        model.accept(bar("A", 0, 1), 0);
        model.accept(bar("B", 0, 1), 0);
        assertEquals(
                "1 symbols left out: there is room for the first 1 by name",
                model.snapshot().note());
        assertEquals("1 symbols left out: there is room for the first 1 by name", model.leftOut());
        model.clear();
        assertTrue(model.snapshot().isEmpty());
        assertEquals("", model.leftOut());
        model.accept(bar("B", 0, 3), 0);
        assertEquals("symbol,time,close,sma_3\nB,2014-01-01,3.0,\n", csv(model.snapshot()));
    }

    @Test
    void namesSymbolsThatAreMissingAndCountsBarsThatAreOfNoUse() {
        BoardModel model = model(SMA, Interval.ONE_MONTH, "A", "Z");
        model.accept(bar("Q", 0, 1), 0);
        BarTime monday = BarTime.of(LocalDate.of(2014, 1, 6));
        model.accept(Bar.finished("A", Interval.ONE_WEEK, monday, 1, 1, 1, 1, Double.NaN, 1), 0);
        Snapshot snapshot = model.snapshot();
        assertEquals("no bars of A · no bars of Z · 1 bars of longer intervals than 1mo left out", snapshot.note());
        assertTrue(snapshot.charts().isEmpty());
    }

    @Test
    void drawsCandlesAFormingBarApartAndSaysWhatIsSimulated() {
        BoardModel model = new BoardModel(SMA, Interval.ONE_DAY, StockStyle.CANDLES, Set.of(), 10);
        model.accept(bar("A", 0, 1), 0);
        OffsetDateTime quoted = OffsetDateTime.parse("2014-01-02T11:00:00-05:00");
        BarTime time = BarTime.of(quoted.toLocalDate());
        model.accept(new Bar("A", Interval.ONE_DAY, time, 1, 2, 1, 2, Double.NaN, 5, quoted, true), 0);
        ChartView chart = model.snapshot().charts().get(0);
        assertTrue(chart.hasCandles());
        assertEquals(1, chart.formingFrom());
        assertTrue(chart.title().endsWith("1d · SIMULATED from 2014-01-02 on"), chart.title());
        assertFalse(chart.isEmpty());
    }
}
