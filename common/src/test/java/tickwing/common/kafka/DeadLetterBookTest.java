package tickwing.common.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tickwing.common.error.UserError;
import tickwing.common.kafka.WaitingLetters.Address;

@Timeout(30)
class DeadLetterBookTest {
    private static final String DLQ = "t.dlq";
    private static final LetterLayout LAYOUT = new LetterLayout("a,b", "--key b", "AAPL");

    private final MockConsumer<byte[], byte[]> consumer = mock();
    private final MockConsumer<byte[], byte[]> uncommitted = mock();
    private final TreeMap<Integer, Long> ends = new TreeMap<>(Map.of(0, 0L, 1, 0L));
    private final List<ConsumerRecord<byte[], byte[]>> topic = new ArrayList<>();
    private long now;
    private final DeadLetterBook book = new DeadLetterBook(
            consumer,
            () -> uncommitted,
            ClientSettings.of("localhost:1"),
            "t",
            () -> now += TimeUnit.SECONDS.toNanos(1));

    @Test
    void listsWhatWaitsAndNotWhatIsDone() {
        letter(0, "f.csv", 3, "bad,1", LAYOUT);
        letter(1, "f.csv", 2, "bad,2", LAYOUT);
        marker(1, "f.csv", 3, TopicEnds.of(Map.of(0, 1L, 1, 1L)));
        assertEquals(List.of("f.csv:2 error bad,2"), listed());
        assertEquals(1, book.waiting());
        assertTrue(book.isDone(new Address("f.csv", 3)));
        assertFalse(book.isWaiting(new Address("f.csv", 3)));
        assertFalse(book.isDone(new Address("f.csv", 2)));
        assertFalse(book.isWaiting(new Address("f.csv", 4)) || book.isDone(new Address("f.csv", 4)));
    }

    @Test
    void knowsHowARowIsToBeReadAgain() {
        letter(0, "f.csv~1a2b3c4d", 3, "bad,1", LAYOUT);
        letter(0, "f.csv", 3, "bad,1", LetterLayout.UNKNOWN);
        read();
        assertEquals(LAYOUT, book.layout(new Address("f.csv~1a2b3c4d", 3)));
        assertEquals(LetterLayout.UNKNOWN, book.layout(new Address("f.csv", 3)));
    }

    @Test
    void letsARowWaitThatIsRejectedOnceMoreInAnotherCopyOfItsFile() {
        letter(0, "f.csv", 3, "bad,1", LAYOUT);
        marker(1, "f.csv", 3, TopicEnds.of(Map.of(0, 1L, 1, 0L)));
        letter(0, "f.csv", 3, "bad,2", LAYOUT);
        assertEquals(List.of("f.csv:3 error bad,2"), listed());
        book.done(new Address("f.csv", 3));
        assertTrue(book.isDone(new Address("f.csv", 3)));
        assertEquals(0, book.waiting());
    }

    @Test
    void takesAnOlderMarkerForAllLettersOfItsRow() {
        letter(0, "f.csv", 3, "bad,1", LAYOUT);
        add(1, null, DeadLetters.redriven("t", "f.csv", 3, TopicEnds.ALL));
        letter(0, "f.csv", 3, "bad,1", LAYOUT);
        assertEquals(List.of(), listed());
    }

    @Test
    void listsTheNewestOfSeveralLettersOfOneRow() {
        letter(1, "f.csv", 3, "newest", LAYOUT, 2_000);
        letter(0, "f.csv", 3, "older", LAYOUT, 1_000);
        letter(0, "f.csv", 3, "old", LAYOUT, 1_500);
        assertEquals(List.of("f.csv:3 error newest"), listed());
    }

    @Test
    void keepsOfARowThatIsTooLargeOnlyThatItWaits() {
        byte[] tooLarge = new BoundedBytes().deserialize(DLQ, new byte[BoundedBytes.MAX_BYTES + 1]);
        add(0, tooLarge, DeadLetters.record("t", tooLarge, "error", "f.csv", 3, LAYOUT));
        assertEquals(List.of("f.csv:3 error (the row is larger than 4 MB, and not shown) "), listed());
    }

    @Test
    void knowsWhatIsNotText() {
        byte[] latin = {'M', (byte) 0xFC};
        add(0, latin, DeadLetters.record("t", latin, "error", "f.csv", 3, LAYOUT));
        letter(0, "f.csv", 4, "M\u00FC", LAYOUT);
        read();
        assertFalse(book.isText(new Address("f.csv", 3)));
        assertTrue(book.isText(new Address("f.csv", 4)));
    }

    @Test
    void passesOverWhatSomebodyElseHasWritten() {
        add(0, "x".getBytes(UTF_8), new ProducerRecord<>(DLQ, "x".getBytes(UTF_8)));
        add(0, null, new ProducerRecord<>(DLQ, null));
        assertEquals(List.of(), listed());
    }

    @Test
    void saysThatNoRowWasEverRejected() {
        UserError e = assertThrows(UserError.class, book::read);
        assertEquals("Topic t.dlq does not exist: no row was ever rejected.", e.getMessage());
    }

    @Test
    void waitsForWhatAnOpenTransactionHidesBeforeARowIsPublishedTwice() {
        letter(0, "f.csv", 3, "bad,1", LAYOUT);
        prepare();
        uncommitted.updateEndOffsets(Map.of(new TopicPartition(DLQ, 0), 1L, new TopicPartition(DLQ, 1), 1L));
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> {
            consumer.updateEndOffsets(Map.of(new TopicPartition(DLQ, 1), 1L));
            consumer.addRecord(of(1, 0, 0, null, DeadLetters.redriven("t", "f.csv", 3, TopicEnds.of(Map.of(0, 1L)))));
        });
        book.readBehindTransactions(book.newest());
        assertTrue(book.isDone(new Address("f.csv", 3)));
        assertEquals("0:1,1:1", book.ends().toString());
    }

    @Test
    void saysWhatToDoWhenATransactionStaysOpen() {
        prepare();
        uncommitted.updateEndOffsets(Map.of(new TopicPartition(DLQ, 0), 1L, new TopicPartition(DLQ, 1), 0L));
        UserError e = assertThrows(UserError.class, () -> book.readBehindTransactions(book.newest()));
        assertTrue(e.getMessage().contains("has left a transaction open on topic t.dlq"), e.getMessage());
        assertTrue(now < TimeUnit.SECONDS.toNanos(60), now + " ns");
    }

    @Test
    void waitsForNoTransactionThatBeginsBehindTheEndsThatItIsTold() {
        letter(0, "f.csv", 3, "bad,1", LAYOUT);
        prepare();
        TopicEnds before = book.newest();
        assertEquals("0:1,1:0", before.toString());
        uncommitted.updateEndOffsets(Map.of(new TopicPartition(DLQ, 0), 2L, new TopicPartition(DLQ, 1), 1L));
        book.readBehindTransactions(before);
        assertTrue(book.isWaiting(new Address("f.csv", 3)));
    }

    private List<String> listed() {
        read();
        consumer.schedulePollTask(() -> topic.forEach(consumer::addRecord));
        List<String> listed = new ArrayList<>();
        book.forEachWaiting(l -> listed.add(l.address() + " " + l.error() + " " + l.raw()));
        return listed;
    }

    private void read() {
        prepare();
        book.read();
    }

    private void prepare() {
        for (MockConsumer<byte[], byte[]> each : List.of(consumer, uncommitted)) {
            each.updatePartitions(
                    DLQ,
                    ends.keySet().stream()
                            .map(p -> new PartitionInfo(DLQ, p, null, null, null))
                            .toList());
            ends.forEach((partition, end) -> {
                each.updateBeginningOffsets(Map.of(new TopicPartition(DLQ, partition), 0L));
                each.updateEndOffsets(Map.of(new TopicPartition(DLQ, partition), end));
            });
        }
        consumer.schedulePollTask(() -> topic.forEach(consumer::addRecord));
    }

    private void letter(int partition, String file, long line, String raw, LetterLayout layout) {
        letter(partition, file, line, raw, layout, 1_000);
    }

    private void letter(int partition, String file, long line, String raw, LetterLayout layout, long timestamp) {
        byte[] bytes = raw.getBytes(UTF_8);
        add(partition, bytes, DeadLetters.record("t", bytes, "error", file, line, layout), timestamp);
    }

    private void marker(int partition, String file, long line, TopicEnds upTo) {
        add(partition, null, DeadLetters.redriven("t", file, line, upTo));
    }

    private void add(int partition, byte[] value, ProducerRecord<byte[], byte[]> record) {
        add(partition, value, record, 1_000);
    }

    private void add(int partition, byte[] value, ProducerRecord<byte[], byte[]> record, long timestamp) {
        long offset = ends.merge(partition, 1L, Long::sum) - 1;
        topic.add(of(partition, offset, timestamp, value, record));
    }

    private static ConsumerRecord<byte[], byte[]> of(
            int partition, long offset, long timestamp, byte[] value, ProducerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                DLQ,
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                value,
                new RecordHeaders(record.headers()),
                Optional.empty());
    }

    private static MockConsumer<byte[], byte[]> mock() {
        return new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    }
}
