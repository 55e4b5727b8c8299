package tickwing.common.kafka;

/**
 * How a {@link TopicReader} is doing; immutable.
 *
 * @param records records read so far, rejected ones included
 * @param rejected records that could not be decoded
 * @param lastRejection the newest rejection as {@code topic-partition@offset: reason}; empty when there was none
 * @param lag records between the reader and the end of the topic; -1 while unknown
 * @param caughtUp whether the reader has once reached the end that the topic had when it started
 */
public record ReaderStatus(long records, long rejected, String lastRejection, long lag, boolean caughtUp) {
    /** Nothing read yet. */
    public static final ReaderStatus NONE = new ReaderStatus(0, 0, "", -1, false);
}
