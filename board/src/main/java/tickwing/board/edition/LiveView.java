package tickwing.board.edition;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import tickwing.board.view.Snapshot;
import tickwing.board.view.Update;

/** A view that somebody watches: worked out once an edition, by the first who asks, while the others wait for it. */
final class LiveView<E> {
    private final Supplier<Edition<E>> newest;
    private final Supplier<Projection<E>> start;
    private final LongAdder computed;
    private Projection<E> projection;
    private Snapshot snapshot;
    /** The last step that was asked for: most subscribers take the same. */
    private Snapshot stepFrom;

    private Snapshot stepTo;
    private Update step;
    /** Guarded by {@link Editions}. */
    private int subscribers;

    LiveView(Supplier<Edition<E>> newest, Supplier<Projection<E>> start, LongAdder computed) {
        this.newest = newest;
        this.start = start;
        this.computed = computed;
    }

    int subscribers() {
        return subscribers;
    }

    void join() {
        subscribers++;
    }

    int leave() {
        return --subscribers;
    }

    /** The view of the newest edition. */
    synchronized Snapshot snapshot() {
        Edition<E> edition = newest.get();
        if (snapshot == null || snapshot.version() != edition.version()) {
            Projection<E> its = projection == null ? start.get() : projection;
            // Given back only when all went well: what was half carried on is of no use to anybody.
            projection = null;
            snapshot = its.at(edition);
            projection = its;
            computed.increment();
        }
        return snapshot;
    }

    /** From what was seen to {@code now}. */
    synchronized Update step(Snapshot seen, Snapshot now) {
        if (seen == null) {
            return new Update.Whole(now);
        }
        if (stepFrom != seen || stepTo != now) {
            step = Update.between(seen, now);
            stepFrom = seen;
            stepTo = now;
        }
        return step;
    }
}
