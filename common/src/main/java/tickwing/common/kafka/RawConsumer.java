package tickwing.common.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * The one place where consumers are made: all of them leave keys unread and keep no value that is too large, so that a topic
 * of huge records cannot fill the heap of whoever reads it.
 */
final class RawConsumer {
    /** How long leaving a group may take: who leaves without a word keeps the partitions from others. */
    private static final Duration LEAVING = Duration.ofSeconds(1);

    private RawConsumer() {}

    /**
     * A consumer of committed records.
     *
     * @param group null for none
     */
    static Consumer<byte[], byte[]> committed(ClientSettings settings, String group) {
        return new KafkaConsumer<>(settings.consumer(group), new Unread(), new BoundedBytes());
    }

    /** A consumer of no group that sees what is not committed yet. */
    static Consumer<byte[], byte[]> uncommitted(ClientSettings settings) {
        return new KafkaConsumer<>(settings.uncommittedConsumer(), new Unread(), new BoundedBytes());
    }

    /**
     * Closes one. Without a group there is nothing to tell the broker, who would let a pending fetch wait for records first.
     *
     * @param group null for none
     */
    static void close(Consumer<?, ?> consumer, String group) {
        consumer.close(CloseOptions.timeout(group == null ? Duration.ZERO : LEAVING));
    }
}
