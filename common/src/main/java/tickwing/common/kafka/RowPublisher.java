package tickwing.common.kafka;

import java.util.SortedMap;
import tickwing.common.error.UserError;
import tickwing.common.record.ByteSlice;

/**
 * Takes the rows of one input to a topic and its dead letters. Used and closed by one thread; a failed call leaves it
 * good for nothing but closing.
 */
public interface RowPublisher extends AutoCloseable {
    /** Sends a row; returns before the broker has it, but not before it has its own copy of the value. */
    void publish(byte[] key, ByteSlice value);

    /**
     * Sends a row that cannot be published to the dead-letter topic.
     *
     * @param layout how to read it once it is corrected
     */
    void deadLetter(byte[] raw, String error, String file, long line, LetterLayout layout);

    /**
     * Marks dead letters as done, together with the row that is published for them.
     *
     * @param letters which of those with that address
     */
    void redriven(WaitingLetters.Address address, TopicEnds letters);

    /**
     * Returns once the broker has every row sent so far for good, together with the position after them.
     *
     * @throws UserError when the broker takes them no more
     */
    void commit(Position position);

    /** The largest key and value that fit into one record together, in bytes. */
    int maxRecordBytes();

    /** Committed rows by partition of the topic, dead letters not among them. */
    SortedMap<Integer, Long> rowsByPartition();

    /** Gives up what is not committed, and lets go of the broker. */
    @Override
    void close();
}
