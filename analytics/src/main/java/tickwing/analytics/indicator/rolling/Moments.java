package tickwing.analytics.indicator.rolling;

import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * Mean and variance of the last values of a series. Not safe for use by several threads.
 *
 * <p>An update costs the same however many values there are: they come in blocks as long as the window, and the window is
 * what is left of the last block and what there is of this one, each with its sum and its sum of squares. Nothing that
 * leaves the window is subtracted, so that a value of 1e12 leaves no rounding error behind. Values are counted from the
 * first one of this block, which is in the window: it is at most {@code sqrt(count)} standard deviations from the mean, so
 * that the variance loses no more than a factor of {@code count + 1} of the rounding error; values that are all equal have
 * themselves as the mean and a variance of exactly 0.
 */
public final class Moments {
    private final int count;
    /** Of a value in the window; divisions are slow. */
    private final double share;

    private final double[] block;
    /** Of the last block, from each value to its end, counted from this block's first value. */
    private final double[] restSum;

    private final double[] restSquares;
    private int size;
    private double origin;
    private double sum;
    private double squares;
    /** Of the mean from the origin. */
    private double distance;

    private boolean full;

    /** @param count how many values make a window; 1 or more */
    public Moments(int count) {
        this.count = count;
        share = 1.0 / count;
        block = new double[count];
        restSum = new double[count + 1];
        restSquares = new double[count + 1];
        size = count;
    }

    /**
     * Takes the next value, which is finite.
     *
     * @return whether the window is full, so that there are a mean and a variance
     */
    public boolean update(double value) {
        if (size == count) {
            beginBlock(value);
        }
        block[size++] = value;
        add(value);
        if (!full && size < count) {
            return false;
        }
        full = true;
        distance = (sum + restSum[size]) * share;
        return true;
    }

    /** The mean of the window; of no meaning before the window is full. */
    public double mean() {
        return origin + distance;
    }

    /** The population variance of the window, 0 or more; of no meaning before the window is full. */
    public double variance() {
        double variance = (squares + restSquares[size]) * share - distance * distance;
        return variance <= 0 ? 0 : variance;
    }

    /** The variance with {@code count - 1} degrees of freedom; the window holds 2 values or more. */
    public double sampleVariance() {
        return variance() * count / (count - 1);
    }

    /** The values alone: all sums follow from them. */
    public void save(DoubleSink to) {
        to.put(full);
        to.put(size);
        to.put(block);
    }

    public void restore(DoubleSource from) {
        full = from.nextBoolean();
        size = from.nextInt();
        from.fill(block);
        origin = block[0];
        sumRest(size);
        sum = 0;
        squares = 0;
        for (int i = 0; i < size; i++) {
            add(block[i]);
        }
        distance = (sum + restSum[size]) * share;
    }

    private void add(double value) {
        double fromOrigin = value - origin;
        sum += fromOrigin;
        squares += fromOrigin * fromOrigin;
    }

    /** Makes the full block the last one. */
    private void beginBlock(double value) {
        origin = value;
        size = 0;
        sum = 0;
        squares = 0;
        sumRest(1);
    }

    private void sumRest(int first) {
        double rest = 0;
        double restOfSquares = 0;
        for (int from = count - 1; from >= first; from--) {
            double fromOrigin = block[from] - origin;
            rest += fromOrigin;
            restOfSquares += fromOrigin * fromOrigin;
            restSum[from] = rest;
            restSquares[from] = restOfSquares;
        }
    }
}
