package tickwing.common.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tickwing.common.metrics.ClientMetrics;
import tickwing.common.metrics.Metrics;
import tickwing.common.metrics.RecordMetrics;
import tickwing.common.record.ByteSlice;

/** A producer with a topic and its dead letters: counts what arrives where, and keeps the first failure. */
final class Sender implements AutoCloseable {
    private static final int DEFAULT_MAX_REQUEST_BYTES = 1024 * 1024;
    /** What a record batch, a record's head and a dead letter's headers add to key and value, generously; the layout is extra. */
    private static final int OVERHEAD_BYTES = 4 * 1024;
    /** Longer values are rare, and would be of too many lengths. */
    private static final int LONGEST_REUSED = 4 * 1024;

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final int maxRecordBytes;
    private final AtomicLongArray arrived;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Callback onRow = this::rowArrived;
    private final Callback onDeadLetter = this::deadLetterArrived;
    private final ClientMetrics client;
    private final RecordMetrics counted;
    /**
     * Whether nobody but Kafka's own producer sees a record, which has copied its bytes when {@code send} returns. An
     * interceptor may keep it or add headers, and another producer may be anything.
     */
    private final boolean unseen;
    /** The one that values of a length are sent in, by length. */
    private final byte[][] arrays = new byte[LONGEST_REUSED + 1][];

    private final TreeMap<Integer, Long> committed = new TreeMap<>();

    Sender(Producer<byte[], byte[]> producer, String topic, Map<String, Object> properties, Metrics metrics) {
        this.producer = producer;
        this.topic = topic;
        Object limit = properties.get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
        this.maxRecordBytes =
                (limit == null ? DEFAULT_MAX_REQUEST_BYTES : Integer.parseInt(limit.toString())) - OVERHEAD_BYTES;
        this.unseen = producer.getClass() == KafkaProducer.class
                && !properties.containsKey(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG);
        this.client = metrics.client(producer.metrics());
        this.counted = metrics.records(topic);
        this.arrived = new AtomicLongArray(producer.partitionsFor(topic).size() + 1024);
    }

    void publish(byte[] key, ByteSlice value) {
        producer.send(
                unseen ? new WithoutHeaders(topic, key, whole(value)) : new ProducerRecord<>(topic, key, value.copy()),
                onRow);
    }

    /**
     * Kafka wants an array with nothing in it but the value, and has copied it into its batch when {@code send} returns: the
     * next value of that length may have the same one. What is not allocated need not be collected, which is a third of all
     * that a producer allocates.
     */
    private byte[] whole(ByteSlice value) {
        int length = value.length();
        if (length >= arrays.length) {
            return value.copy();
        }
        if (arrays[length] == null) {
            arrays[length] = new byte[length];
        }
        value.copyTo(arrays[length], 0);
        return arrays[length];
    }

    /**
     * A record that has no headers, and no object of its own to say so. Kafka keeps a record's headers until the record has arrived:
     * two objects for each, a quarter of all that the collector finds alive while records are on their way.
     */
    private static final class WithoutHeaders extends ProducerRecord<byte[], byte[]> {
        private static final Headers NONE = new RecordHeaders();

        WithoutHeaders(String topic, byte[] key, byte[] value) {
            super(topic, key, value);
        }

        @Override
        public Headers headers() {
            return NONE;
        }
    }

    void deadLetter(byte[] raw, String error, String file, long line, LetterLayout layout) {
        counted.rejected();
        producer.send(DeadLetters.record(topic, raw, error, file, line, layout), onDeadLetter);
    }

    void redriven(WaitingLetters.Address address, TopicEnds letters) {
        producer.send(DeadLetters.redriven(topic, address.file(), address.line(), letters), onDeadLetter);
    }

    int maxRecordBytes() {
        return maxRecordBytes;
    }

    /** What went wrong since the start with a record that was sent; null when nothing has. */
    Exception failure() {
        return failure.get();
    }

    /** Adds what has arrived since the last call to the committed rows. */
    void countCommitted() {
        long all = 0;
        for (int partition = 0; partition < arrived.length(); partition++) {
            long rows = arrived.getAndSet(partition, 0);
            if (rows > 0) {
                committed.merge(partition, rows, Long::sum);
                all += rows;
            }
        }
        counted.records(all);
    }

    SortedMap<Integer, Long> committed() {
        return new TreeMap<>(committed);
    }

    @Override
    public void close() {
        client.close();
        producer.close(Duration.ofSeconds(5));
    }

    private void rowArrived(RecordMetadata metadata, Exception e) {
        if (e == null) {
            arrived.incrementAndGet(Math.min(metadata.partition(), arrived.length() - 1));
        } else {
            failure.compareAndSet(null, e);
        }
    }

    private void deadLetterArrived(RecordMetadata metadata, Exception e) {
        if (e != null) {
            failure.compareAndSet(null, e);
        }
    }
}
