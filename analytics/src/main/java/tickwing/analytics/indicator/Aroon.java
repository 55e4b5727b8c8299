package tickwing.analytics.indicator;

import java.util.Arrays;

/**
 * Aroon up, down and oscillator, in percent: how recent the highest high and the lowest low of the last {@code period + 1}
 * bars are. Up is {@code 100 (period - bars since the highest high) / period}, down likewise, the oscillator is up minus
 * down. Of several bars with the same extreme the most recent counts. NaN for the first {@code period} bars.
 *
 * <p>Definition: Tushar Chande, "A Time Price Oscillator", Technical Analysis of Stocks &amp; Commodities 13:9 (1995); the
 * same as TA-Lib's AROON and AROONOSC. Not safe for use by several threads.
 *
 * <p>An update costs the same whatever the period: bars come in blocks as long as the window, which is what is left of the
 * last block and what there is of this one; the extremes of either are known (M. van Herk, Pattern Recognition Letters 13,
 * 1992). A queue of candidates would cost the same on paper, but three times as much with branches that nobody predicts.
 */
public final class Aroon {
    /** @param period how many bars to look back from the newest; 2 or more */
    public record Params(int period) {
        /** The usual 25 bars. */
        public static final Params DEFAULT = new Params(25);

        public Params {
            if (period < 2) {
                throw new IllegalArgumentException("period must be at least 2 bars, was " + period);
            }
        }
    }

    private final int period;
    private final Highest highs;
    private final Highest lows;
    /** By bars since the extreme: a table, since divisions are slow. */
    private final double[] percent;

    private int place;
    private boolean full;
    private double up = Double.NaN;
    private double down = Double.NaN;

    public Aroon(Params params) {
        period = params.period();
        highs = new Highest(period + 1);
        lows = new Highest(period + 1);
        percent = new double[period + 1];
        for (int since = 0; since <= period; since++) {
            percent[since] = 100.0 * (period - since) / period;
        }
    }

    /**
     * Takes the next bar. Makes nothing: what it has worked out is asked for one by one.
     *
     * @param high in price units; finite
     * @param low in price units; finite
     * @return whether there is a reading of the window that ends with it
     */
    public boolean update(double high, double low) {
        int at = place;
        if (at > period) {
            at = 0;
            highs.beginBlock();
            lows.beginBlock();
        }
        place = at + 1;
        int sinceHighest = highs.update(at, high);
        int sinceLowest = lows.update(at, -low);
        if (!full && at < period) {
            return false;
        }
        full = true;
        up = percent[sinceHighest];
        down = percent[sinceLowest];
        return true;
    }

    /** From 0, the highest high is {@code period} bars ago, to 100, it is the last bar's; percent. */
    public double up() {
        return up;
    }

    /** From 0, the lowest low is {@code period} bars ago, to 100, it is the last bar's; percent. */
    public double down() {
        return down;
    }

    /** Up minus down, from -100 to 100; percent. */
    public double oscillator() {
        return up - down;
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

        /** Makes the full block the last one. */
        void beginBlock() {
            double best = Double.NEGATIVE_INFINITY;
            int bestPlace = 0;
            for (int from = block.length - 1; from > 0; from--) {
                if (block[from] > best) {
                    best = block[from];
                    bestPlace = from;
                }
                rest[from] = best;
                restPlace[from] = bestPlace;
            }
            highest = Double.NEGATIVE_INFINITY;
        }
    }
}
