package tickwing.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.error.UserError;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.text.Printable;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.pace.Pace;

/**
 * Takes the rows of one input to a publisher, in order, at a pace, and commits about every second. One thread runs it; rows
 * are read and encoded ahead on another one.
 */
final class RowLoop {
    /** How long a transaction stays open. */
    static final long COMMIT_NANOS = 1_000_000_000L;
    /** The first one is short: readers see that something comes, and the broker gets to know the group while all is slow yet. */
    static final long FIRST_COMMIT_NANOS = 100_000_000L;
    /** A wait this long is no time to keep finished rows from their readers. */
    private static final long IDLE_NANOS = 250_000_000L;
    /** How often a waiting loop looks whether it is to stop. */
    private static final long LOOK_UP_NANOS = 50_000_000L;

    private static final Logger log = LoggerFactory.getLogger(RowLoop.class);

    /** Who else wants to know of each row. */
    interface Observer {
        /** @param nowNanos the clock's reading */
        void row(CsvRow row, Outcome outcome, long nowNanos);
    }

    /** When rows go out, and whether to go on at all. */
    record Timing(Pace pace, Timeline time, BooleanSupplier stopped) {}

    /** Makes the position that is committed with rows. */
    @FunctionalInterface
    interface Bookmarks {
        /** @param ended whether these are all rows of the input */
        Position at(Accounts accounts, boolean ended);
    }

    private final ReadAhead rows;
    private final RowPublisher publisher;
    private final Timing timing;
    private final Timeline time;
    private final boolean paced;
    private final Tally tally;
    private final Bookmarks bookmarks;
    private final Observer observer;
    private final Set<String> rejectedKinds = new HashSet<>();
    private Accounts committed;
    /** The clock's last reading. */
    private long now;

    private long commitAfter = FIRST_COMMIT_NANOS;
    private long uncommittedSince;
    private boolean dirty;

    /**
     * @param rows closed by the caller
     * @param start what became of the rows that were skipped before
     */
    RowLoop(
            ReadAhead rows,
            RowPublisher publisher,
            Timing timing,
            Accounts start,
            Bookmarks bookmarks,
            Observer observer) {
        this.rows = rows;
        this.publisher = publisher;
        this.timing = timing;
        this.time = timing.time();
        this.paced = timing.pace() != Pace.UNLIMITED;
        this.tally = new Tally(start.published(), start.rejected(), start.filtered());
        this.committed = start;
        this.bookmarks = bookmarks;
        this.observer = observer;
    }

    /**
     * Runs until the input ends, enough rows are published, or it is told to stop; everything handled is committed then.
     */
    void run(long maxRecords) throws IOException {
        publish(maxRecords);
        // The end of a wait that was cut short is not the end of the input.
        commit(rows.hasEnded() && !timing.stopped().getAsBoolean());
    }

    private void publish(long maxRecords) throws IOException {
        long left = maxRecords;
        while (left > 0 && !timing.stopped().getAsBoolean()) {
            RowBatch.Handled handled = next();
            if (handled == null || timing.stopped().getAsBoolean()) {
                return;
            }
            Outcome outcome = fitting(handled.outcome());
            // A batch takes less than a millisecond where nothing waits; each reading is a fiftieth of this thread's
            // time.
            if (paced || rows.startsBatch()) {
                now = time.nanos();
            }
            if (outcome instanceof Outcome.Publish publish) {
                if (paced && !awaitTurn(publish)) {
                    return;
                }
                publisher.publish(publish.key(), publish.value());
                tally.published();
                left--;
            } else if (outcome instanceof Outcome.Rejected rejected) {
                reject(handled.row(), rejected);
            } else {
                tally.filtered();
            }
            tally.read();
            commitWhenDue();
            observer.row(handled.row(), outcome, now);
        }
    }

    /** While the next row lets wait for itself. */
    private void idle() {
        now = time.nanos();
        commitIfOld();
    }

    /** The rows before one that cannot be had are right all the same. */
    private RowBatch.Handled next() throws IOException {
        try {
            return rows.next(this::idle);
        } catch (UserError e) {
            commit(false);
            throw e;
        }
    }

    /** What has been committed so far, the rows of earlier runs among it. */
    Accounts committed() {
        return committed;
    }

    private void commit(boolean ended) {
        Accounts accounts = tally.balance();
        publisher.commit(bookmarks.at(accounts, ended));
        committed = accounts;
        now = time.nanos();
        commitAfter = COMMIT_NANOS;
        dirty = false;
    }

    /** Rows are encoded before there is a publisher to ask how large they may be. */
    private Outcome fitting(Outcome outcome) {
        if (outcome instanceof Outcome.Publish publish && publish.bytes() > publisher.maxRecordBytes()) {
            return new Outcome.Rejected(
                    "the record is too large",
                    "the record has " + publish.bytes() + " bytes; at most " + publisher.maxRecordBytes()
                            + " fit into one (max.request.size)");
        }
        return outcome;
    }

    private void reject(CsvRow row, Outcome.Rejected rejected) {
        byte[] raw = row.raw();
        byte[] fitting =
                raw.length <= publisher.maxRecordBytes() ? raw : Arrays.copyOf(raw, publisher.maxRecordBytes());
        String error = Printable.of(rows.name() + ":" + row.line() + ": " + rejected.detail());
        publisher.deadLetter(fitting, shortened(error), rows.name(), row.line());
        tally.rejected();
        if (rejectedKinds.add(rejected.kind())) {
            log.warn("{} (rejected; further rows where {} are only counted).", error, rejected.kind());
        }
    }

    /** Waits until the row is due; false when told to stop meanwhile. */
    private boolean awaitTurn(Outcome.Publish row) {
        long due = timing.pace().due(now, row.subject()::eventMillis);
        if (dirty && due - now > IDLE_NANOS) {
            commit(false);
        }
        for (; due - now > 0; now = time.nanos()) {
            if (timing.stopped().getAsBoolean()) {
                return false;
            }
            commitIfOld();
            time.sleep(Math.min(due - now, LOOK_UP_NANOS));
        }
        return true;
    }

    private void commitWhenDue() {
        if (!dirty) {
            dirty = true;
            uncommittedSince = now;
        } else {
            commitIfOld();
        }
    }

    private void commitIfOld() {
        if (dirty && now - uncommittedSince >= commitAfter) {
            commit(false);
        }
    }

    private static String shortened(String error) {
        byte[] bytes = error.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= 1_000 ? error : error.substring(0, 300) + " ...";
    }
}
