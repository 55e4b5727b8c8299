package tickwing.common.kafka;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A thread that does pieces of work in order, and lags behind by a few of them at the most. What the work has done is
 * visible to whoever awaited it, and what was done before {@link #start} to the work. Used by one thread.
 */
final class Worker implements AutoCloseable {
    /** Enough that neither waits for the other to wake up. */
    private static final int BEHIND = 4;

    private static final long PATIENCE_SECONDS = 10;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "records");
        worker.setDaemon(true);
        return worker;
    });
    private final Queue<Future<?>> started = new ArrayDeque<>(BEHIND);

    /** Starts a piece of work; throws what an earlier one threw. */
    void start(Runnable work) {
        if (started.size() == BEHIND) {
            await(started.remove());
        }
        started.add(thread.submit(work));
    }

    /** Waits for all work; throws what it threw. */
    void await() {
        while (!started.isEmpty()) {
            await(started.remove());
        }
    }

    /** Drops what is not begun, and waits for what is. */
    @Override
    public void close() {
        started.forEach(work -> work.cancel(false));
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Future<?> work) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    work.get();
                    return;
                } catch (InterruptedException e) {
                    // The work is bounded, and nobody may look at half of it.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error e) {
            throw e;
        }
        return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    }
}
