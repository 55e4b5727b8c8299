package tickwing.common.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import tickwing.common.metrics.Metrics;
import tickwing.common.record.ByteSlice;

class SenderTest {
    /** What a record is like while it is being sent, which is when Kafka copies it. */
    private static final class Copying extends MockProducer<byte[], byte[]> {
        private final List<String> sent = new ArrayList<>();
        private final List<Headers> headers = new ArrayList<>();

        Copying() {
            super(
                    Cluster.empty()
                            .withPartitions(
                                    Map.of(new TopicPartition("t", 0), new PartitionInfo("t", 0, null, null, null))),
                    true,
                    null,
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> sent, Callback callback) {
            this.sent.add(
                    (sent.key() == null ? "" : new String(sent.key(), UTF_8)) + "=" + new String(sent.value(), UTF_8));
            headers.add(sent.headers());
            return super.send(sent, callback);
        }
    }

    @Test
    void givesARecordThatOthersMaySeeBytesAndHeadersOfItsOwn() {
        Copying producer = new Copying();
        try (Sender sender = new Sender(producer, "t", Map.of(), new Metrics())) {
            sender.publish(new byte[1], ByteSlice.of("one".getBytes(UTF_8)));
            sender.publish(new byte[1], ByteSlice.of("two".getBytes(UTF_8)));
        }
        assertEquals(
                List.of("one", "two"),
                producer.history().stream()
                        .map(record -> new String(record.value(), UTF_8))
                        .toList());
        producer.headers.get(0).add("trace", new byte[0]);
        assertEquals(0, producer.headers.get(1).toArray().length);
    }

    @Test
    void sendsEachValueWithItsOwnBytesAndNoOthers() {
        List<String> expected = new ArrayList<>();
        Copying producer = new Copying();
        try (Sender sender = new Sender(producer, "t", Map.of(), new Metrics())) {
            for (int length : new int[] {3, 0, 5, 3, 3, 4_096, 4_097, 9_000, 4_096, 5, 4_097}) {
                String value = Character.toString('a' + expected.size()).repeat(length);
                sender.publish("k".getBytes(UTF_8), new ByteSlice(("<" + value + ">").getBytes(UTF_8), 1, 1 + length));
                expected.add("k=" + value);
            }
            assertEquals(expected, producer.sent);
            sender.countCommitted();
            assertEquals(Map.of(0, (long) expected.size()), sender.committed());
        }
    }

    @Test
    void letsADeadLetterSayHowItIsToBeReadAgain() {
        assertEquals(
                "error=e file=f line=2 header=a,b options=--key b name=AAPL",
                letter(new LetterLayout("a,b", "--key b", "AAPL")));
        assertEquals("error=e file=f line=2", letter(LetterLayout.UNKNOWN));
        String wide = "c".repeat(LetterLayout.MAX_BYTES);
        LetterLayout fitting = new LetterLayout(wide, "--key b", "").within(1_000_000);
        assertEquals("error=e file=f line=2 options=--key b", letter(fitting));
        assertEquals(LetterLayout.UNKNOWN, new LetterLayout("a,b", "--key b", "").within(8));
    }

    private static String letter(LetterLayout layout) {
        Copying producer = new Copying();
        try (Sender sender = new Sender(producer, "t", Map.of(), new Metrics())) {
            sender.deadLetter("x".getBytes(UTF_8), "e", "f", 2, layout);
        }
        List<String> headers = new ArrayList<>();
        producer.headers.get(0).forEach(h -> headers.add(h.key() + "=" + new String(h.value(), UTF_8)));
        return String.join(" ", headers);
    }
}
