package tickwing.charts.draw;

import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;

/**
 * From where to where the axes go. The y axis is a little larger than what it shows and ends at round numbers, so that
 * it stays where it is while the last bar moves.
 */
record Limits(double xMin, double xMax, double yMin, double yMax) {
    static Limits of(ChartView view, VisibleRange span) {
        double[] y = fit(view, span);
        if (span.size() < 1) {
            return new Limits(0, 1, y[0], y[1]);
        }
        double first = view.axis().x(span.first());
        double last = view.axis().x(span.last());
        double half = span.size() < 2 ? 0.5 : (last - first) / (span.size() - 1) / 2;
        return new Limits(first - half, last + half, y[0], y[1]);
    }

    private static double[] fit(ChartView view, VisibleRange span) {
        boolean fromZero = view.lines().stream().anyMatch(line -> line.role() == Line.Role.HISTOGRAM);
        double low = fromZero ? 0 : Double.POSITIVE_INFINITY;
        double high = fromZero ? 0 : Double.NEGATIVE_INFINITY;
        for (int i = span.first(); i <= span.last(); i++) {
            double stacked = 0;
            for (Line line : view.lines()) {
                double y = line.y(i);
                if (line.role() == Line.Role.STACKED) {
                    stacked += Double.isNaN(y) ? 0 : y;
                    y = stacked;
                }
                low = y < low ? y : low;
                high = y > high ? y : high;
            }
            if (view.hasCandles()) {
                low = Math.min(low, view.candles().low()[i]);
                high = Math.max(high, view.candles().high()[i]);
            }
        }
        return rounded(low, high, view.yMin(), view.yMax());
    }

    static double[] rounded(double low, double high, double fixedMin, double fixedMax) {
        if (low > high) {
            low = Double.isNaN(fixedMin) ? 0 : fixedMin;
            high = Double.isNaN(fixedMax) ? low + 1 : fixedMax;
        }
        double room = high > low ? (high - low) * 0.03 : high == 0 ? 1 : Math.abs(high) * 0.01;
        double step = step((high - low + 2 * room) / 16);
        double min = Double.isNaN(fixedMin) ? Math.floor((low - room) / step) * step : fixedMin;
        double max = Double.isNaN(fixedMax) ? Math.ceil((high + room) / step) * step : fixedMax;
        return new double[] {beyond(fixedMin, min, min - max), max > min ? beyond(fixedMax, max, max - min) : min + 1};
    }

    /** Lines that run along a fixed limit, and its label, need some room; zero is the ground that things stand on. */
    private static double beyond(double fixed, double limit, double span) {
        return Double.isNaN(fixed) || fixed == 0 ? limit : limit + span * 0.03;
    }

    /** The 1, 2 or 5 times a power of ten that is next above. */
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double ratio = least / power;
        return power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
    }
}
