package tickwing.analytics.indicator;

/**
 * Bollinger Bands of closes, in price units: the simple moving average, and that average plus and minus so many
 * population standard deviations of the same closes; NaN until the window of {@code period} closes is full.
 *
 * <p>Definition: John Bollinger, "Bollinger on Bollinger Bands" (2001), chapter 7; the same as TA-Lib's BBANDS with a
 * simple moving average. Not safe for use by several threads.
 *
 * <p>An update costs the same whatever the period: closes come in blocks of {@code period}, and the window is what is left
 * of the last block and what there is of this one, each with its sum and its sum of squares. Nothing that leaves the window
 * is subtracted, so that a price of 1e12 leaves no rounding error behind. Closes are counted from the first one of this
 * block, which is in the window: it is at most {@code sqrt(period)} standard deviations from the mean, so that the variance
 * loses no more than a factor of {@code period + 1} of the rounding error; closes that are all equal give bands of width
 * zero.
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

    private final int period;
    /** Of a close in the window; divisions are slow. */
    private final double share;

    private final double width;
    private final double[] block;
    /** Of the last block, from each close to its end, counted from this block's first close. */
    private final double[] restSum;

    private final double[] restSquares;
    private int size;
    private double origin;
    private double sum;
    private double squares;
    private boolean full;
    private double lower = Double.NaN;
    private double middle = Double.NaN;
    private double upper = Double.NaN;

    public BollingerBands(Params params) {
        period = params.period();
        share = 1.0 / period;
        width = params.width();
        block = new double[period];
        restSum = new double[period + 1];
        restSquares = new double[period + 1];
        size = period;
    }

    /**
     * Takes the next close. Makes nothing: what it has worked out is asked for one by one.
     *
     * @param close in price units; finite
     * @return whether there are bands of the window that ends with it
     */
    public boolean update(double close) {
        if (size == period) {
            beginBlock(close);
        }
        block[size++] = close;
        double distance = close - origin;
        sum += distance;
        squares += distance * distance;
        if (!full && size < period) {
            return false;
        }
        full = true;
        double mean = (sum + restSum[size]) * share;
        double variance = (squares + restSquares[size]) * share - mean * mean;
        double reach = variance <= 0 ? 0 : width * Math.sqrt(variance);
        middle = origin + mean;
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

    /** Makes the full block the last one. */
    private void beginBlock(double close) {
        origin = close;
        size = 0;
        sum = 0;
        squares = 0;
        double rest = 0;
        double restOfSquares = 0;
        for (int from = period - 1; from > 0; from--) {
            double distance = block[from] - close;
            rest += distance;
            restOfSquares += distance * distance;
            restSum[from] = rest;
            restSquares[from] = restOfSquares;
        }
    }
}
