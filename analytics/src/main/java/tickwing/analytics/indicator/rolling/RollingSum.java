package tickwing.analytics.indicator.rolling;

import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The sum of the last values of a series. Not safe for use by several threads.
 *
 * <p>Values come in blocks as in {@link Moments}, so that nothing is ever subtracted: a large value leaves no rounding error
 * behind, and a window of zeros has the sum 0.
 */
public final class RollingSum {
    private final double[] block;
    /** Of the last block, from each value to its end. */
    private final double[] rest;

    private int size;
    private double sum;
    private boolean full;

    /** @param count how many values make a window; 1 or more */
    public RollingSum(int count) {
        block = new double[count];
        rest = new double[count + 1];
        size = count;
    }

    /** Takes the next value, which is finite; returns {@link #sum}. */
    public double update(double value) {
        if (size == block.length) {
            sumRest(1);
            size = 0;
            sum = 0;
        }
        block[size++] = value;
        sum += value;
        full |= size == block.length;
        return sum();
    }

    /** Whether there are as many values as the window holds. */
    public boolean isFull() {
        return full;
    }

    /** The sum of the window, or of as many values as there are. */
    public double sum() {
        return sum + rest[size];
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
        sumRest(size);
        sum = 0;
        for (int i = 0; i < size; i++) {
            sum += block[i];
        }
    }

    private void sumRest(int first) {
        double total = 0;
        for (int from = block.length - 1; from >= first; from--) {
            total += block[from];
            rest[from] = total;
        }
    }
}
