package tickwing.charts.stock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
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
import tickwing.board.view.StockView;
import tickwing.charts.show.Charts;
import tickwing.charts.show.Contents;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.CsvNumber;
import tickwing.charts.view.Line;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.ReaderStatus;

class StockGalleryTest {
    private static final List<Study> SMA = Catalogue.standard().studies("sma:3");
    private static final List<Study> ALL =
            Catalogue.standard().indicators().stream().map(Study::usual).toList();

    private static StockGallery gallery(List<Study> studies, Interval interval, String... symbols) {
        return new StockGallery(StockLook.of(studies), interval, StockStyle.LINE, Set.of(symbols), 10_000);
    }

    private static void publish(StockGallery gallery) {
        gallery.board().publish(ReaderStatus.NONE);
    }

    private static Contents contents(StockGallery gallery) {
        publish(gallery);
        return gallery.contents();
    }

    /** The chart of the symbol A. */
    private static ChartView chart(StockGallery gallery) {
        publish(gallery);
        try (Charts<StockView> charts = new Charts<>(gallery)) {
            return charts.newest(List.of("A")).get(0);
        }
    }

    private static Bar bar(String symbol, int day, double close) {
        BarTime time = BarTime.of(LocalDate.of(2014, 1, 1).plusDays(day));
        return Bar.finished(
                symbol, Interval.ONE_DAY, time, close - 0.25, close + 1, close - 1, close, Double.NaN, 10 + day % 5);
    }

    private static String csv(Contents contents) throws IOException {
        StringBuilder text = new StringBuilder();
        contents.table().writeTo(text);
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
                        + CsvNumber.of(closes[i])
                        + ','
                        + CsvNumber.of(sum / 3)
                        + ','
                        + CsvNumber.of(10 + i % 5)
                        + ','
                        + CsvNumber.of((before + 10 + i % 5) / 2)
                        + '\n');
            }
        }
        List<Study> studies = Catalogue.standard().studies("sma:3,volume:2");
        StockGallery once = gallery(studies, Interval.ONE_DAY);
        bars.forEach(bar -> once.board().accept(bar, 5));
        assertEquals(expected.toString(), rounded(csv(contents(once))));
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
        return CsvNumber.of(Math.rint(value * 4 * 3) / 4 / 3);
    }

    @Test
    void isTheSameForTheSameSetOfRecordsInAnyOrderAndNumber() throws IOException {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            bars.add(bar("ABC".substring(i % 3, i % 3 + 1), i / 3, 100 + i % 7));
        }
        StockGallery once = gallery(ALL, Interval.ONE_DAY);
        bars.forEach(bar -> once.board().accept(bar, 5));
        bars.addAll(List.copyOf(bars));
        Collections.shuffle(bars, new Random(3));
        StockGallery shuffledTwice = gallery(ALL, Interval.ONE_DAY);
        for (Bar bar : bars) {
            publish(shuffledTwice);
            shuffledTwice.board().accept(bar, 5);
        }
        assertEquals(csv(contents(once)), csv(contents(shuffledTwice)));
    }

    @Test
    void hasTheContractsColumnsForEveryIndicatorAndIsEmptyExactlyWhileWarmingUp() throws IOException {
        StockGallery model = gallery(ALL, Interval.ONE_DAY);
        for (int i = 0; i < 200; i++) {
            model.board().accept(bar("A", i, 100 + 10 * Math.sin(i / 5.0) + i % 3), 0);
        }
        List<String> lines = csv(contents(model)).lines().toList();
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
        StockGallery model = gallery(studies, Interval.ONE_DAY);
        for (int i = 0; i < 40; i++) {
            model.board().accept(bar("A", i, 100 + 10 * Math.sin(i / 5.0)), 0);
        }
        ChartView chart = chart(model);
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
        StockGallery model = gallery(Catalogue.standard().studies("ichimoku:2:3:4"), Interval.ONE_DAY);
        for (int i = 0; i < 10; i++) {
            model.board().accept(bar("A", i, 100 + i), 0);
        }
        ChartView chart = chart(model);
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
        StockGallery model = gallery(ALL, Interval.ONE_DAY);
        model.board().accept(bar("A", 0, 100), 0);
        long over = ALL.stream()
                .map(Study::indicator)
                .filter(i -> i.pane().place() == tickwing.analytics.indicator.Pane.Place.OVER_PRICE)
                .count();
        ChartView chart = chart(model);
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
        StockGallery model = gallery(SMA, Interval.ONE_DAY);
        model.board().accept(bar("A", 0, 1), 0);
        model.board().accept(bar("B", 0, 1), 0);
        publish(model);
        Charts<StockView> charts = new Charts<>(model);
        List<ChartView> before = charts.newest(List.of("A", "B"));
        model.board().accept(bar("B", 1, 2), 0);
        publish(model);
        List<ChartView> held = charts.held(List.of("A", "B"));
        assertSame(before.get(1), held.get(1));
        List<ChartView> after = charts.newest(List.of("A", "B"));
        assertSame(before.get(0), after.get(0));
        assertEquals(1, before.get(1).axis().size());
        assertEquals(2, after.get(1).axis().size());
        model.board().publish(new ReaderStatus(9, 0, "", 0, true, Duration.ZERO));
        assertSame(after.get(1), charts.newest(List.of("A", "B")).get(1), "only the reading went on");
    }

    @Test
    void computesNothingThatNobodyDraws() throws IOException {
        StockGallery model = gallery(ALL, Interval.ONE_DAY);
        for (int s = 0; s < 1_000; s++) {
            model.board().accept(bar("S" + (1_000 + s), 0, 1), 0);
        }
        Contents contents = contents(model);
        assertEquals(1_000, contents.names().size());
        assertEquals(0, model.board().figures().views());
        Charts<StockView> charts = new Charts<>(model);
        for (int refresh = 0; refresh < 5; refresh++) {
            charts.newest(contents.names().subList(0, 6));
            for (int s = 0; s < 1_000; s++) {
                model.board().accept(bar("S" + (1_000 + s), 1 + refresh, 1), 0);
            }
            publish(model);
        }
        assertEquals(6, model.board().figures().views());
        assertEquals(5 * 6, model.board().figures().viewsComputed());
        charts.newest(contents.names().subList(5, 7));
        assertEquals(2, model.board().figures().views(), "the others are let go");
        charts.close();
        assertEquals(0, model.board().figures().views());
    }

    @Test
    void leavesASnapshotAsItWasWhenBarsComeLater() throws IOException {
        StockGallery model = gallery(SMA, Interval.ONE_DAY);
        model.board().accept(bar("A", 0, 1), 0);
        Contents before = contents(model);
        String csv = csv(before);
        model.board().accept(bar("A", 0, 9), 1);
        model.board().accept(bar("A", 1, 2), 1);
        publish(model);
        assertEquals(csv, csv(before));
    }

    @Test
    void isAsNewOnceItIsCleared() throws IOException {
        StockGallery model = new StockGallery(StockLook.of(SMA), Interval.ONE_DAY, StockStyle.LINE, Set.of(), 1);
        model.board().accept(bar("A", 0, 1), 0);
        model.board().accept(bar("B", 0, 1), 0);
        assertEquals(
                "1 symbols left out: there is room for the first 1 by name",
                contents(model).note());
        assertEquals("1 symbols left out: there is room for the first 1 by name", model.leftOut());
        model.board().clear();
        assertTrue(contents(model).names().isEmpty());
        assertEquals("", model.leftOut());
        model.board().accept(bar("B", 0, 3), 0);
        assertEquals("symbol,time,close,sma_3\nB,2014-01-01,3.0,\n", csv(contents(model)));
    }

    @Test
    void namesSymbolsThatAreMissingAndCountsBarsThatAreOfNoUse() {
        StockGallery model = gallery(SMA, Interval.ONE_MONTH, "A", "Z");
        model.board().accept(bar("Q", 0, 1), 0);
        BarTime monday = BarTime.of(LocalDate.of(2014, 1, 6));
        model.board().accept(Bar.finished("A", Interval.ONE_WEEK, monday, 1, 1, 1, 1, Double.NaN, 1), 0);
        Contents contents = contents(model);
        assertEquals(
                "no bars of A · no bars of Z · there is Q · 1 bars of longer intervals than 1mo left out",
                contents.note());
        assertTrue(contents.names().isEmpty());
        assertTrue(model.isEmpty());
    }

    @Test
    void drawsCandlesAFormingBarApartAndSaysWhatIsSimulated() {
        StockGallery model = new StockGallery(StockLook.of(SMA), Interval.ONE_DAY, StockStyle.CANDLES, Set.of(), 10);
        model.board().accept(bar("A", 0, 1), 0);
        OffsetDateTime quoted = OffsetDateTime.parse("2014-01-02T11:00:00-05:00");
        BarTime time = BarTime.of(quoted.toLocalDate());
        model.board().accept(new Bar("A", Interval.ONE_DAY, time, 1, 2, 1, 2, Double.NaN, 5, quoted, true), 0);
        ChartView chart = chart(model);
        assertTrue(chart.hasCandles());
        assertEquals(1, chart.formingFrom());
        assertTrue(chart.title().endsWith("1d · SIMULATED from 2014-01-02 on"), chart.title());
        assertFalse(chart.isEmpty());
    }

    private static StudyChart bands(int period) {
        return StudyChart.of(
                Catalogue.bollinger(),
                List.of((double) period, 2.5),
                new StudyChart.Part("close", Line.Role.MAIN, 7),
                new StudyChart.Part("lower", Line.Role.DERIVED, 1),
                new StudyChart.Part("upper", Line.Role.DERIVED, 2));
    }

    @Test
    void drawsOneStudyOverPricesWithColumnsInTheOrderAskedFor() throws IOException {
        StockGallery gallery = new StockGallery(bands(2), Interval.ONE_DAY, StockStyle.CANDLES, Set.of(), 10);
        gallery.board().accept(bar("A", 0, 1), 0);
        gallery.board().accept(bar("A", 1, 3), 0);
        ChartView chart = chart(gallery);
        assertEquals("A · Bollinger Bands 2, 2.5 · 1d", chart.title());
        assertEquals("price per share", chart.yTitle());
        assertEquals(List.of("close MAIN", "lower DERIVED", "upper DERIVED"), lines(chart));
        assertTrue(chart.hasCandles());
        assertEquals(
                "symbol,time,close,lower,upper\nA,2014-01-01,1.0,,\nA,2014-01-02,3.0,-0.5,4.5\n",
                csv(contents(gallery)));
    }

    @Test
    void drawsAStudyThatIsNoPriceAloneAndNoCandles() throws IOException {
        StudyChart aroon =
                StudyChart.of(Catalogue.aroon(), List.of(2.0), new StudyChart.Part("up", Line.Role.DERIVED, 2));
        StockGallery gallery = new StockGallery(aroon, Interval.ONE_DAY, StockStyle.CANDLES, Set.of(), 10);
        for (int day = 0; day < 3; day++) {
            gallery.board().accept(bar("A", day, 5 - day), 0);
        }
        ChartView chart = chart(gallery);
        assertEquals(List.of("up DERIVED"), lines(chart));
        assertEquals("percent", chart.yTitle());
        assertEquals(List.of(0.0, 30.0, 70.0), chart.guides());
        assertEquals(-100, chart.yMin());
        assertFalse(chart.hasCandles());
        assertEquals(5, chart.candles().close()[0], "to be read");
        assertTrue(csv(contents(gallery)).endsWith("A,2014-01-03,0.0\n"), csv(contents(gallery)));
    }

    @Test
    void takesWhatTheCatalogueTakesFromNobodyElse() {
        assertEquals("bollinger:20000:2.5", bands(20_000).study().text());
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
            StockGallery model = new StockGallery(StockLook.of(SMA), Interval.ONE_DAY, StockStyle.LINE, Set.of(), 3);
            bars.forEach(bar -> model.board().accept(bar, 0));
            Contents contents = contents(model);
            assertEquals(List.of("S100", "S101", "S102"), contents.names());
            assertEquals("97 symbols left out: there is room for the first 3 by name", contents.note());
            expected = expected == null ? csv(contents) : expected;
            assertEquals(expected, csv(contents), "every bar of the symbols that are kept");
            assertEquals(10, expected.lines().count());
        }
    }

    @Test
    void hasRoomForAllSymbolsThatAreNamed() {
        StockGallery model =
                new StockGallery(StockLook.of(SMA), Interval.ONE_DAY, StockStyle.LINE, Set.of("X", "Y", "Z"), 1);
        for (String symbol : List.of("A", "Z", "B", "Y", "X", "C")) {
            model.board().accept(bar(symbol, 0, 1), 0);
        }
        assertEquals(List.of("X", "Y", "Z"), contents(model).names());
        assertEquals("", contents(model).note());
    }
}
