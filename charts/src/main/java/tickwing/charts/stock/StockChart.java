package tickwing.charts.stock;

import java.util.ArrayList;
import java.util.List;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;
import tickwing.common.bar.Bar;

/**
 * One symbol's chart. The x axis counts bars, so that nights and weekends leave no holes; its labels are dates.
 */
final class StockChart {
    private StockChart() {}

    static ChartView view(StockValues values, StockIndicator indicator) {
        List<Bar> bars = values.bars();
        double[] x = new double[bars.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        List<Line> lines = new ArrayList<>();
        for (int c = 0; c < values.columns().length; c++) {
            StockIndicator.Column column = indicator.columns().get(c);
            lines.add(new Line(column.name(), column.role(), column.colour(), x, values.columns()[c]));
        }
        boolean forming = bars.get(bars.size() - 1).isForming();
        return new ChartView(
                title(bars, indicator),
                indicator.yTitle(),
                at -> label(bars, at),
                forming ? bars.size() - 1 : Double.NaN,
                lines,
                indicator.guides(),
                indicator.yMin(),
                indicator.yMax());
    }

    private static String title(List<Bar> bars, StockIndicator indicator) {
        String title = bars.get(0).symbol() + " · " + indicator.title();
        return bars.stream()
                .filter(Bar::simulated)
                .findFirst()
                .map(first -> title + " · SIMULATED from " + first.time().date() + " on")
                .orElse(title);
    }

    private static String label(List<Bar> bars, double at) {
        int index = (int) Math.round(at);
        if (Math.abs(at - index) > 1e-6 || index < 0 || index >= bars.size()) {
            return "";
        }
        String time = bars.get(index).time().toString();
        return time.length() > 16 ? time.substring(5, 16).replace('T', ' ') : time;
    }
}
