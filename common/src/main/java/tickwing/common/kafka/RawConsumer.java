package tickwing.common.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * The one place where consumers are made: none of them keeps a key or a value that is too large, so that a topic of huge
 * records cannot fill the heap of whoever reads it. Of keys no more is read than is needed.
 */
final class RawConsumer {
    /** How long leaving a group may take: who leaves without a word keeps the partitions from others. */
    private static final Duration LEAVING = Duration.ofSeconds(1);

    /** As many of the largest keys and values fit into a small heap at once; asking for more is a matter of microseconds. */
    private static final int FEW_RECORDS = 10;

    private RawConsumer() {}

    /**
     * A consumer of committed records, with those of their keys that may say what a record is of.
     *
     * @param group null for none
     */
    static Consumer<byte[], byte[]> committed(ClientSettings settings, String group) {
        return new KafkaConsumer<>(settings.consumer(group), new ShortKeys(), new BoundedBytes());
    }

    /** A consumer of committed records and their keys, of no group. It polls few at once, which may all be large. */
    static Consumer<byte[], byte[]> committedWithKeys(ClientSettings settings) {
        return new KafkaConsumer<>(propertiesWithKeys(settings), new BoundedBytes(), new BoundedBytes());
    }

    static Map<String, Object> propertiesWithKeys(ClientSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.consumer(null));
        properties.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, FEW_RECORDS);
        return properties;
    }

    /** A consumer of no group for one that only wants to know of committed records that they are there. */
    static Consumer<byte[], byte[]> committedWithoutValues(ClientSettings settings) {
        return new KafkaConsumer<>(settings.consumer(null), new Unread(), new Unread());
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
