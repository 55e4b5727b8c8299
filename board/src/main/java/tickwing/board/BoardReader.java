package tickwing.board;

import java.time.Duration;
import tickwing.common.kafka.ReaderStatus;
import tickwing.common.kafka.TopicReader;

/**
 * Reads a topic onto a board and publishes editions. The thread that calls a {@code read} method owns the board's state;
 * whoever watches only subscribes.
 */
public final class BoardReader<T> {
    private final TopicReader<T> reader;
    private final Board<T, ?> board;

    /** @param reader whose decoder and sink are the board */
    public BoardReader(TopicReader<T> reader, Board<T, ?> board) {
        this.reader = reader;
        this.board = board;
    }

    /** Reads up to the end that the topic has now, and publishes once. Throws what {@link TopicReader#readToEnd} does. */
    public void readToEnd() {
        reader.readToEnd();
        publish();
    }

    /** Reads until {@link #stop}, and publishes every {@code period}, when the end is reached first, and at the end. */
    public void readUntilStopped(Duration period) {
        readUntilStopped(period, () -> {}, () -> {});
    }

    /**
     * Reads until {@link #stop}, in the same way.
     *
     * @param published run on the reading thread each time that something may be new, but for the end, whether or not
     *     anything is: for whoever shows the time of it, or rewrites files at a pace of his own
     * @param statusChanged run on the reading thread each time that {@link #status} is another: it must return at once
     */
    public void readUntilStopped(Duration period, Runnable published, Runnable statusChanged) {
        Runnable refresh = () -> {
            publish();
            published.run();
        };
        reader.readUntilStopped(period, refresh, statusChanged);
        publish();
    }

    private void publish() {
        board.publish(reader.status());
    }

    /** Asks for an edition ahead of time; from any thread. */
    public void publishSoon() {
        reader.refreshSoon();
    }

    /** Ends reading soon; from any thread, any number of times. */
    public void stop() {
        reader.stop();
    }

    /** How reading goes, at most a poll ago, which may be later than the newest edition; from any thread. */
    public ReaderStatus status() {
        return reader.status();
    }
}
