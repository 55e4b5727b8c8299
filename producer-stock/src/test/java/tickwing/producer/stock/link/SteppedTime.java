package tickwing.producer.stock.link;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A clock that goes as far as a test lets it, so that answers of a real socket come in between. */
public final class SteppedTime implements Time {
    private volatile Instant now;
    private volatile Instant limit;

    public SteppedTime(Instant start) {
        now = start;
        limit = start;
    }

    @Override
    public Instant now() {
        return now;
    }

    /** Lets the clock go on by so much; from the test's thread. */
    public void pass(Duration span) {
        limit = limit.plus(span);
    }

    /** The same, and waits until it has; all that was due before is done then. */
    public void passAll(Duration span) throws InterruptedException {
        pass(span);
        while (now.isBefore(limit)) {
            Thread.sleep(1);
        }
    }

    @Override
    public Runnable await(BlockingQueue<Runnable> inbox, Instant until) throws InterruptedException {
        Runnable message = inbox.poll(2, TimeUnit.MILLISECONDS);
        if (message == null && until.isAfter(now)) {
            now = until.isAfter(limit) ? limit : until;
        }
        return message;
    }
}
