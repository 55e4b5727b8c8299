package tickwing.common.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C (or a TERM signal) end work cleanly: it asks the work to stop, and holds the JVM until the work has
 * closed what it opened, which {@link #close} tells. The JVM then ends with 130 (or 143).
 *
 * <p>The hook waits for a latch, never for the main thread: that one may be inside {@code System.exit}, which does not
 * return while hooks run.
 */
public final class Interruption implements AutoCloseable {
    /** How long a stopping program may take before the JVM ends without it. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean interrupted;

    /** @param stop asks the work to end soon; called from another thread, at most once */
    public Interruption(Runnable stop) {
        hook = new Thread(
                () -> {
                    interrupted = true;
                    stop.run();
                    awaitClose();
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the work was asked to stop. */
    public boolean interrupted() {
        return interrupted;
    }

    /** Says that the work has ended and closed its resources. */
    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // The hook is running; it ends by itself now.
        }
    }

    private void awaitClose() {
        try {
            closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
