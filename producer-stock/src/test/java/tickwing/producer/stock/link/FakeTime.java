package tickwing.producer.stock.link;

import java.time.Instant;
import java.util.concurrent.BlockingQueue;

/** A clock that jumps to whatever is due next, so that a day takes seconds. */
public final class FakeTime implements Time {
    private volatile Instant now;

    public FakeTime(Instant start) {
        now = start;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Runnable await(BlockingQueue<Runnable> inbox, Instant until) {
        Runnable message = inbox.poll();
        if (message == null && until.isAfter(now)) {
            now = until;
        }
        return message;
    }
}
