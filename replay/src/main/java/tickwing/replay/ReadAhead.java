package tickwing.replay;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

/**
 * Rows and what is to become of them, worked out on a thread of its own while earlier rows are being sent: reading and
 * encoding are one half of a replay's work, compressing and sending the other, so that two cores do it in little more than
 * half the time. Rows stay in order. Handed over by the batch, since a queue costs as much as a row does.
 *
 * <p>One thread takes; the other one ends when the input does, or on {@link #close}.
 */
final class ReadAhead implements AutoCloseable {
    /** A row with its outcome. */
    record Handled(CsvRow row, Outcome outcome) {}

    private static final int BATCH_ROWS = 128;
    /** With rows of a kilobyte or so, about a megabyte. */
    private static final int BATCHES = 4;

    private static final long LOOK_UP_MILLIS = 50;
    private static final long PATIENCE_MILLIS = 1_000;
    private static final Queue<Handled> NOTHING = new ArrayDeque<>(0);

    /** Rows, or how it ended: with the input, or with an exception. */
    private record Batch(List<Handled> rows, boolean last, Throwable failure) {}

    private final CsvRows rows;
    private final Function<CsvRow, Outcome> work;
    private final BooleanSupplier stopped;
    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES);
    private final Thread reader;
    private List<Handled> filling = new ArrayList<>(BATCH_ROWS);
    private Queue<Handled> taking = NOTHING;
    private boolean ended;

    /**
     * @param rows nobody else reads them from now on
     * @param work what is to become of a row; called on the other thread
     * @param stopped whether to wait for rows no longer
     */
    ReadAhead(String name, CsvRows rows, Function<CsvRow, Outcome> work, BooleanSupplier stopped) {
        this.rows = rows;
        this.work = work;
        this.stopped = stopped;
        rows.beforeWaiting(this::handOver);
        reader = new Thread(this::read, "reader of " + name);
        // Standard input cannot be interrupted.
        reader.setDaemon(true);
        reader.start();
    }

    /** The next row; null when the input has ended, or when it was stopped while waiting for one. */
    Handled next() throws IOException {
        while (taking.isEmpty() && !ended) {
            Batch batch = await();
            if (batch == null) {
                return null;
            }
            taking = new ArrayDeque<>(batch.rows);
            ended = batch.last;
            if (batch.failure != null) {
                fail(batch.failure);
            }
        }
        return taking.poll();
    }

    /** Whether {@link #next} has come to the end of the input. */
    boolean hasEnded() {
        return ended && taking.isEmpty();
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Batch await() {
        try {
            Batch batch = null;
            while (batch == null && !stopped.getAsBoolean()) {
                batch = batches.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
            }
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void read() {
        try {
            Throwable failure = readToEnd();
            handOver();
            put(new Batch(List.of(), true, failure));
        } catch (Stopped e) {
            // Nobody takes rows any more.
        }
    }

    /** Returns what has ended it before its end, if anything has. */
    private Throwable readToEnd() {
        try {
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                filling.add(new Handled(row, work.apply(row)));
                if (filling.size() == BATCH_ROWS) {
                    handOver();
                }
            }
            return null;
        } catch (Stopped e) {
            throw e;
        } catch (Throwable e) {
            // Whatever it is, the thread that sends has to know.
            return e;
        }
    }

    private void handOver() {
        if (!filling.isEmpty()) {
            put(new Batch(filling, false, null));
            filling = new ArrayList<>(BATCH_ROWS);
        }
    }

    private void put(Batch batch) {
        try {
            batches.put(batch);
        } catch (InterruptedException e) {
            throw new Stopped();
        }
    }

    private static void fail(Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        throw new IllegalStateException(failure);
    }

    /** Ends the reading thread when nobody takes rows any more; no failure of anything. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }
}
