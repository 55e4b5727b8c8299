package tickwing.charts.show;

import java.util.List;
import tickwing.charts.view.ChartView;

/**
 * What is written at one refresh; immutable.
 *
 * @param charts the first of those there are, as many as anybody draws
 * @param of how many there are
 * @param table all numbers
 */
public record Page(List<ChartView> charts, int of, Table table) {
    public Page {
        charts = List.copyOf(charts);
    }
}
