package tickwing.analytics.indicator;

import java.util.Optional;

/**
 * Aroon up, down and oscillator, in percent: how recent the highest high and the lowest low of the last {@code period + 1}
 * bars are. Up is {@code 100 (period - bars since the highest high) / period}, down likewise, the oscillator is up minus
 * down. Of several bars with the same extreme the most recent counts. Empty for the first {@code period} bars.
 *
 * <p>Definition: Tushar Chande, "A Time Price Oscillator", Technical Analysis of Stocks &amp; Commodities 13:9 (1995); the
 * same as TA-Lib's AROON and AROONOSC. Not safe for use by several threads.
 *
 * <p>An update costs the same whatever the period: each bar enters and leaves a queue of candidates once.
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

    /** Up and down from 0 to 100, the oscillator from -100 to 100; percent. */
    public record Reading(double up, double down, double oscillator) {}

    private final int period;
    private final Extremes highs;
    private final Extremes lows;
    private long bar = -1;

    public Aroon(Params params) {
        period = params.period();
        highs = new Extremes(period + 1);
        lows = new Extremes(period + 1);
    }

    /**
     * Takes the next bar; returns the reading of the window that ends with it.
     *
     * @param high in price units; finite
     * @param low in price units; finite
     */
    public Optional<Reading> update(double high, double low) {
        bar++;
        long highest = highs.highest(bar, high);
        long lowest = lows.highest(bar, -low);
        if (bar < period) {
            return Optional.empty();
        }
        double up = percent(bar - highest);
        double down = percent(bar - lowest);
        return Optional.of(new Reading(up, down, up - down));
    }

    private double percent(long barsSince) {
        return 100.0 * (period - barsSince) / period;
    }

    /**
     * The bars of a sliding window that can still become its extreme: values fall from the oldest candidate, which is the
     * extreme now, to the newest. A ring, so that nothing is allocated.
     */
    private static final class Extremes {
        private final long[] bars;
        private final double[] values;
        private int first;
        private int size;

        Extremes(int window) {
            bars = new long[window];
            values = new double[window];
        }

        /** Takes the value of the next bar; returns the most recent bar that holds the window's highest value. */
        long highest(long bar, double value) {
            while (size > 0 && values[index(size - 1)] <= value) {
                size--;
            }
            if (size > 0 && bars[first] <= bar - bars.length) {
                first = index(1);
                size--;
            }
            int last = index(size++);
            bars[last] = bar;
            values[last] = value;
            return bars[first];
        }

        private int index(int offset) {
            int index = first + offset;
            return index < bars.length ? index : index - bars.length;
        }
    }
}
