package tickwing.replay;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The clock that a replay goes by, in nanoseconds; tests bring their own. */
interface NanoClock {
    /** The machine's clock. */
    NanoClock REAL = new NanoClock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) {
            LockSupport.parkNanos(nanos);
        }
    };

    /** The reading; never goes back. */
    long nanos();

    /** The time of day by this machine's calendar clock, which may be set meanwhile. */
    default Instant instant() {
        return Instant.now();
    }

    /** Waits, or returns early. */
    void sleep(long nanos);
}
