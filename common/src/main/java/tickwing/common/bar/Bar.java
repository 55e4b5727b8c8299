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
 * @param origin what the bar's record says of where the prices come from; bars of a {@link BarSeries} have none
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
        boolean simulated,
        Origin origin) {

    /** How many characters a symbol may have. */
    public static final int MAX_SYMBOL = 64;
    /** The largest volume of a record: up to here, a double holds every whole number. */
    public static final long MAX_VOLUME = 1L << 53;

    public Bar {
        Objects.requireNonNull(interval);
        Objects.requireNonNull(time);
        Objects.requireNonNull(origin);
        BarFlaw flaw = BarFlaw.of(symbol, open, high, low, close, volume);
        if (flaw != null) {
            throw new IllegalArgumentException(flaw.toString());
        }
        // Of the two zeros that a double has, the one that is written as 0.
        volume += 0.0;
    }

    /** A bar of which nobody says where it comes from. */
    public Bar(
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
        this(symbol, interval, time, open, high, low, close, adjClose, volume, quotedAt, simulated, Origin.UNKNOWN);
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

    /** The same bar from somewhere else. */
    public Bar from(Origin other) {
        return origin.equals(other)
                ? this
                : new Bar(symbol, interval, time, open, high, low, close, adjClose, volume, quotedAt, simulated, other);
    }

    /** Whether the bar can still change. */
    public boolean isForming() {
        return quotedAt != null;
    }
}
