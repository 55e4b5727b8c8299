package tickwing.common.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tickwing.common.error.UserError;

@Timeout(30)
class TopicTailTest {
    private static final TopicPartition ZERO = new TopicPartition("t", 0);
    private static final TopicPartition ONE = new TopicPartition("t", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final List<TopicRecord> taken = new ArrayList<>();
    private final FakeWatch watch = new FakeWatch();
    private int flushes;
    private int most = Integer.MAX_VALUE;
    private long now;
    private final TopicTail tail =
            new TopicTail(consumer, ClientSettings.of("localhost:1"), "t", watch, ReadingMeter.NONE, () -> now);

    private final TopicTail.Sink sink = new TopicTail.Sink() {
        @Override
        public boolean accept(TopicRecord record) {
            taken.add(record);
            return taken.size() < most;
        }

        @Override
        public void flush() {
            flushes++;
        }
    };

    @Test
    void readsUpToTheEndThatTheTopicHasNow() {
        topic(Map.of(ZERO, 2L, ONE, 1L));
        consumer.schedulePollTask(() -> {
            record(ZERO, 0, "a");
            record(ZERO, 1, "b");
            record(ONE, 0, "c");
        });
        tail.readToEnd(sink);
        assertEquals(Set.of("a", "b", "c"), Set.copyOf(values()));
        assertEquals(1, flushes);
        assertEquals(0, tail.waiting());
    }

    @Test
    void handsOverKeyHeadersTimeAndValueAsTheyAre() {
        topic(Map.of(ZERO, 2L));
        byte[] tooLarge = new BoundedBytes().deserialize("t", new byte[BoundedBytes.MAX_BYTES + 1]);
        consumer.schedulePollTask(() -> {
            RecordHeaders headers = new RecordHeaders();
            headers.add("h", "first".getBytes(UTF_8))
                    .add("h", "second".getBytes(UTF_8))
                    .add("none", null);
            consumer.addRecord(record(0, "k".getBytes(UTF_8), null, headers));
            consumer.addRecord(record(1, null, tooLarge, new RecordHeaders()));
        });
        tail.readToEnd(sink);
        TopicRecord first = taken.get(0);
        assertEquals("k", new String(((Content.Bytes) first.key()).bytes(), UTF_8));
        assertEquals(1_000, first.timestamp());
        assertInstanceOf(Content.Nothing.class, first.value());
        assertEquals(
                List.of("h", "h", "none"),
                first.headers().stream().map(TopicRecord.Header::name).toList());
        assertEquals(Optional.of("second"), first.header("h"));
        assertEquals(Optional.empty(), first.header("none"));
        assertInstanceOf(Content.Nothing.class, taken.get(1).key());
        assertInstanceOf(Content.TooLarge.class, taken.get(1).value());
    }

    @Test
    void beginsWithWhatComesWhenOnlyThatIsOfInterest() {
        topic(Map.of(ZERO, 2L));
        consumer.schedulePollTask(() -> {
            record(ZERO, 0, "old");
            record(ZERO, 1, "old too");
            record(ZERO, 2, "new");
        });
        run(TopicTail.From.END);
        assertEquals(List.of("new"), values());
    }

    @Test
    void knowsTheEndBeforeItPollsForTheFirstTime() {
        topic(Map.of(ZERO, 2L));
        consumer.schedulePollTask(() -> {
            consumer.updateEndOffsets(Map.of(ZERO, 3L));
            record(ZERO, 2, "came between");
        });
        run(TopicTail.From.END);
        assertEquals(List.of("came between"), values());
    }

    @Test
    void beginsWithTheOldestRecordOnRequest() {
        topic(Map.of(ZERO, 1L));
        consumer.schedulePollTask(() -> record(ZERO, 0, "old"));
        consumer.schedulePollTask(() -> record(ZERO, 1, "new"));
        run(TopicTail.From.BEGINNING);
        assertEquals(List.of("old", "new"), values());
        assertEquals(2, flushes);
    }

    @Test
    void endsWhenTheSinkWantsNoMore() {
        topic(Map.of(ZERO, 3L));
        most = 2;
        consumer.schedulePollTask(() -> {
            record(ZERO, 0, "a");
            record(ZERO, 1, "b");
            record(ZERO, 2, "c");
        });
        tail.readUntilStopped(TopicTail.From.BEGINNING, sink);
        assertEquals(List.of("a", "b"), values());
        assertEquals(1, flushes);
    }

    @Test
    void readsPartitionsThatTheTopicIsGivenMeanwhile() {
        topic(Map.of(ZERO, 0L));
        consumer.schedulePollTask(() -> {
            topic(Map.of(ZERO, 0L, ONE, 1L));
            pass(6);
        });
        consumer.schedulePollTask(() -> record(ONE, 0, "of the new one"));
        run(TopicTail.From.END);
        assertEquals(List.of("of the new one"), values());
    }

    @Test
    void readsATopicThatIsMadeAnewFromItsStart() {
        topic(Map.of(ZERO, 1L));
        consumer.schedulePollTask(() -> record(ZERO, 1, "old"));
        consumer.schedulePollTask(() -> {
            watch.id = Uuid.randomUuid();
            pass(5);
        });
        consumer.schedulePollTask(() -> record(ZERO, 0, "new"));
        run(TopicTail.From.END);
        assertEquals(List.of("old", "new"), values());
    }

    @Test
    void tellsWhatALongTransactionKeepsFromBeingRead() {
        topic(Map.of(ZERO, 1L));
        watch.ends = Map.of(ZERO, 4L);
        consumer.schedulePollTask(() -> record(ZERO, 0, "a"));
        for (int second = 0; second < 20; second++) {
            consumer.schedulePollTask(() -> pass(1));
        }
        tail.readToEnd(sink);
        assertEquals(List.of("a"), values());
        assertEquals(3, tail.waiting());
    }

    @Test
    void saysThatThereIsNoSuchTopic() {
        for (Runnable read :
                List.<Runnable>of(() -> tail.readToEnd(sink), () -> tail.readUntilStopped(TopicTail.From.END, sink))) {
            BrokerFailure e = assertThrows(BrokerFailure.class, read::run);
            assertEquals(new BrokerProblem.TopicMissing("t"), e.problem());
        }
    }

    @Test
    void saysThatNoBrokerAnswers() {
        topic(Map.of(ZERO, 1L));
        consumer.schedulePollTask(() -> consumer.setPollException(new TimeoutException("late")));
        UserError e = assertThrows(UserError.class, () -> {
            tail.readUntilStopped(TopicTail.From.BEGINNING, sink);
        });
        assertEquals("No broker answers at localhost:1.", e.getMessage());
    }

    @Test
    void readsNothingOnceItIsStopped() {
        topic(Map.of(ZERO, 1L));
        tail.stop();
        tail.readToEnd(sink);
        assertTrue(taken.isEmpty());
    }

    private void run(TopicTail.From from) {
        consumer.schedulePollTask(tail::stop);
        tail.readUntilStopped(from, sink);
    }

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    private void topic(Map<TopicPartition, Long> ends) {
        consumer.updatePartitions(
                "t",
                ends.keySet().stream()
                        .map(partition -> new PartitionInfo("t", partition.partition(), null, null, null))
                        .toList());
        ends.keySet().forEach(partition -> consumer.updateBeginningOffsets(Map.of(partition, 0L)));
        consumer.updateEndOffsets(ends);
    }

    private void record(TopicPartition partition, long offset, String value) {
        consumer.addRecord(new ConsumerRecord<>("t", partition.partition(), offset, null, value.getBytes(UTF_8)));
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, byte[] key, byte[] value, RecordHeaders headers) {
        return new ConsumerRecord<>(
                "t", 0, offset, 1_000, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    private List<String> values() {
        return taken.stream()
                .map(record -> new String(((Content.Bytes) record.value()).bytes(), UTF_8))
                .toList();
    }

    /** Answers at once with what a test says. */
    private static final class FakeWatch implements TopicWatch {
        private Uuid id = Uuid.randomUuid();
        private Map<TopicPartition, Long> ends = Map.of();

        @Override
        public CompletableFuture<Seen> look(Uuid known, Set<TopicPartition> partitions) {
            return CompletableFuture.completedFuture(new Seen(id, ends));
        }

        @Override
        public CompletableFuture<Optional<OpenTransaction>> openTransaction(TopicPartition partition) {
            return CompletableFuture.completedFuture(Optional.of(new OpenTransaction(7, 1, Instant.EPOCH)));
        }
    }
}
