package tickwing.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tickwing.common.error.UserError;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.pace.Pace;

/**
 * Takes the rows of one input to a publisher, in order, at a pace, and commits every second, or every two at full speed. One thread runs it; rows
 * are read and encoded ahead on another one.
 */
final class RowLoop {
    /** How long a transaction stays open at a pace, or while rows are waited for. */
    static final long COMMIT_NANOS = 1_000_000_000L;
    /** The same at full speed: each commit is a moment in which nothing is sent. */
    static final long FULL_SPEED_COMMIT_NANOS = 2_000_000_000L;
    /** The first one is short: readers see that something comes, and the broker gets to know the group while all is slow yet. */
    static final long FIRST_COMMIT_NANOS = 100_000_000L;
    /** A wait this long is no time to keep finished rows from their readers. */
    private static final long IDLE_NANOS = 250_000_000L;
    /** How often a waiting loop looks whether it is to stop. */
    private static final long LOOK_UP_NANOS = 50_000_000L;

    /** Who else wants to know of each row. */
    interface Observer {
        /** @param nowNanos the clock's reading */
        void row(CsvRow row, Outcome outcome, long nowNanos);
    }

    /** When rows go out, and whether to go on at all. */
    record Timing(Pace pace, NanoClock time, BooleanSupplier stopped) {}

    /** Makes the position that is committed with rows. */
    @FunctionalInterface
    interface Bookmarks {
        /**
         * @param tail those of the rows that may read otherwise when the input goes on
         * @param ended whether these are all rows of the input
         */
        Position at(Accounts accounts, Tail tail, boolean ended);
    }

    /**
     * The rows of one input.
     *
     * @param name what dead letters and messages call it
     * @param rows those that need not be looked at again skipped; closed by the caller
     * @param from what became of the rows that were taken before
     * @param last compares those among them that may read otherwise by now
     */
    record Intake(String name, ReadAhead rows, ResumePoint from, Reconciliation last) {}

    private final ReadAhead rows;
    private final Reconciliation last;
    private final RowPublisher publisher;
    private final Timing timing;
    private final NanoClock time;
    private final boolean paced;
    private final Tally tally;
    /** What the tally would be, had this run done nothing. */
    private final Tally found;

    private final List<Tail.Row> tail = new ArrayList<>();
    private final Bookmarks bookmarks;
    private final Observer observer;
    private final Rejections rejections;

    private Accounts committed;
    /** The clock's last reading. */
    private long now;

    private long commitAfter = FIRST_COMMIT_NANOS;
    private long uncommittedSince;
    private boolean dirty;
    private boolean reconciled;
    private boolean anyCommitted;
    private long left;

    RowLoop(Intake intake, RowPublisher publisher, Timing timing, Bookmarks bookmarks, Observer observer) {
        this.rows = intake.rows();
        this.last = intake.last();
        this.publisher = publisher;
        this.timing = timing;
        this.time = timing.time();
        this.paced = timing.pace() != Pace.UNLIMITED;
        Accounts settled = intake.from().accounts().minus(intake.from().tail().accounts());
        this.tally = new Tally(settled.published(), settled.rejected(), settled.filtered());
        this.found = new Tally(settled.published(), settled.rejected(), settled.filtered());
        this.committed = intake.from().accounts();
        this.bookmarks = bookmarks;
        this.observer = observer;
        this.rejections = new Rejections(intake.name(), rows, publisher);
    }

    /**
     * Runs until the input ends, enough rows are published, or it is told to stop; everything handled is committed then.
     *
     * @throws UserError when the input cannot be read any further, the broker takes no more, or the topic has what cannot be
     *     put right
     */
    void run(long maxRecords) throws IOException {
        left = maxRecords;
        if (!reconcile()) {
            return;
        }
        publish();
        // The end of a wait that was cut short is not the end of the input.
        commit(rows.hasEnded() && !timing.stopped().getAsBoolean());
    }

    /**
     * Looks at the last rows of the run before again. Nothing is committed meanwhile: all of it is, with the row behind them,
     * or nothing. False when told to stop before it is done.
     */
    private boolean reconcile() throws IOException {
        while (!last.isOver()) {
            RowBatch.Handled handled = next();
            if (timing.stopped().getAsBoolean()) {
                return false;
            }
            if (handled == null) {
                break;
            }
            Outcome outcome = fitting(handled.outcome());
            Optional<Tail.Fate> fate = last.left(handled.row(), outcome);
            if (fate.isPresent()) {
                count(tally, fate.get());
                count(found, fate.get());
                remember(handled, fate.get());
            } else if (!take(handled, outcome)) {
                return false;
            }
        }
        last.markDone(publisher);
        reconciled = true;
        if (tally.balance().read() > 0) {
            commitWhenDue();
        }
        return true;
    }

    private void publish() throws IOException {
        while (left > 0 && !timing.stopped().getAsBoolean()) {
            RowBatch.Handled handled = next();
            if (handled == null || timing.stopped().getAsBoolean()) {
                return;
            }
            if (!take(handled, fitting(handled.outcome()))) {
                return;
            }
        }
    }

    /** Does with a row what is to become of it; false when told to stop before it was its turn. */
    private boolean take(RowBatch.Handled handled, Outcome outcome) throws IOException {
        // A batch takes less than a millisecond where nothing waits; each reading is a fiftieth of this thread's
        // time.
        if (paced || rows.startsBatch()) {
            now = time.nanos();
        }
        if (outcome instanceof Outcome.Publish publish) {
            if (paced && !awaitTurn(publish)) {
                return false;
            }
            publisher.publish(publish.key(), publish.value());
            tally.published();
            left--;
        } else if (outcome instanceof Outcome.Rejected rejected) {
            rejections.publish(handled.row(), rejected);
            tally.rejected();
        } else {
            tally.filtered();
        }
        tally.read();
        if (handled.provisional()) {
            remember(handled, Tail.Fate.of(outcome));
        }
        commitWhenDue();
        observer.row(handled.row(), outcome, now);
        return true;
    }

    private void remember(RowBatch.Handled handled, Tail.Fate fate) {
        if (handled.provisional()) {
            tail.add(Tail.Row.of(handled.row(), fate));
        }
    }

    private static void count(Tally tally, Tail.Fate fate) {
        tally.read();
        switch (fate) {
            case PUBLISHED -> tally.published();
            case REJECTED -> tally.rejected();
            case FILTERED -> tally.filtered();
        }
    }

    /** While the next row lets wait for itself. */
    private void idle() {
        now = time.nanos();
        commitAfter = Math.min(commitAfter, COMMIT_NANOS);
        commitIfOld();
    }

    /** The rows before one that cannot be had are right all the same. */
    private RowBatch.Handled next() throws IOException {
        try {
            return rows.next(this::idle);
        } catch (UserError e) {
            if (reconciled) {
                commit(false);
            }
            throw e;
        }
    }

    /** What has been committed so far, the rows of earlier runs among it. */
    Accounts committed() {
        return committed;
    }

    /** What this run has committed. */
    Accounts gained() {
        return anyCommitted ? committed.minus(found.balance()) : Accounts.NONE;
    }

    private void commit(boolean ended) {
        Accounts accounts = tally.balance();
        publisher.commit(bookmarks.at(accounts, new Tail(tail), ended));
        committed = accounts;
        anyCommitted = true;
        now = time.nanos();
        commitAfter = paced ? COMMIT_NANOS : FULL_SPEED_COMMIT_NANOS;
        dirty = false;
    }

    /** Rows are encoded before there is a publisher to ask how large they may be. */
    private Outcome fitting(Outcome outcome) {
        return outcome instanceof Outcome.Publish publish ? publish.within(publisher.maxRecordBytes()) : outcome;
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
        if (!reconciled) {
            return;
        }
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
}
