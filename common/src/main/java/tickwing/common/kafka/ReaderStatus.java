package tickwing.common.kafka;

import java.time.Duration;
import java.util.Map;
import tickwing.common.record.Reason;

/**
 * How a {@link TopicReader} is doing; immutable.
 *
 * @param records records read so far, rejected ones included
 * @param rejected records that could not be decoded, or not all that they hold
 * @param lastRejection the newest rejection as {@code topic-partition@offset: reason}; empty when there was none
 * @param lag records between the reader and the end of the topic; -1 while unknown
 * @param caughtUp whether the reader has once reached the end of the topic
 * @param silence how long no broker has answered; zero while one does
 * @param news what there is to say of the topic itself
 * @param reasons how many were rejected, by reason; without those of which there are none
 */
public record ReaderStatus(
        long records,
        long rejected,
        String lastRejection,
        long lag,
        boolean caughtUp,
        Duration silence,
        TopicNews news,
        Map<Reason, Long> reasons) {
    /** Nothing read yet. */
    public static final ReaderStatus NONE = new ReaderStatus(0, 0, "", -1, false, Duration.ZERO);

    public ReaderStatus {
        reasons = Map.copyOf(reasons);
    }

    /** Without reasons for what was rejected. */
    public ReaderStatus(
            long records,
            long rejected,
            String lastRejection,
            long lag,
            boolean caughtUp,
            Duration silence,
            TopicNews news) {
        this(records, rejected, lastRejection, lag, caughtUp, silence, news, Map.of());
    }

    /** With nothing to say of the topic itself either. */
    public ReaderStatus(
            long records, long rejected, String lastRejection, long lag, boolean caughtUp, Duration silence) {
        this(records, rejected, lastRejection, lag, caughtUp, silence, TopicNews.NONE);
    }

    /** Whether no broker has answered for a while. */
    public boolean brokerIsGone() {
        return !silence.isZero();
    }
}
