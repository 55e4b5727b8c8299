package tickwing.charts.view;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One chart: lines over a common x axis.
 *
 * @param title what the chart is about; says it when data is simulated
 * @param yTitle what the y axis measures, with its unit
 * @param xLabel the text of a tick of the x axis; empty where there is nothing to say
 * @param formingFrom from which x on values can still change; they are drawn apart; NaN where all are final
 * @param guides y values that are marked by a thin line
 * @param yMin where the y axis starts; NaN to fit the data
 * @param yMax where the y axis ends; NaN to fit the data
 */
public record ChartView(
        String title,
        String yTitle,
        DoubleFunction<String> xLabel,
        double formingFrom,
        List<Line> lines,
        List<Double> guides,
        double yMin,
        double yMax) {

    public ChartView {
        lines = List.copyOf(lines);
        guides = List.copyOf(guides);
    }

    /** Whether there is any point to draw. */
    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.x().length == 0);
    }
}
