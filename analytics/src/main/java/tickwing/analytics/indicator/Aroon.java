package tickwing.analytics.indicator;

import tickwing.analytics.indicator.rolling.Extremes;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * Aroon up, down and oscillator, in percent: how recent the highest high and the lowest low of the last {@code period + 1}
 * bars are. Up is {@code 100 (period - bars since the highest high) / period}, down likewise, the oscillator is up minus
 * down. Of several bars with the same extreme the most recent counts. NaN for the first {@code period} bars.
 *
 * <p>Definition: Tushar Chande, "A Time Price Oscillator", Technical Analysis of Stocks &amp; Commodities 13:9 (1995); the
 * same as TA-Lib's AROON and AROONOSC. Not safe for use by several threads. An update costs the same whatever the period.
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

    private final Extremes extremes;
    /** By bars since the extreme: a table, since divisions are slow. */
    private final double[] percent;

    private double up = Double.NaN;
    private double down = Double.NaN;

    public Aroon(Params params) {
        int period = params.period();
        extremes = new Extremes(period + 1);
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
        if (!extremes.update(high, low)) {
            return false;
        }
        up = percent[extremes.sinceHighest()];
        down = percent[extremes.sinceLowest()];
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

    /** Writes down the bars of the window: {@link #restore} goes on from there. */
    public void save(DoubleSink to) {
        extremes.save(to);
        to.put(up);
        to.put(down);
    }

    /** Takes up the state of an Aroon with the same period. */
    public void restore(DoubleSource from) {
        extremes.restore(from);
        up = from.next();
        down = from.next();
    }
}
