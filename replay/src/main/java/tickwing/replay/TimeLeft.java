package tickwing.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * How long a run will still take, at the rate of its last eighth, 3 seconds at the least and 30 at the most: long enough for
 * a commit not to show, short enough to forget how fast it was before.
 */
final class TimeLeft {
    private static final int PART = 8;
    private static final long SHORTEST_NANOS = 3_000_000_000L;
    private static final long LONGEST_NANOS = 30_000_000_000L;
    /** Rows that are minutes apart make a rate, too. */
    private static final int FEWEST = 10;

    private record Sample(long nanos, double done) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final long start;

    /** @param done what is done already, from 0 to 1 */
    TimeLeft(long now, double done) {
        start = now;
        samples.add(new Sample(now, done));
    }

    /** Takes note of how much is done by now, a few times a second. */
    void sample(long now, double done) {
        samples.add(new Sample(now, done));
        long window = Math.min(Math.max((now - start) / PART, SHORTEST_NANOS), LONGEST_NANOS);
        while (samples.size() > FEWEST && samples.peekFirst().nanos() < now - window) {
            samples.removeFirst();
        }
    }

    /** Seconds from the last sample on; empty when nothing is left, or when nobody can say. */
    OptionalLong seconds() {
        Sample last = samples.peekLast();
        double gained = last.done() - samples.peekFirst().done();
        double left = 1 - last.done();
        if (!(gained > 0) || !(left > 0)) {
            return OptionalLong.empty();
        }
        long took = last.nanos() - samples.peekFirst().nanos();
        return OptionalLong.of(Math.round(left / gained * took / 1e9));
    }
}
