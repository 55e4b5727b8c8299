package tickwing.replay.pace;

/**
 * A steady rate. Rows that could not go out in time, say while the broker was away, are not made up for beyond
 * {@link #MAX_BURST_NANOS}: the schedule moves on instead.
 */
public final class Throughput implements Pace {
    /** The most that is made up for in one go, in time's worth of rows. */
    static final long MAX_BURST_NANOS = 100_000_000;

    private final double rowsPerSecond;
    private long start;
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
    public long due(long now, long eventMillis) {
        if (!started) {
            started = true;
            start = now;
        }
        long due = start + Math.round(rows * (1e9 / rowsPerSecond));
        long late = now - due - Math.max(MAX_BURST_NANOS, Math.round(1e9 / rowsPerSecond));
        if (late > 0) {
            start += late;
            due += late;
        }
        rows++;
        return due;
    }
}
