package tickwing.producer.stock.link;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The clock that live quotes go by; tests bring one that runs through a day in seconds. */
public interface Time {
    /** The machine's clock. */
    Time SYSTEM = new Time() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public Runnable await(BlockingQueue<Runnable> inbox, Instant until) throws InterruptedException {
            long millis = Duration.between(now(), until).toMillis() + 1;
            return millis <= 0 ? inbox.poll() : inbox.poll(Math.min(millis, 60_000), TimeUnit.MILLISECONDS);
        }
    };

    Instant now();

    /** The next message; null when none has come by then, or for no reason a little earlier. */
    Runnable await(BlockingQueue<Runnable> inbox, Instant until) throws InterruptedException;
}
