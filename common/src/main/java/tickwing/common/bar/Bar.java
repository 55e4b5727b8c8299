package tickwing.common.bar;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * Open, high, low and close of one symbol over one interval.
 *
 * @param symbol the ticker, e.g. {@code AAPL}; never blank, at most 64 characters
 * @param interval the span of time
 * @param time which bar of the series
 * @param open first price, in the currency of the listing, as are all prices; finite
 * @param high highest price; not below {@code low}
 * @param low lowest price
 * @param close last price so far
 * @param adjClose close adjusted for splits and dividends; NaN where the source has none
 * @param volume shares or coins traded, with decimals where the source has them; not negative, finite; NaN where it is
 *     unknown
 * @param quotedAt when the quote was made, for a bar that is still forming; null for a finished bar
 * @param simulated whether the prices are made up
 */
public record Bar(
        String symbol,
        Interval interval,
        BarTime time,
        double open,
        double high,
        double low,
        double close,
        double adjClose,
        double volume,
        OffsetDateTime quotedAt,
        boolean simulated) {

    /** How many characters a symbol may have. */
    public static final int MAX_SYMBOL = 64;
    /** The largest volume of a record: up to here, a double holds every whole number. */
    public static final long MAX_VOLUME = 1L << 53;

    public Bar {
        Objects.requireNonNull(interval);
        Objects.requireNonNull(time);
        String flaw = flaw(symbol, open, high, low, close, volume);
        if (flaw != null) {
            throw new IllegalArgumentException(flaw);
        }
        // Of the two zeros that a double has, the one that is written as 0.
        volume += 0.0;
    }

    /** What keeps these values from being a bar, as a short phrase; null when nothing does. */
    static String flaw(String symbol, double open, double high, double low, double close, double volume) {
        if (symbol == null || symbol.isBlank()) {
            return "Symbol is missing";
        }
        if (symbol.length() > MAX_SYMBOL) {
            return "Symbol is longer than " + MAX_SYMBOL + " characters";
        }
        if (!Double.isFinite(open) || !Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
            return "a price is not finite";
        }
        if (high < low) {
            return "High is below Low";
        }
        if (Double.isInfinite(volume)) {
            return "Volume is not finite";
        }
        return volume < 0 ? "Volume is negative" : null;
    }

    /** A finished bar of real prices. */
    public static Bar finished(
            String symbol,
            Interval interval,
            BarTime time,
            double open,
            double high,
            double low,
            double close,
            double adjClose,
            double volume) {
        return new Bar(symbol, interval, time, open, high, low, close, adjClose, volume, null, false);
    }

    /** Whether the bar can still change. */
    public boolean isForming() {
        return quotedAt != null;
    }
}
