package tickwing.charts.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tickwing.board.view.Axis;
import tickwing.charts.show.Page;

/** Charts to test with: a seeded random walk of daily closes from 2013-01-01 on, and a band around it. */
public final class Samples {
    private Samples() {}

    public static ChartView stock(String symbol, int bars) {
        return stock(symbol, bars, bars);
    }

    public static ChartView stock(String symbol, int bars, int formingFrom) {
        Random random = new Random(symbol.hashCode());
        double[] close = new double[bars];
        double price = 100;
        for (int i = 0; i < bars; i++) {
            price *= 1 + 0.01 * random.nextGaussian();
            close[i] = price;
        }
        return prices(symbol, close, formingFrom);
    }

    /** A chart of these closes, none of them forming. */
    public static ChartView prices(String symbol, double... close) {
        return prices(symbol, close, close.length);
    }

    private static ChartView prices(String symbol, double[] close, int formingFrom) {
        int bars = close.length;
        long first = LocalDate.of(2013, 1, 1).toEpochDay();
        PriceBars candles = new PriceBars(
                false,
                new tickwing.board.view.Candles(
                        close, times(close, 1.01), times(close, 0.99), close, new double[bars]));
        List<Line> lines = List.of(
                new Line("close", Line.Role.MAIN, 7, close),
                new Line("middle", Line.Role.DERIVED, 1, times(close, 0.995)),
                new Line("upper", Line.Role.BAND_UPPER, 0, times(close, 1.1)),
                new Line("lower", Line.Role.BAND_LOWER, 0, times(close, 0.9)));
        ChartAxis axis = ChartAxis.counting(
                new Axis.Days(LongStream.range(first, first + bars).toArray()));
        return new ChartView(
                symbol,
                symbol + " · test",
                "price",
                axis,
                formingFrom,
                lines,
                candles,
                List.of(),
                Double.NaN,
                Double.NaN);
    }

    /** A chart with panes below: a line between -1 and 1 in one, bars above and below zero and dots in the next, in turns. */
    public static ChartView withPanes(String symbol, int bars, int panes) {
        ChartView main = stock(symbol, bars);
        double[] wave =
                IntStream.range(0, bars).mapToDouble(i -> Math.sin(i / 9.0)).toArray();
        List<ChartView> below = new ArrayList<>();
        for (int i = 0; i < panes; i++) {
            List<Line> lines = i % 2 == 0
                    ? List.of(new Line("wave " + i, Line.Role.DERIVED, 3, wave))
                    : List.of(
                            new Line("bars " + i, Line.Role.HISTOGRAM, 5, wave),
                            new Line("dots " + i, Line.Role.DOTS, 6, wave));
            below.add(new ChartView(
                    symbol, "Pane " + i, "", main.axis(), bars, lines, null, List.of(0.0), Double.NaN, Double.NaN));
        }
        return new ChartView(
                symbol,
                main.title(),
                main.yTitle(),
                main.axis(),
                main.formingFrom(),
                main.lines(),
                main.candles(),
                List.of(),
                Double.NaN,
                Double.NaN,
                below);
    }

    /** Charts of the symbols S000, S001 and so on. */
    public static List<ChartView> stocks(int symbols, int bars) {
        List<ChartView> charts = new ArrayList<>();
        for (int s = 0; s < symbols; s++) {
            charts.add(stock(String.format("S%03d", s), bars));
        }
        return charts;
    }

    /** Charts and a table that has but its header. */
    public static Page page(List<ChartView> charts) {
        return new Page(charts, charts.size(), out -> out.append("symbol,time,close\n"));
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }
}
