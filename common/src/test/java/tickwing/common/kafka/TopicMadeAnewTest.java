package tickwing.common.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tickwing.common.error.UserError;
import tickwing.common.record.Decoded;

/** A reader whose topic is deleted, made anew, shared, or held up by a transaction under it. */
@Timeout(30)
class TopicMadeAnewTest {
    private static final TopicPartition ZERO = new TopicPartition("stocks", 0);
    private static final TopicPartition ONE = new TopicPartition("stocks", 1);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final FakeWatch watch = new FakeWatch();
    private final List<String> taken = new ArrayList<>();
    private final List<String> refreshed = new ArrayList<>();
    private long now;

    private final TopicReader.Sink<String> sink = new TopicReader.Sink<>() {
        @Override
        public void accept(String value, long timestamp) {
            taken.add(value);
        }

        @Override
        public void clear() {
            taken.clear();
        }
    };
    private final TopicReader<String> reader = new TopicReader<>(
            consumer, null, "stocks", TopicMadeAnewTest::decode, sink, watch, ReadingMeter.NONE, () -> now);

    @Test
    void startsOverWhenTheTopicHasAnotherId() {
        windowOn(ZERO);
        thenPoll(() -> records(ZERO, "old", "old too"));
        thenPoll(() -> {
            assertEquals(2, reader.status().records());
            // As many records as before: no offset tells.
            watch.id = Uuid.randomUuid();
            pass(5);
        });
        thenPoll(() -> {
            assertEquals(List.of(), taken);
            assertNotNull(reader.status().news().anewSince());
            records(ZERO, "new", "new too");
        });
        run();
        assertEquals(List.of("new", "new too"), taken);
        assertEquals(2, reader.status().records());
        assertEquals(List.of("[old, old too]", "[]", "[new, new too]"), refreshed);
    }

    @Test
    void startsOverWhenARecordHasAnOffsetThatWasReadAlready() {
        windowOn(ZERO);
        thenPoll(() -> records(ZERO, "old", "old too"));
        thenPoll(() -> {
            watch.id = Uuid.randomUuid();
            // Kafka's client goes back to the start where its position is out of range.
            consumer.seek(ZERO, 0);
            records(ZERO, "new");
        });
        thenPoll(() -> {
            assertEquals(List.of(), taken);
            records(ZERO, "new");
        });
        thenPoll(() -> pass(5));
        thenPoll(() -> {});
        run();
        assertEquals(List.of("new"), taken, "once, although the next look sees another id");
    }

    @Test
    void startsOverWhenTheTopicEndsBeforeWhatWasRead() {
        windowOn(ZERO);
        thenPoll(() -> records(ZERO, "old", "old too"));
        thenPoll(() -> {
            watch.ends.put(ZERO, 1L);
            pass(5);
        });
        thenPoll(() -> records(ZERO, "new"));
        run();
        assertEquals(List.of("new"), taken);
    }

    @Test
    void saysSinceWhenTheTopicIsGoneAndGoesOnWhenItIsTheSameAgain() {
        windowOn(ZERO);
        thenPoll(() -> records(ZERO, "a"));
        thenPoll(() -> {
            assertFalse(reader.status().news().isGone());
            watch.gone = true;
            pass(5);
        });
        thenPoll(() -> {
            assertTrue(reader.status().news().isGone());
            watch.gone = false;
            pass(5);
        });
        thenPoll(() -> {
            assertFalse(reader.status().news().isGone());
            consumer.addRecord(new ConsumerRecord<>("stocks", 0, 1, new byte[0], new byte[] {'b'}));
        });
        run();
        assertEquals(List.of("a", "b"), taken);
    }

    @Test
    void saysNothingOfATopicThatHasNeverBeenThere() {
        watch.gone = true;
        consumer.schedulePollTask(() -> pass(60));
        consumer.schedulePollTask(() -> {});
        run();
        assertFalse(reader.status().news().isGone());
    }

    @Test
    void looksEveryFiveSecondsAndASecondAfterPartitionsHaveComeOrGone() {
        windowOn(ZERO);
        for (int second = 0; second < 60; second++) {
            thenPoll(() -> pass(1));
        }
        thenPoll(() -> {
            assertEquals(12, watch.looks, 1, "looks in a minute");
            watch.looks = 0;
            consumer.rebalance(List.of());
            consumer.rebalance(List.of(ZERO));
            pass(1);
        });
        run();
        assertEquals(1, watch.looks);
    }

    @Test
    void wakesItsReaderForAnAnswerOnlyWhenItIsAnotherOne() {
        AtomicInteger woken = new AtomicInteger();
        TopicGuard guard = new TopicGuard(watch, consumer, "stocks", () -> now, woken::incrementAndGet);
        guard.look(Map.of());
        for (Uuid answered : List.of(watch.id, Uuid.randomUuid())) {
            assertEquals(Duration.ofSeconds(5), guard.untilLook());
            watch.later = new CompletableFuture<>();
            pass(5);
            assertEquals(TopicGuard.Found.THE_SAME, guard.look(Map.of()));
            assertEquals(0, woken.get());
            watch.later.complete(new TopicWatch.Seen(answered, watch.ends));
            assertEquals(Duration.ZERO, guard.untilLook(), "there is something to look at");
            watch.later = null;
            if (answered.equals(watch.id)) {
                assertEquals(TopicGuard.Found.THE_SAME, guard.look(Map.of()));
            }
        }
        assertEquals(1, woken.get());
        assertEquals(TopicGuard.Found.ANEW, guard.look(Map.of()));
    }

    @Test
    void goesOnWithoutAnAnswer() {
        windowOn(ZERO);
        watch.silent = true;
        thenPoll(() -> records(ZERO, "a"));
        thenPoll(() -> pass(60));
        run();
        assertEquals(List.of("a"), taken);
    }

    @Test
    void refusesAMixtureOfTwoTopicsWhenReadingToTheEnd() {
        topicWithEnds(1, 1);
        consumer.schedulePollTask(() -> records(ZERO, "old"));
        consumer.schedulePollTask(() -> {
            watch.id = Uuid.randomUuid();
            records(ONE, "new");
        });
        UserError e = assertThrows(UserError.class, reader::readToEnd);
        assertEquals("Topic stocks was deleted and made anew while it was read; run this again.", e.getMessage());
    }

    @Test
    void saysSoonThatTheTopicIsDeletedWhileItIsReadToTheEnd() {
        topicWithEnds(2, 0);
        consumer.schedulePollTask(() -> records(ZERO, "a"));
        consumer.schedulePollTask(() -> watch.gone = true);
        for (int second = 0; second < 10; second++) {
            consumer.schedulePollTask(() -> pass(1));
        }
        UserError e = assertThrows(UserError.class, reader::readToEnd);
        assertEquals("Topic stocks was deleted while it was read; run this again once it is there.", e.getMessage());
        assertTrue(now <= TimeUnit.SECONDS.toNanos(3), "took longer than 3 s");
    }

    @Test
    void waitsForAShortTransactionWhenReadingToTheEnd() {
        topicWithEnds(1, 0);
        watch.ends.put(ZERO, 2L);
        consumer.schedulePollTask(() -> records(ZERO, "a"));
        for (int second = 0; second < 5; second++) {
            consumer.schedulePollTask(() -> pass(1));
        }
        consumer.schedulePollTask(() -> {
            consumer.updateEndOffsets(Map.of(ZERO, 2L));
            consumer.addRecord(new ConsumerRecord<>("stocks", 0, 1, new byte[0], new byte[] {'b'}));
        });
        reader.readToEnd();
        assertEquals(List.of("a", "b"), taken);
        assertEquals(0, reader.status().news().waiting());
    }

    @Test
    void leavesOutWhatWaitsForALongTransactionAndTellsHowMuch() {
        topicWithEnds(1, 0);
        watch.ends.put(ZERO, 4L);
        watch.open =
                CompletableFuture.completedFuture(Optional.of(new TopicWatch.OpenTransaction(4001, 1, Instant.EPOCH)));
        readToEndInSteps();
        assertEquals(List.of("a"), taken);
        assertEquals(3, reader.status().news().waiting());
        assertNotNull(reader.status().news().waitingSince());
        assertEquals(11, TimeUnit.NANOSECONDS.toSeconds(now), 1);
    }

    @Test
    void tellsWhatWaitsAlsoToThoseWhoMayNotAskForWhom() {
        topicWithEnds(1, 0);
        watch.ends.put(ZERO, 4L);
        watch.open = CompletableFuture.failedFuture(new TopicAuthorizationException("no"));
        readToEndInSteps();
        assertEquals(3, reader.status().news().waiting());
    }

    @Test
    void takesASilentLeaderForNoTransaction() {
        topicWithEnds(1, 0);
        watch.ends.put(ZERO, 4L);
        UserError e = assertThrows(UserError.class, this::readToEndInSteps);
        assertTrue(e.getMessage().startsWith("Reading topic stocks has failed for 60 s"), e.getMessage());
    }

    @Test
    void takesTheMarkOfACommittedTransactionForNoRecord() {
        topicWithEnds(2, 0);
        consumer.schedulePollTask(() -> records(ZERO, "a"));
        // Offset 1 is the mark: the position goes over it.
        consumer.schedulePollTask(() -> consumer.seek(ZERO, 2));
        reader.readToEnd();
        assertEquals(0, reader.status().news().waiting());
        assertEquals(0, now);
    }

    @Test
    void aWindowTellsWhatWaitsAfterTenSecondsAndNoLongerWhenItHasCome() {
        windowOn(ZERO);
        watch.open =
                CompletableFuture.completedFuture(Optional.of(new TopicWatch.OpenTransaction(4001, 1, Instant.EPOCH)));
        thenPoll(() -> records(ZERO, "a"));
        thenPoll(() -> {
            watch.ends.put(ZERO, 4L);
            pass(5);
        });
        thenPoll(() -> pass(5));
        thenPoll(() -> {
            assertEquals(0, reader.status().news().waiting());
            pass(5);
        });
        thenPoll(() -> {
            assertEquals(3, reader.status().news().waiting());
            consumer.seek(ZERO, 4);
            consumer.updateEndOffsets(Map.of(ZERO, 4L));
            pass(5);
        });
        run();
        assertEquals(0, reader.status().news().waiting());
        assertNull(reader.status().news().waitingSince());
    }

    @Test
    void tellsThatAnotherMemberOfTheGroupHasTheRest() {
        consumer.updatePartitions("stocks", List.of(info(ZERO), info(ONE)));
        windowOn(ZERO);
        thenPoll(() -> {
            TopicNews.Share share = reader.status().news().share();
            assertEquals(1, share.partitions());
            assertEquals(2, share.of());
            consumer.rebalance(List.of(ZERO, ONE));
        });
        run();
        assertNull(reader.status().news().share());
    }

    /** One record, then nothing, for more than a minute. */
    private void readToEndInSteps() {
        consumer.schedulePollTask(() -> records(ZERO, "a"));
        for (int second = 0; second < 65; second++) {
            consumer.schedulePollTask(() -> pass(1));
        }
        reader.readToEnd();
    }

    private void run() {
        consumer.schedulePollTask(reader::stop);
        reader.readUntilStopped(PERIOD, () -> refreshed.add(taken.toString()));
    }

    private void thenPoll(Runnable task) {
        consumer.schedulePollTask(task);
    }

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    private void windowOn(TopicPartition partition) {
        consumer.updateBeginningOffsets(Map.of(ZERO, 0L, ONE, 0L));
        consumer.updateEndOffsets(Map.of(ZERO, 0L, ONE, 0L));
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(partition)));
    }

    private void topicWithEnds(long zero, long one) {
        consumer.updatePartitions("stocks", List.of(info(ZERO), info(ONE)));
        consumer.updateBeginningOffsets(Map.of(ZERO, 0L, ONE, 0L));
        consumer.updateEndOffsets(Map.of(ZERO, zero, ONE, one));
        watch.ends.putAll(Map.of(ZERO, zero, ONE, one));
    }

    /** The first records of a partition. */
    private void records(TopicPartition partition, String... values) {
        for (int i = 0; i < values.length; i++) {
            consumer.addRecord(new ConsumerRecord<>(
                    "stocks", partition.partition(), i, new byte[0], values[i].getBytes(StandardCharsets.UTF_8)));
        }
        if (consumer.assignment().size() == 1) {
            consumer.updateEndOffsets(Map.of(partition, (long) values.length));
        }
    }

    private static PartitionInfo info(TopicPartition partition) {
        return new PartitionInfo(partition.topic(), partition.partition(), null, null, null);
    }

    private static List<Decoded<String>> decode(byte[] key, byte[] value) {
        return List.of(Decoded.ok(new String(value, StandardCharsets.UTF_8)));
    }

    /** Answers at once with what a test says. */
    private static final class FakeWatch implements TopicWatch {
        private final Map<TopicPartition, Long> ends = new HashMap<>();
        private Uuid id = Uuid.randomUuid();
        private boolean gone;
        private boolean silent;
        /** What is answered; null for at once. */
        private CompletableFuture<Seen> later;

        private int looks;
        private CompletableFuture<Optional<OpenTransaction>> open = CompletableFuture.completedFuture(Optional.empty());

        @Override
        public CompletableFuture<Seen> look(Uuid known, Set<TopicPartition> partitions) {
            looks++;
            if (silent) {
                return new CompletableFuture<>();
            }
            if (later != null) {
                return later;
            }
            return CompletableFuture.completedFuture(gone ? new Seen(null, Map.of()) : new Seen(id, ends));
        }

        @Override
        public CompletableFuture<Optional<OpenTransaction>> openTransaction(TopicPartition partition) {
            return open;
        }
    }
}
