package tickwing.analytics.indicator.rolling;

import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * A mean in which older values count less and less: it begins as the plain mean of the first values, and each later value
 * moves it by a share of the distance to that value. Equal values have themselves as the mean. Not safe for use by several
 * threads.
 */
public final class SmoothedMean {
    private final int first;
    /** What is kept of the distance to a new value. */
    private final double kept;

    private int seen;
    private double origin;
    private double sum;
    private double mean = Double.NaN;

    private SmoothedMean(int first, double kept) {
        this.first = first;
        this.kept = kept;
    }

    /** The exponential moving average of so many values: a share of {@code 2 / (period + 1)}. */
    public static SmoothedMean exponential(int period) {
        return new SmoothedMean(period, (period - 1.0) / (period + 1));
    }

    /** Wilder's smoothing: a share of {@code 1 / period}. */
    public static SmoothedMean wilder(int period) {
        return new SmoothedMean(period, (period - 1.0) / period);
    }

    /** Takes the next value, which is finite; returns {@link #mean}. */
    public double update(double value) {
        if (seen == first) {
            mean = value + kept * (mean - value);
            return mean;
        }
        if (seen == 0) {
            origin = value;
        }
        sum += value - origin;
        seen++;
        if (seen == first) {
            mean = origin + sum / first;
        }
        return mean;
    }

    /** The mean, or NaN while there are not as many values as it begins with. */
    public double mean() {
        return mean;
    }

    public void save(DoubleSink to) {
        to.put(seen);
        to.put(origin);
        to.put(sum);
        to.put(mean);
    }

    public void restore(DoubleSource from) {
        seen = from.nextInt();
        origin = from.next();
        sum = from.next();
        mean = from.next();
    }
}
