package tickwing.common.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import tickwing.common.error.UserError;

/**
 * Counts the records of a topic by reading all of it, which is the only way: offsets count the markers that end transactions
 * and the records of those that were aborted, too, and keep counting what compaction has removed.
 */
public final class RecordCount {
    private static final Duration POLL = Duration.ofMillis(200);

    private RecordCount() {}

    /**
     * The committed records that there are now, those without value included. Transactions that are open are not waited for.
     *
     * @throws UserError when there is no such topic, no broker answers within 10 s, or those that hold it have not for a
     *     minute
     */
    public static long of(ClientSettings settings, String topic) {
        Consumer<byte[], byte[]> consumer = null;
        try {
            consumer = RawConsumer.committedWithoutValues(settings);
            return of(consumer, topic, System::nanoTime);
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        } finally {
            if (consumer != null) {
                RawConsumer.close(consumer, null);
            }
        }
    }

    static long of(Consumer<byte[], byte[]> consumer, String topic, LongSupplier nanoTime) {
        BrokerSilence broker = new BrokerSilence(consumer, nanoTime);
        WholeTopic whole = WholeTopic.assign(consumer, topic, broker, nanoTime)
                .orElseThrow(() -> new BrokerFailure(new BrokerProblem.TopicMissing(topic)));
        long count = 0;
        while (!whole.isRead()) {
            count += consumer.poll(POLL).count();
            broker.look();
        }
        return count;
    }
}
