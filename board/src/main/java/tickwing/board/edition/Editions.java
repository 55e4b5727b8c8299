package tickwing.board.edition;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.board.view.View;
import tickwing.common.kafka.ReaderStatus;

/**
 * The newest edition, and those who watch views of it. One thread publishes; any may subscribe. What nobody watches is not
 * computed, and editions that nobody looks at any more are garbage.
 *
 * @param <E> what an edition holds
 */
public final class Editions<E> {
    private static final Logger log = LoggerFactory.getLogger(Editions.class);

    private final Map<View, LiveView<E>> views = new HashMap<>();
    private final Set<Watcher<E>> watchers = ConcurrentHashMap.newKeySet();
    private final LongAdder computed = new LongAdder();
    private volatile Edition<E> newest;

    /** @param empty what there is before anything is published */
    public Editions(E empty) {
        newest = new Edition<>(0, ReaderStatus.NONE, empty);
    }

    /** The newest edition; from any thread. */
    public Edition<E> newest() {
        return newest;
    }

    /** What the next edition's version will be; for the one thread that publishes. */
    public long nextVersion() {
        return newest.version() + 1;
    }

    /** Makes a new edition and tells everybody, unless nothing has changed; always from the same thread. */
    public void publish(E content, ReaderStatus status) {
        if (content == newest.content() && status.equals(newest.status())) {
            return;
        }
        newest = new Edition<>(nextVersion(), status, content);
        for (Watcher<E> watcher : watchers) {
            try {
                watcher.tell();
            } catch (RuntimeException e) {
                // One who cannot take news must not keep them from the others, nor end the reading.
                log.warn("A subscriber failed to take news of edition {}.", newest.version(), e);
            }
        }
    }

    /**
     * Watches a view.
     *
     * @param start begins to compute it, if nobody watches it yet
     * @param news run after each edition on the thread that publishes, so it must take no time: it wakes whoever asks
     */
    public Subscription subscribe(View view, Supplier<Projection<E>> start, Runnable news) {
        Watcher<E> watcher;
        synchronized (views) {
            LiveView<E> live = views.computeIfAbsent(view, v -> new LiveView<>(this::newest, start, computed));
            live.join();
            watcher = new Watcher<>(this, view, live, news);
        }
        watchers.add(watcher);
        return watcher;
    }

    void leave(Watcher<E> watcher, LiveView<E> live) {
        watchers.remove(watcher);
        synchronized (views) {
            if (live.leave() == 0) {
                views.remove(watcher.view());
            }
        }
    }

    /** @param barsCalculated which is counted elsewhere */
    public Figures figures(long barsCalculated) {
        synchronized (views) {
            int subscriptions =
                    views.values().stream().mapToInt(LiveView::subscribers).sum();
            return new Figures(newest.version(), views.size(), subscriptions, computed.sum(), barsCalculated);
        }
    }
}
