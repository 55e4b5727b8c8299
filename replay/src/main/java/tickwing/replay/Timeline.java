package tickwing.replay;

import java.util.concurrent.locks.LockSupport;

/** Time as a replay feels it; tests bring their own. */
interface Timeline {
    /** The machine's own time. */
    Timeline REAL = new Timeline() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) {
            LockSupport.parkNanos(nanos);
        }
    };

    /** A clock that never goes back. */
    long nanos();

    /** Waits, or returns early. */
    void sleep(long nanos);
}
