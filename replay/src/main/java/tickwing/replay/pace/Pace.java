package tickwing.replay.pace;

import java.util.function.LongSupplier;

/** Says when rows are due, in nanoseconds of one clock. Kept by one thread. */
public interface Pace {
    /** No waiting at all. */
    Pace UNLIMITED = (now, eventMillis) -> now;

    /**
     * When the next row is due; asked once a row, in order.
     *
     * @param now the clock's reading
     * @param eventMillis says when the row's event happened, in milliseconds since 1970 UTC; asked only by a pace that
     *     depends on it
     * @return a reading of the same clock; in the past when the row is late
     */
    long due(long now, LongSupplier eventMillis);
}
