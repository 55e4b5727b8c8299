package tickwing.replay;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import tickwing.replay.csv.CsvRow;

/**
 * Rows and what is to become of them, worked out on a thread of its own while earlier rows are being sent: reading and
 * encoding are one half of a replay's work, compressing and sending the other, so that two cores do it in little more than
 * half the time. Rows stay in order. Handed over by the batch, since a queue costs as much as a row does.
 *
 * <p>It begins at once, while the clients that will send the rows are still being opened: the first rows take a hundred
 * times as long as later ones, since Java has to warm up. Which row is the first that is wanted can be said afterwards.
 *
 * <p>One thread takes; the other one ends when the input does, or on {@link #close}.
 */
final class ReadAhead implements AutoCloseable {
    /** Opens an input, on the reading thread. */
    @FunctionalInterface
    interface Opener {
        OpenInput open() throws IOException;
    }

    /** With records of a kilobyte or so, half a megabyte. */
    private static final int BATCHES = 6;
    /** How many are read before the first is taken: as many rows as it takes to warm up. */
    private static final int FIRST_BATCHES = 32;

    private static final long LOOK_UP_MILLIS = 50;
    private static final long PATIENCE_MILLIS = 1_000;

    /**
     * Rows, or how it ended: with the input, or with an exception.
     *
     * @param first the place of its first row in the input; 0 is the first behind the header
     * @param from bytes of the rows before it
     * @param to the same with its own
     */
    private record Batch(long first, long from, long to, RowBatch rows, boolean last, Throwable failure) {}

    private static final Batch NOTHING = new Batch(0, 0, 0, new RowBatch(), false, null);

    private final Reach reach;
    private final BooleanSupplier stopped;
    private final CompletableFuture<OpenInput> opened = new CompletableFuture<>();
    private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
    /** Those that wait to be filled. */
    private final BlockingQueue<RowBatch> empty = new LinkedBlockingQueue<>();

    private final Thread reader;
    /** The first row that is wanted, as far as that is known. */
    private volatile long firstWanted;

    private long read;
    /** Null when there is none in hand. */
    private RowBatch filling;
    /** Bytes of the rows before the one that is filled. */
    private long handedOver;

    private Batch taking = NOTHING;
    private int first;
    private int taken;
    private int surplus = FIRST_BATCHES - BATCHES;

    /**
     * @param name the input's name, for that of the thread
     * @param opener opens the input; nobody else reads it from now on
     * @param reach takes note of what is read
     * @param stopped whether to wait for rows no longer
     */
    ReadAhead(String name, Opener opener, Reach reach, BooleanSupplier stopped) {
        this.reach = reach;
        this.stopped = stopped;
        for (int i = 0; i < FIRST_BATCHES; i++) {
            empty.add(new RowBatch());
        }
        reader = new Thread(() -> read(opener), "reader of " + name);
        // Standard input cannot be interrupted.
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * The input, once its header has been read; null when it was stopped while waiting for that. For what does not change
     * from row to row.
     *
     * @throws IOException and whatever else has kept it from being opened
     */
    OpenInput opened() throws IOException {
        try {
            do {
                try {
                    return opened.get(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // Standard input may take its time.
                }
            } while (!stopped.getAsBoolean());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            fail(e.getCause());
        }
        return null;
    }

    /** Leaves out rows, good and bad ones alike, or all there are; before the first call of {@link #next}. */
    void skip(long rows) throws IOException {
        firstWanted = rows;
        if (rows > 0) {
            await(() -> {});
        }
    }

    /**
     * The next row, good until the next call; null when the input has ended, or when it was stopped while waiting for one.
     *
     * @param idle called again and again while it waits
     */
    RowBatch.Handled next(Runnable idle) throws IOException {
        return await(idle) ? taking.rows.get(taken++) : null;
    }

    /** Whether the last row was the first of its batch: time may have passed before it came, and none has behind it. */
    boolean startsBatch() {
        return taken == first + 1;
    }

    /** Where in the input's file the last row stands that was taken, in bytes; 0 where nobody knows. */
    long position() {
        int rows = taking.rows.size();
        long bytes = rows == 0 ? taking.to : taking.from + (taking.to - taking.from) * taken / rows;
        return reach.position(bytes);
    }

    /** Whether {@link #next} has come to the end of the input. */
    boolean hasEnded() {
        return taking.last && !hasRow();
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

    private boolean hasRow() {
        return taken < taking.rows.size();
    }

    /** Waits for a row; false when there is none any more, or it was stopped. */
    private boolean await(Runnable idle) throws IOException {
        while (!hasRow() && !taking.last) {
            Batch batch = take(idle);
            if (batch == null) {
                return false;
            }
            giveBack(taking.rows);
            taking = batch;
            first = (int) Math.min(batch.rows.size(), Math.max(0, firstWanted - batch.first));
            taken = first;
            if (batch.failure != null) {
                fail(batch.failure);
            }
        }
        return hasRow();
    }

    /** The next batch; null when it was stopped while waiting for one. */
    private Batch take(Runnable idle) {
        try {
            while (!stopped.getAsBoolean()) {
                Batch batch = batches.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    return batch;
                }
                idle.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private void giveBack(RowBatch done) {
        if (done == NOTHING.rows) {
            return;
        }
        if (surplus > 0) {
            surplus--;
        } else {
            done.clear();
            empty.add(done);
        }
    }

    private void read(Opener opener) {
        try {
            Throwable failure = readToEnd(opener);
            handOver();
            batches.add(new Batch(read, reach.rowBytes(), reach.rowBytes(), NOTHING.rows, true, failure));
        } catch (Stopped e) {
            // Nobody takes rows any more.
        }
    }

    /** Returns what has ended it before its end, if anything has. */
    private Throwable readToEnd(Opener opener) {
        try (OpenInput source = opener.open()) {
            source.rows().beforeWaiting(() -> {
                handOver();
                reach.caughtUp();
            });
            opened.complete(source);
            for (CsvRow row = source.rows().next();
                    row != null;
                    row = source.rows().next()) {
                boolean wanted = read++ >= firstWanted;
                if (wanted) {
                    fill();
                } else if (filling != null) {
                    // What waits for more is older still.
                    filling.clear();
                }
                if (filling == null || filling.size() == 0) {
                    handedOver = reach.rowBytes();
                }
                reach.read(row);
                if (wanted) {
                    filling.add(row, source.outcome(row), source.rows().isProvisional());
                    if (filling.isFull()) {
                        handOver();
                    }
                }
            }
            return null;
        } catch (Stopped e) {
            throw e;
        } catch (Throwable e) {
            // Whatever it is, the thread that sends has to know.
            opened.completeExceptionally(e);
            return e;
        }
    }

    private void handOver() {
        if (filling != null && filling.size() > 0) {
            batches.add(new Batch(read - filling.size(), handedOver, reach.rowBytes(), filling, false, null));
            filling = null;
        }
    }

    /** Waits for an empty batch to fill, unless there is one. */
    private void fill() {
        try {
            if (filling == null) {
                filling = empty.take();
            }
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
