package tickwing.analytics.indicator.catalogue;

import tickwing.analytics.indicator.Candle;
import tickwing.analytics.indicator.rolling.SmoothedMean;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/** Wilder's mean of true ranges, in price units; begins as the mean of the first {@code period}. */
final class AverageTrueRange {
    private final SmoothedMean ranges;
    private double previousClose = Double.NaN;

    AverageTrueRange(int period) {
        ranges = SmoothedMean.wilder(period);
    }

    /** How far the price has moved from the close before this bar to its end, in price units; 0 or more. */
    static double trueRange(Candle candle, double previousClose) {
        return Math.max(candle.high(), previousClose) - Math.min(candle.low(), previousClose);
    }

    /** The mean, or NaN for the first {@code period} bars: the first bar has no true range. */
    double update(Candle candle) {
        double before = previousClose;
        previousClose = candle.close();
        return Double.isNaN(before) ? Double.NaN : ranges.update(trueRange(candle, before));
    }

    void save(DoubleSink to) {
        ranges.save(to);
        to.put(previousClose);
    }

    void restore(DoubleSource from) {
        ranges.restore(from);
        previousClose = from.next();
    }
}
