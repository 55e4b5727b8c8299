package tickwing.benchmark.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What anybody would find on a topic of generated flights, whose flight numbers count each airline's rows.
 *
 * @param rows how many there are
 * @param doubled how many come a second time, or behind a later one
 * @param missing how many are left out in between
 */
public record RowsOnTopic(long rows, long doubled, long missing) {
    /** Reads the topic from its start to its end. */
    public static RowsOnTopic of(TestBroker broker, String topic) {
        Map<String, Integer> last = new HashMap<>();
        long[] counts = new long[3];
        read(broker, topic, record -> {
            String airline = new String(record.key(), UTF_8);
            int number = number(new String(record.value(), UTF_8));
            int before = last.getOrDefault(airline, 0);
            counts[0]++;
            counts[1] += number <= before ? 1 : 0;
            counts[2] += Math.max(0, number - before - 1);
            last.put(airline, number);
        });
        return new RowsOnTopic(counts[0], counts[1], counts[2]);
    }

    /** Hands over every committed record of a topic, up to the end that it has now. */
    public static void read(TestBroker broker, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers",
                broker.address(),
                "isolation.level",
                "read_committed",
                "allow.auto.create.topics",
                false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(topic).forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(500)).forEach(each);
            }
        }
    }

    /** Whether the topic holds so many rows, each once and in order. */
    public boolean areExactly(int expected) {
        return rows == expected && doubled == 0 && missing == 0;
    }

    private static int number(String json) {
        int at = json.indexOf("\"FLIGHT_NUMBER\":\"") + 17;
        return Integer.parseInt(json.substring(at, json.indexOf('"', at)));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,d rows, %,d doubled or out of order, %,d missing in between", rows, doubled, missing);
    }
}
