package tickwing.analytics.indicator;

import tickwing.analytics.indicator.rolling.Moments;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * Bollinger Bands of closes, in price units: the simple moving average, and that average plus and minus so many
 * population standard deviations of the same closes; NaN until the window of {@code period} closes is full.
 *
 * <p>Definition: John Bollinger, "Bollinger on Bollinger Bands" (2001), chapter 7; the same as TA-Lib's BBANDS with a
 * simple moving average. Not safe for use by several threads.
 *
 * <p>An update costs the same whatever the period, and a price of 1e12 leaves no rounding error behind ({@link Moments});
 * closes that are all equal give bands of width zero.
 */
public final class BollingerBands {
    /**
     * @param period how many closes are averaged, in bars; 2 or more
     * @param width distance from the middle to the outer bands, in standard deviations; more than 0
     */
    public record Params(int period, double width) {
        /** The usual 20 bars and 2 standard deviations. */
        public static final Params DEFAULT = new Params(20, 2);

        public Params {
            if (period < 2) {
                throw new IllegalArgumentException("period must be at least 2 bars, was " + period);
            }
            if (!(width > 0) || Double.isInfinite(width)) {
                throw new IllegalArgumentException("width must be more than 0 standard deviations, was " + width);
            }
        }
    }

    private final double width;
    private final Moments closes;
    private double lower = Double.NaN;
    private double middle = Double.NaN;
    private double upper = Double.NaN;

    public BollingerBands(Params params) {
        width = params.width();
        closes = new Moments(params.period());
    }

    /**
     * Takes the next close. Makes nothing: what it has worked out is asked for one by one.
     *
     * @param close in price units; finite
     * @return whether there are bands of the window that ends with it
     */
    public boolean update(double close) {
        if (!closes.update(close)) {
            return false;
        }
        middle = closes.mean();
        double reach = width * Math.sqrt(closes.variance());
        lower = middle - reach;
        upper = middle + reach;
        return true;
    }

    /** The lower band at the last close, in price units; at most {@link #middle}. */
    public double lower() {
        return lower;
    }

    /** The simple moving average at the last close, in price units. */
    public double middle() {
        return middle;
    }

    /** The upper band at the last close, in price units; at least {@link #middle}. */
    public double upper() {
        return upper;
    }

    /** Writes down the closes of the window: {@link #restore} goes on from there. */
    public void save(DoubleSink to) {
        closes.save(to);
        to.put(lower);
        to.put(middle);
        to.put(upper);
    }

    /** Takes up the state of bands with the same period and width. */
    public void restore(DoubleSource from) {
        closes.restore(from);
        lower = from.next();
        middle = from.next();
        upper = from.next();
    }
}
