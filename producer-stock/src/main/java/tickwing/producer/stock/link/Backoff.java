package tickwing.producer.stock.link;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Ever longer pauses: each twice the one before, up to a limit, with up to a fifth more by chance. */
final class Backoff {
    private static final double JITTER = 0.2;

    private final Duration first;
    private final Duration most;
    private final DoubleSupplier chance;
    private int doublings;

    /** @param chance numbers from 0 to 1, so that many programs do not come back in the same moment */
    Backoff(Duration first, Duration most, DoubleSupplier chance) {
        this.first = first;
        this.most = most;
        this.chance = chance;
    }

    /** The next pause; never longer than the limit. */
    Duration next() {
        Duration pause = doubled(first, doublings, most);
        doublings++;
        return min(pause.plusMillis(Math.round(pause.toMillis() * JITTER * chance.getAsDouble())), most);
    }

    /** Starts over with the first pause. */
    void reset() {
        doublings = 0;
    }

    /** A duration doubled a number of times, up to a limit. */
    static Duration doubled(Duration first, int times, Duration most) {
        return min(first.multipliedBy(1L << Math.min(times, 20)), most);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
