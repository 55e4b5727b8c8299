package tickwing.analytics.indicator;

import java.util.Optional;

/**
 * Bollinger Bands of closes, in price units: the simple moving average, and that average plus and minus so many
 * population standard deviations of the same closes. Empty until the window of {@code period} closes is full.
 *
 * <p>Definition: John Bollinger, "Bollinger on Bollinger Bands" (2001), chapter 7; the same as TA-Lib's BBANDS with a
 * simple moving average. Not safe for use by several threads.
 *
 * <p>Each update goes over the whole window again, in two passes and relative to the newest close. That costs some tens of
 * nanoseconds for 20 bars; running sums would be faster, but a price of 1e12 that leaves their window leaves its rounding
 * error behind, and closes that are all equal would not give bands of width zero.
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

    /** {@code lower <= middle <= upper}, in price units. */
    public record Bands(double lower, double middle, double upper) {}

    private final double width;
    private final double[] window;
    private long closes;

    public BollingerBands(Params params) {
        width = params.width();
        window = new double[params.period()];
    }

    /**
     * Takes the next close; returns the bands of the window that ends with it.
     *
     * @param close in price units; finite
     */
    public Optional<Bands> update(double close) {
        window[(int) (closes++ % window.length)] = close;
        if (closes < window.length) {
            return Optional.empty();
        }
        double sum = 0;
        for (double c : window) {
            sum += c - close;
        }
        double mean = sum / window.length;
        double squares = 0;
        for (double c : window) {
            double deviation = c - close - mean;
            squares += deviation * deviation;
        }
        double middle = close + mean;
        double reach = width * Math.sqrt(squares / window.length);
        return Optional.of(new Bands(middle - reach, middle, middle + reach));
    }
}
