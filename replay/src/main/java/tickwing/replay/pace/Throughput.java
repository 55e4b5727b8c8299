package tickwing.replay.pace;

import java.util.function.LongSupplier;

/**
 * A steady rate. What could not go out in time is made up for: a tenth of a second's worth of rows at once, up to a
 * second's worth of further ones at a rate that is a tenth higher. What is more, say after the broker was away, is not made
 * up for: the schedule moves on instead.
 */
public final class Throughput implements Pace {
    /** The most that is made up for in one go, in time's worth of rows. */
    static final long MAX_BURST_NANOS = 100_000_000;
    /** The most that is made up for little by little. */
    static final long MAX_OWED_NANOS = 1_000_000_000;

    private static final double FASTER = 0.1;

    private final double rowsPerSecond;
    private long start;
    private long owed;
    private long rows;
    private boolean started;

    /** @param rowsPerSecond more than 0 */
    public Throughput(double rowsPerSecond) {
        if (!(rowsPerSecond > 0) || Double.isInfinite(rowsPerSecond)) {
            throw new IllegalArgumentException("rows a second must be more than 0, was " + rowsPerSecond);
        }
        this.rowsPerSecond = rowsPerSecond;
    }

    @Override
    public long due(long now, LongSupplier eventMillis) {
        if (!started) {
            started = true;
            start = now;
        }
        double interval = 1e9 / rowsPerSecond;
        long due = start + Math.round(rows * interval);
        long late = now - due - Math.max(MAX_BURST_NANOS, Math.round(interval));
        if (late > 0) {
            owed = Math.min(MAX_OWED_NANOS, owed + late);
            start += late;
            due += late;
        } else if (owed > 0 && due >= now) {
            long paid = Math.min(owed, Math.round(interval * (1 - 1 / (1 + FASTER))));
            owed -= paid;
            start -= paid;
        }
        rows++;
        return due;
    }
}
