package tickwing.producer.stock.link;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.error.UserError;

/**
 * Does things when they are due, one after the other, on the thread that calls {@link #run}. That thread owns whatever
 * the things touch; others may only call {@link #post} and {@link #stop}.
 */
public final class Agenda {
    private static final Logger log = LoggerFactory.getLogger(Agenda.class);

    private record Entry(Instant due, long number, Runnable task) {}

    private final Time time;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::number));
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private long number;
    private volatile boolean stopped;

    public Agenda(Time time) {
        this.time = time;
    }

    /** What the clock says. */
    public Instant now() {
        return time.now();
    }

    /** Puts a task down for an instant; tasks for the same instant keep their order. */
    public void at(Instant due, Runnable task) {
        entries.add(new Entry(due, number++, task));
    }

    /** Hands a task over from another thread, to be done as soon as possible. */
    public void post(Runnable task) {
        inbox.add(task);
    }

    /** Asks {@link #run} to return after the task at hand; from any thread, any number of times. */
    public void stop() {
        stopped = true;
        inbox.add(() -> {});
    }

    /** Whether it was asked to stop. */
    public boolean isStopped() {
        return stopped;
    }

    /**
     * Works until told to stop. A task that fails for a reason that nobody has foreseen is logged, and the next one is
     * done all the same.
     *
     * @throws UserError when a task says that there is no point in going on
     */
    public void run() {
        try {
            while (!stopped) {
                Instant until = entries.isEmpty()
                        ? now().plusSeconds(60)
                        : entries.peek().due();
                Runnable message = time.await(inbox, until);
                if (message != null) {
                    perform(message);
                }
                while (!stopped && !entries.isEmpty() && !entries.peek().due().isAfter(now())) {
                    perform(entries.poll().task());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void perform(Runnable task) {
        try {
            task.run();
        } catch (UserError | KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("A task has failed ({}); going on with the next one.", e.toString());
            log.debug("It has failed here:", e);
        }
    }
}
