package tickwing.analytics.indicator.rolling;

import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The linearly weighted mean of the last values of a series: the oldest counts once, the next twice, the newest as often as
 * there are values. Not safe for use by several threads.
 *
 * <p>Values come in blocks and are counted from the first one of this block, as in {@link Moments}: equal values have
 * themselves as the mean.
 */
public final class WeightedMean {
    private final int count;
    private final double weights;
    private final double[] block;

    /**
     * Of the last block, from each value to its end: the sum, the first of them once, the next twice and so on, counted from
     * this block's first value.
     */
    private final double[] restWeighted;

    private int size;
    private double origin;
    private double sum;
    private double weighted;
    private boolean full;

    /** @param count how many values make a window; 1 or more */
    public WeightedMean(int count) {
        this.count = count;
        weights = count * (count + 1.0) / 2;
        block = new double[count];
        restWeighted = new double[count + 1];
        size = count;
    }

    /** Takes the next value, which is finite; returns the mean, or NaN while the window is not full. */
    public double update(double value) {
        if (size == count) {
            origin = value;
            size = 0;
            sum = 0;
            weighted = 0;
            sumRest(1);
        }
        block[size] = value;
        add(size++);
        full |= size == count;
        if (!full) {
            return Double.NaN;
        }
        // The newer values weigh more than each of the count - size older ones.
        return origin + (restWeighted[size] + (count - size) * sum + weighted) / weights;
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
        weighted = 0;
        for (int i = 0; i < size; i++) {
            add(i);
        }
    }

    private void add(int at) {
        double distance = block[at] - origin;
        sum += distance;
        weighted += (at + 1) * distance;
    }

    private void sumRest(int first) {
        double rest = 0;
        double restOfWeighted = 0;
        for (int from = count - 1; from >= first; from--) {
            rest += block[from] - origin;
            restOfWeighted += rest;
            restWeighted[from] = restOfWeighted;
        }
    }
}
