package tickwing.charts.view;

import java.util.List;
import java.util.Objects;
import tickwing.common.text.Printable;

/**
 * One chart: lines over a common axis of dates.
 *
 * @param name what tells it from other charts of the same window: a symbol; never changes
 * @param title what the chart is about; says it when data is simulated; always {@link Printable}
 * @param yTitle what the y axis measures, with its unit
 * @param axis where the values are
 * @param formingFrom from which position on values can still change; they are drawn apart; the axis's size where none
 * @param candles prices at each position; null where there are none
 * @param guides y values that are marked by a thin line
 * @param yMin where the y axis starts; NaN to fit the data
 * @param yMax where the y axis ends; NaN to fit the data
 * @param below more panes over the same axis, from top to bottom; they have none below them
 */
public record ChartView(
        String name,
        String title,
        String yTitle,
        ChartAxis axis,
        int formingFrom,
        List<Line> lines,
        PriceBars candles,
        List<Double> guides,
        double yMin,
        double yMax,
        List<ChartView> below) {

    public ChartView {
        Objects.requireNonNull(name);
        title = Printable.of(title);
        lines = List.copyOf(lines);
        guides = List.copyOf(guides);
        below = List.copyOf(below);
        for (Line line : lines) {
            if (line.y().length != axis.size()) {
                throw new IllegalArgumentException(
                        line.name() + " has " + line.y().length + " values at " + axis.size() + " positions");
            }
        }
        for (ChartView pane : below) {
            if (pane.axis() != axis || !pane.below().isEmpty()) {
                throw new IllegalArgumentException(pane.title() + " is no pane of " + title);
            }
        }
    }

    /** A chart with one pane. */
    public ChartView(
            String name,
            String title,
            String yTitle,
            ChartAxis axis,
            int formingFrom,
            List<Line> lines,
            PriceBars candles,
            List<Double> guides,
            double yMin,
            double yMax) {
        this(name, title, yTitle, axis, formingFrom, lines, candles, guides, yMin, yMax, List.of());
    }

    /** Whether there is any point to draw. */
    public boolean isEmpty() {
        return axis.size() == 0;
    }

    /** Whether candles are drawn. */
    public boolean hasCandles() {
        return candles != null && candles.shown();
    }
}
