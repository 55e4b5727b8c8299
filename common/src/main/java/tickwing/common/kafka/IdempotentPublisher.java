package tickwing.common.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tickwing.common.error.UserError;
import tickwing.common.record.ByteSlice;

/**
 * Publishes an input that has no position, such as standard input or live quotes: nothing is duplicated by a retry, but
 * a run that is cut short cannot be resumed.
 */
public final class IdempotentPublisher implements RowPublisher {
    private final ClientSettings settings;
    private final Producer<byte[], byte[]> producer;
    private final Sender sender;

    private IdempotentPublisher(
            ClientSettings settings, Map<String, Object> properties, Producer<byte[], byte[]> producer, String topic) {
        this.settings = settings;
        this.producer = producer;
        this.sender = new Sender(producer, topic, properties, settings.metrics());
    }

    /**
     * @param partitions how many the topic has
     * @throws UserError when no broker answers within 10 s, or the broker refuses
     */
    public static IdempotentPublisher open(ClientSettings settings, String topic, int partitions) {
        Map<String, Object> properties = settings.producer(partitions);
        Producer<byte[], byte[]> producer = null;
        try {
            producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
            return new IdempotentPublisher(settings, properties, producer, topic);
        } catch (KafkaException e) {
            if (producer != null) {
                producer.close(Duration.ZERO);
            }
            throw KafkaErrors.userError(e, settings);
        }
    }

    @Override
    public void publish(byte[] key, ByteSlice value) {
        failIfLost();
        sender.publish(key, value);
    }

    @Override
    public void deadLetter(byte[] raw, String error, String file, long line, LetterLayout layout) {
        failIfLost();
        sender.deadLetter(raw, error, file, line, layout);
    }

    @Override
    public void redriven(WaitingLetters.Address address, TopicEnds letters) {
        failIfLost();
        sender.redriven(address, letters);
    }

    /** Waits for the rows; the position is kept nowhere. */
    @Override
    public void commit(Position position) {
        try {
            producer.flush();
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        }
        failIfLost();
        sender.countCommitted();
    }

    @Override
    public int maxRecordBytes() {
        return sender.maxRecordBytes();
    }

    @Override
    public SortedMap<Integer, Long> rowsByPartition() {
        return sender.committed();
    }

    @Override
    public void close() {
        sender.close();
    }

    private void failIfLost() {
        if (sender.failure() != null) {
            throw KafkaErrors.userError(sender.failure(), settings);
        }
    }
}
