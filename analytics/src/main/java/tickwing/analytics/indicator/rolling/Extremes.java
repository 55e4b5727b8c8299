package tickwing.analytics.indicator.rolling;

import java.util.Arrays;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The highest high and the lowest low of the last bars, and how many bars ago they were; of several bars with the same
 * extreme the most recent counts. Not safe for use by several threads.
 *
 * <p>An update costs the same however many bars there are: bars come in blocks as long as the window, which is what is left
 * of the last block and what there is of this one; the extremes of either are known (M. van Herk, Pattern Recognition
 * Letters 13, 1992). A queue of candidates would cost the same on paper, but three times as much with branches that nobody
 * predicts.
 */
public final class Extremes {
    private final int bars;
    private final Highest highs;
    private final Highest lows;
    private int size;
    private boolean full;
    private int sinceHighest;
    private int sinceLowest;

    /** @param bars how many bars make a window; 1 or more */
    public Extremes(int bars) {
        this.bars = bars;
        highs = new Highest(bars);
        lows = new Highest(bars);
    }

    /**
     * Takes the next bar, whose prices are finite.
     *
     * @return whether the window is full
     */
    public boolean update(double high, double low) {
        int at = size;
        if (at == bars) {
            at = 0;
            highs.beginBlock();
            lows.beginBlock();
        }
        size = at + 1;
        sinceHighest = highs.update(at, high);
        sinceLowest = lows.update(at, -low);
        if (!full && size < bars) {
            return false;
        }
        full = true;
        return true;
    }

    /** The highest high of the window, or of as many bars as there are; there is one at least. */
    public double highest() {
        return highs.at(size);
    }

    /** The lowest low of the window, or of as many bars as there are; there is one at least. */
    public double lowest() {
        return -lows.at(size);
    }

    /** Halfway between the two. */
    public double middle() {
        return (highest() + lowest()) / 2;
    }

    /** How many bars ago the highest high came; 0 is the newest bar. */
    public int sinceHighest() {
        return sinceHighest;
    }

    /** How many bars ago the lowest low came; 0 is the newest bar. */
    public int sinceLowest() {
        return sinceLowest;
    }

    /** The highs and lows alone: all else follows from them. */
    public void save(DoubleSink to) {
        to.put(full);
        to.put(size);
        to.put(highs.block);
        to.put(lows.block);
    }

    public void restore(DoubleSource from) {
        full = from.nextBoolean();
        size = from.nextInt();
        from.fill(highs.block);
        from.fill(lows.block);
        sinceHighest = highs.rebuild(size);
        sinceLowest = lows.rebuild(size);
    }

    /** The highest value of a sliding window, the most recent one of equals. */
    private static final class Highest {
        private final double[] block;
        /** Of the last block, from each place to its end: the highest value, and where it is. */
        private final double[] rest;

        private final int[] restPlace;
        private double highest = Double.NEGATIVE_INFINITY;
        private int place;

        Highest(int window) {
            block = new double[window];
            // No extreme of a series that has not begun.
            Arrays.fill(block, Double.NEGATIVE_INFINITY);
            rest = new double[window + 1];
            restPlace = new int[window + 1];
            Arrays.fill(rest, Double.NEGATIVE_INFINITY);
        }

        /** Takes the value at a place of this block; returns how many values ago the highest came. */
        int update(int at, double value) {
            block[at] = value;
            if (value >= highest) {
                highest = value;
                place = at;
            }
            return rest[at + 1] > highest ? at + block.length - restPlace[at + 1] : at - place;
        }

        /** The highest value where this block has so many. */
        double at(int size) {
            return Math.max(rest[size], highest);
        }

        /** Makes the full block the last one. */
        void beginBlock() {
            findRest(1);
            highest = Double.NEGATIVE_INFINITY;
        }

        /** Finds the extremes of a block whose first values are this block's and whose others are the last one's. */
        int rebuild(int size) {
            findRest(size);
            highest = Double.NEGATIVE_INFINITY;
            place = 0;
            int since = 0;
            for (int i = 0; i < size; i++) {
                since = update(i, block[i]);
            }
            return since;
        }

        private void findRest(int first) {
            double best = Double.NEGATIVE_INFINITY;
            int bestPlace = 0;
            for (int from = block.length - 1; from >= first; from--) {
                if (block[from] > best) {
                    best = block[from];
                    bestPlace = from;
                }
                rest[from] = best;
                restPlace[from] = bestPlace;
            }
        }
    }
}
