package tickwing.board.edition;

import java.time.Duration;
import java.util.Optional;
import tickwing.board.view.Snapshot;
import tickwing.board.view.Update;
import tickwing.board.view.View;

/** One subscriber, with what he has seen. */
final class Watcher<E> implements Subscription {
    private final Editions<E> editions;
    private final View view;
    private final LiveView<E> live;
    private final Runnable news;
    /** Only for those who ask for updates, of whom there may be several at once. */
    private final Object asking = new Object();

    /** Guarded by {@link #asking}. */
    private Snapshot seen;

    /** Guarded by this, as is {@link #closed}; -1 for nothing yet. */
    private long seenVersion = -1;

    private boolean closed;

    Watcher(Editions<E> editions, View view, LiveView<E> live, Runnable news) {
        this.editions = editions;
        this.view = view;
        this.live = live;
        this.news = news;
    }

    @Override
    public View view() {
        return view;
    }

    @Override
    public Optional<Update> next() {
        synchronized (asking) {
            if (!hasNews()) {
                return Optional.empty();
            }
            Snapshot now = live.snapshot();
            Update update = live.step(seen, now);
            seen = now;
            see(now.version());
            return Optional.of(update);
        }
    }

    private synchronized boolean hasNews() {
        return !closed && editions.newest().version() != seenVersion;
    }

    private synchronized void see(long version) {
        seenVersion = version;
    }

    @Override
    public synchronized boolean await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!hasNews() && !closed) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return !closed;
    }

    /** There is a new edition. Never waits for a view that is being computed. */
    void tell() {
        synchronized (this) {
            notifyAll();
        }
        news.run();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
        }
        editions.leave(this, live);
    }
}
