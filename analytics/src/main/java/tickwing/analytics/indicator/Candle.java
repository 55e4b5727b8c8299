package tickwing.analytics.indicator;

/**
 * What an indicator knows of a bar. It is read during a call and not kept, so that one object can show bar after bar.
 * Prices are in the currency of the listing; they may be 0 or negative, but are below 1e100 in size, so that sums of their
 * squares are finite.
 */
public interface Candle {
    /** The day at the exchange, in days since 1970-01-01; bars of the same day follow each other. */
    long day();

    double open();

    /** Not below {@link #low}. */
    double high();

    double low();

    double close();

    /** What was traded, 0 or more; NaN where that is unknown. */
    double volume();

    /** A candle of its own. */
    static Candle of(long day, double open, double high, double low, double close, double volume) {
        return new FixedCandle(day, open, high, low, close, volume);
    }
}
