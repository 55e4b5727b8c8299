package tickwing.broker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.Topics;

/** What a user of a broker does: publish rows with their position, and read them. */
final class KafkaUser {
    static final String TOPIC = "rows";
    static final String GROUP = "rows-file";

    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ClientSettings settings;

    KafkaUser(int port) {
        settings = ClientSettings.of("localhost:" + port);
    }

    /** Publishes rows and the position behind them in one transaction. */
    void publish(int position, String... rows) {
        Topics.ensure(settings, List.of(TOPIC), 1, Topics.BROKER_DEFAULT_REPLICATION);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        settings.transactionalProducer(GROUP, 1),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (String row : rows) {
                producer.send(new ProducerRecord<>(TOPIC, row.getBytes(StandardCharsets.UTF_8)));
            }
            producer.sendOffsetsToTransaction(
                    Map.of(PARTITION, new OffsetAndMetadata(position)), consumer.groupMetadata());
            producer.commitTransaction();
        }
    }

    /** Reads the first rows; fails when they do not come. */
    List<String> read(int count) {
        List<String> rows = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (rows.size() < count) {
                if (System.nanoTime() - deadline > 0) {
                    throw new AssertionError("only " + rows + " after " + PATIENCE);
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    rows.add(new String(record.value(), StandardCharsets.UTF_8));
                }
            }
        }
        return rows;
    }

    /** The position that was published last. */
    long position() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.committed(Set.of(PARTITION), PATIENCE)
                    .get(PARTITION)
                    .offset();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings.consumer(GROUP), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
