package tickwing.board;

import java.util.List;
import tickwing.board.edition.Figures;
import tickwing.board.edition.Subscription;
import tickwing.board.view.View;
import tickwing.common.kafka.ReaderStatus;
import tickwing.common.kafka.TopicReader;
import tickwing.common.record.Decoded;
import tickwing.common.record.Decoder;

/**
 * What is known about a topic now. One thread, the reading one, decodes, accepts, clears and publishes; what it has accepted
 * is seen from the next edition on. Any thread may subscribe to views and look at names.
 *
 * @param <T> what a record's value holds
 * @param <V> what can be asked for
 */
public interface Board<T, V extends View> extends TopicReader.Sink<T>, Decoder<T> {
    @Override
    List<Decoded<T>> decode(byte[] key, byte[] value);

    /** @param publishedAt in milliseconds since 1970 UTC */
    @Override
    void accept(T value, long publishedAt);

    /** Forgets all that was accepted: the topic is another one now. */
    @Override
    void clear();

    /** Makes a new edition of what was accepted so far, and tells the subscribers. Costs what has changed. */
    void publish(ReaderStatus status);

    /**
     * Watches a view. Nothing is computed until somebody asks for it.
     *
     * @param news run on the reading thread after each edition: it must return at once, and is there to wake another thread
     */
    Subscription subscribe(V view, Runnable news);

    /** Watches a view, to be asked now and then, or waited for with {@link Subscription#await}. */
    default Subscription subscribe(V view) {
        return subscribe(view, () -> {});
    }

    /** What there is, in alphabetical order, as of the newest edition. */
    List<Name> names();

    /** What the board has done so far. */
    Figures figures();
}
