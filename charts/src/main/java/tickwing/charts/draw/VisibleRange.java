package tickwing.charts.draw;

import tickwing.charts.view.ChartView;

/**
 * Which positions of a chart's axis are to be seen.
 *
 * @param first 0 or more
 * @param last included; before {@code first} where there is nothing to see
 */
public record VisibleRange(int first, int last) {
    /** All that the chart has. */
    public static VisibleRange all(ChartView view) {
        return new VisibleRange(0, view.axis().size() - 1);
    }

    public int size() {
        return last - first + 1;
    }
}
