package tickwing.charts.stock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tickwing.analytics.indicator.Output.Shape;
import tickwing.analytics.indicator.Study;
import tickwing.board.view.Pane;
import tickwing.board.view.Series;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.charts.view.ChartAxis;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;
import tickwing.charts.view.Line.Role;
import tickwing.charts.view.PriceBars;

/**
 * A board's snapshot as a chart: the prices with what is drawn over them, and a pane below for each of the other studies.
 * What is drawn later than it is worked out ends at the newest bar: there are no dates beyond it.
 */
final class StudiesChart {
    private static final int CLOSE = 7;
    private static final int HISTOGRAM = 5;
    /** How many studies a title has room for. */
    private static final int MOST_NAMED = 2;

    private final Snapshot snapshot;
    private final StockView view;
    private final StockStyle style;
    private final ChartAxis axis;

    private StudiesChart(Snapshot snapshot, StockView view, StockStyle style) {
        this.snapshot = snapshot;
        this.view = view;
        this.style = style;
        axis = ChartAxis.counting(snapshot.axis());
    }

    static ChartView view(Snapshot snapshot, StockView view, StockStyle style) {
        return new StudiesChart(snapshot, view, style).chart();
    }

    private ChartView chart() {
        Pane prices = snapshot.panes().get(0);
        PriceBars candles =
                new PriceBars(style == StockStyle.CANDLES, prices.candles().orElseThrow());
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("close", Role.MAIN, CLOSE, candles.close()));
        lines.addAll(lines(prices));
        return new ChartView(
                view.symbol(),
                title(prices),
                StockTitle.PRICE,
                axis,
                snapshot.formingFrom(),
                lines,
                candles,
                prices.guides(),
                prices.least(),
                prices.most(),
                snapshot.panes().stream().skip(1).map(this::pane).toList());
    }

    /** Of many studies the legend has the names: a title that is cut off could lose what it says of simulated bars. */
    private String title(Pane prices) {
        List<Study> over = prices.studies();
        String named = over.size() > MOST_NAMED
                ? " · " + over.size() + " indicators"
                : over.stream().map(study -> " · " + study.title()).collect(Collectors.joining());
        return StockTitle.of(view, named, snapshot);
    }

    private ChartView pane(Pane pane) {
        return new ChartView(
                view.symbol(),
                pane.studies().stream().map(Study::title).collect(Collectors.joining(" · ")),
                pane.unit().words(),
                axis,
                snapshot.formingFrom(),
                lines(pane),
                null,
                pane.guides(),
                standsOnZero(pane) ? 0 : pane.least(),
                pane.most());
    }

    /** Volumes: bars from zero on, and nothing below. */
    private static boolean standsOnZero(Pane pane) {
        return pane.series().stream().anyMatch(series -> series.shape() == Shape.HISTOGRAM)
                && pane.series().stream()
                        .flatMapToDouble(series -> Arrays.stream(series.values()))
                        .noneMatch(value -> value < 0);
    }

    private List<Line> lines(Pane pane) {
        List<Line> lines = new ArrayList<>();
        int colour = 0;
        int column = 0;
        for (Study study : pane.studies()) {
            int outputs = study.indicator().outputs().size();
            List<Series> its = pane.series().subList(column, column + outputs);
            column += outputs;
            List<Integer> edges = IntStream.range(0, outputs)
                    .filter(i -> its.get(i).shape() == Shape.BAND)
                    .boxed()
                    .toList();
            if (edges.size() >= 2) {
                // The lower edge belongs right behind the upper one, and has its colour.
                int upper = edges.get(0);
                int lower = edges.get(1);
                lines.add(line(study, upper, its.get(upper), Role.BAND_UPPER, colour(colour)));
                lines.add(line(study, lower, its.get(lower), Role.BAND_LOWER, colour(colour)));
                colour++;
            }
            for (int i = 0; i < outputs; i++) {
                boolean isEdge = edges.size() >= 2 && edges.indexOf(i) >= 0 && edges.indexOf(i) < 2;
                if (!isEdge) {
                    Role role = role(its.get(i).shape());
                    int itsColour = role == Role.HISTOGRAM ? HISTOGRAM : colour(colour++);
                    lines.add(line(study, i, its.get(i), role, itsColour));
                }
            }
        }
        return lines;
    }

    /** The closes' own colour is left out. */
    private static int colour(int i) {
        return i + i / CLOSE;
    }

    private static Role role(Shape shape) {
        return switch (shape) {
            case HISTOGRAM -> Role.HISTOGRAM;
            case DOTS -> Role.DOTS;
            case LINE, BAND -> Role.DERIVED;
        };
    }

    private static Line line(Study study, int output, Series series, Role role, int colour) {
        String name = study.indicator().outputs().size() == 1
                ? study.text()
                : study.text() + " " + study.indicator().outputs().get(output).name();
        return new Line(name, role, colour, shifted(series.values(), series.shift()));
    }

    private static double[] shifted(double[] values, int by) {
        if (by == 0) {
            return values;
        }
        double[] shifted = new double[values.length];
        Arrays.fill(shifted, Double.NaN);
        for (int i = Math.max(0, by); i < Math.min(values.length, values.length + by); i++) {
            shifted[i] = values[i - by];
        }
        return shifted;
    }
}
