package tickwing.common.metrics;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** How fast a count grows, between one look and the next. */
final class Rate {
    private static final long SHORTEST_NANOS = 1_000_000_000L;

    private final DoubleSupplier count;
    private final LongSupplier nanoTime;
    private double countThen;
    private long then;
    private double perSecond;

    Rate(DoubleSupplier count, LongSupplier nanoTime) {
        this.count = count;
        this.nanoTime = nanoTime;
        this.then = nanoTime.getAsLong();
    }

    /** Since the last look; looks within the same second, e.g. of two servers, get the same answer. */
    synchronized double perSecond() {
        long now = nanoTime.getAsLong();
        if (now - then >= SHORTEST_NANOS) {
            double countNow = count.getAsDouble();
            perSecond = (countNow - countThen) * 1e9 / (now - then);
            countThen = countNow;
            then = now;
        }
        return perSecond;
    }
}
