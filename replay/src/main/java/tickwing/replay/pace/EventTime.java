package tickwing.replay.pace;

import java.util.function.LongSupplier;

/**
 * The rhythm of the events themselves, so many times faster. A row that is older than one before it is due at once. When
 * rows could not go out in time, the schedule moves on: nothing is made up for. A file whose first rows all run backwards
 * in time has no rhythm to keep; then its user is told.
 */
public final class EventTime implements Pace {
    /** How many rows must be older than the first, and none newer, before a file counts as running backwards. */
    static final int BACKWARDS = 50;

    private final double speed;
    private final long maxGapMillis;
    private final Runnable onBackwards;
    private long older;
    private boolean advanced;
    private long lastEvent;
    private long lastDue;
    private boolean started;

    /**
     * @param speed how many times faster than the events; more than 0
     * @param maxGapMillis the longest time between two events that is waited for, before it is divided by the speed
     * @param onBackwards run once, when the rows turn out to run backwards in time
     */
    public EventTime(double speed, long maxGapMillis, Runnable onBackwards) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed must be more than 0, was " + speed);
        }
        this.speed = speed;
        this.maxGapMillis = maxGapMillis;
        this.onBackwards = onBackwards;
    }

    @Override
    public long due(long now, LongSupplier eventMillis) {
        long event = eventMillis.getAsLong();
        if (!started) {
            started = true;
            lastEvent = event;
            lastDue = now;
            return now;
        }
        long gap = event - lastEvent;
        if (gap < 0 && !advanced && ++older == BACKWARDS) {
            onBackwards.run();
        }
        if (gap > 0) {
            advanced = true;
            lastEvent = event;
            lastDue += Math.round(Math.min(gap, maxGapMillis) * 1e6 / speed);
        }
        if (now - lastDue > Throughput.MAX_BURST_NANOS) {
            lastDue = now - Throughput.MAX_BURST_NANOS;
        }
        return lastDue;
    }
}
