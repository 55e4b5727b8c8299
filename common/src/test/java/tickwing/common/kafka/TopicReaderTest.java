package tickwing.common.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tickwing.common.error.UserError;
import tickwing.common.record.Decoded;
import tickwing.common.record.Reason;

@Timeout(30)
class TopicReaderTest {
    private static final TopicPartition ZERO = new TopicPartition("stocks", 0);
    private static final TopicPartition ONE = new TopicPartition("stocks", 1);
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final FakeConsumer consumer = new FakeConsumer();
    private final List<String> taken = new ArrayList<>();
    private final List<String> refreshed = new ArrayList<>();
    private final TopicReader<String> reader = new TopicReader<>(
            consumer,
            null,
            "stocks",
            TopicReaderTest::decode,
            (v, t) -> taken.add(v),
            TopicWatch.NONE,
            ReadingMeter.NONE,
            () -> consumer.now);

    @Test
    void readsUpToTheEndThatTheTopicHadAtTheStart() {
        topicWithEnds(2, 1);
        consumer.schedulePollTask(() -> {
            record(ZERO, 0, "a");
            record(ZERO, 1, "b");
            record(ONE, 0, "c");
            consumer.updateEndOffsets(Map.of(ZERO, 100L));
        });
        reader.readToEnd();
        assertEquals(Set.of("a", "b", "c"), Set.copyOf(taken));
        assertEquals(3, reader.status().records());
        assertTrue(reader.status().caughtUp());
    }

    @Test
    void stopsAtTheLastCommittedRecordAlthoughTheLastOffsetsHoldNoRecord() {
        topicWithEnds(3, 0);
        consumer.schedulePollTask(() -> record(ZERO, 0, "a"));
        // Offsets 1 and 2 are an aborted record and the transaction's marker: the position goes over them.
        consumer.schedulePollTask(() -> consumer.seek(ZERO, 3));
        reader.readToEnd();
        assertEquals(List.of("a"), taken);
    }

    @Test
    void countsARecordOnceHoweverMuchOfItCannotBeRead() {
        topicWithEnds(3, 0);
        consumer.schedulePollTask(() -> {
            record(ZERO, 0, "!a+b+!c+!d");
            record(ZERO, 1, "e");
            record(ZERO, 2, "!f+!g");
        });
        reader.readToEnd();
        assertEquals(List.of("b", "e"), taken);
        assertEquals(3, reader.status().records());
        assertEquals(2, reader.status().rejected());
    }

    @Test
    void readsNothingFromAnEmptyTopicAndReturns() {
        topicWithEnds(0, 0);
        reader.readToEnd();
        assertEquals(0, reader.status().records());
    }

    @Test
    void saysThatATopicDoesNotExist() {
        UserError e = assertThrows(UserError.class, reader::readToEnd);
        assertTrue(e.getMessage().startsWith("Topic stocks does not exist"), e.getMessage());
    }

    @Test
    void givesUpReadingToTheEndWhenTheBrokerFallsSilent() {
        topicWithEnds(2, 0);
        consumer.schedulePollTask(() -> record(ZERO, 0, "a"));
        consumer.atEachPoll = () -> consumer.now += TimeUnit.SECONDS.toNanos(1);
        assertThrows(TimeoutException.class, reader::readToEnd);
        assertTrue(consumer.now <= TimeUnit.SECONDS.toNanos(15), "took longer than 15 s");
    }

    @Test
    void isPatientWithPartitionsWhoseLeaderIsGone() {
        topicWithEnds(1, 1);
        consumer.endsInVain = 1;
        consumer.positionsInVain = 2;
        consumer.schedulePollTask(() -> record(ZERO, 0, "a"));
        consumer.schedulePollTask(() -> record(ONE, 0, "b"));
        reader.readToEnd();
        assertEquals(List.of("a", "b"), taken);
    }

    @Test
    void saysAfterAMinuteThatPartitionsHaveNoLeader() {
        topicWithEnds(1, 0);
        consumer.endsInVain = Integer.MAX_VALUE;
        UserError e = assertThrows(UserError.class, reader::readToEnd);
        assertTrue(e.getMessage().startsWith("Finding the end of topic stocks has failed for 60 s"), e.getMessage());
    }

    @Test
    void givesUpSoonerWhenNoBrokerIsLeftToAsk() {
        topicWithEnds(1, 0);
        consumer.endsInVain = Integer.MAX_VALUE;
        consumer.nobodyAnswers = true;
        assertThrows(TimeoutException.class, reader::readToEnd);
        assertTrue(consumer.now <= TimeUnit.SECONDS.toNanos(20), "took longer than 20 s");
    }

    @Test
    void saysAfterAMinuteThatTheRestOfAPartitionDoesNotCome() {
        topicWithEnds(2, 0);
        consumer.schedulePollTask(() -> record(ZERO, 0, "a"));
        consumer.atEachPoll = () -> {
            consumer.now += TimeUnit.SECONDS.toNanos(1);
            consumer.bytes += 20;
        };
        UserError e = assertThrows(UserError.class, reader::readToEnd);
        assertTrue(e.getMessage().startsWith("Reading topic stocks has failed for 60 s"), e.getMessage());
        assertTrue(consumer.now <= TimeUnit.SECONDS.toNanos(65), "took longer than 65 s");
    }

    @Test
    void isPatientWithABrokerThatAnswersWithoutRecords() {
        topicWithEnds(1, 0);
        consumer.atEachPoll = () -> {
            consumer.now += TimeUnit.SECONDS.toNanos(1);
            consumer.bytes += 20;
            if (consumer.now == TimeUnit.SECONDS.toNanos(60)) {
                record(ZERO, 0, "late");
            }
        };
        reader.readToEnd();
        assertEquals(List.of("late"), taken);
    }

    @Test
    void countsUnreadableRecordsAndGoesOn() {
        topicWithEnds(5, 0);
        consumer.schedulePollTask(() -> {
            record(ZERO, 0, "!bad");
            consumer.addRecord(new ConsumerRecord<>("stocks", 0, 1, new byte[0], null));
            record(ZERO, 2, "!bad");
            record(ZERO, 3, "a+!bad+b");
            record(ZERO, 4, "c");
        });
        reader.readToEnd();
        assertEquals(List.of("a", "b", "c"), taken);
        assertEquals(5, reader.status().records());
        assertEquals(4, reader.status().rejected());
        assertEquals("stocks-0@3: marked as bad", reader.status().lastRejection());
        assertEquals(
                Map.of(Reason.OTHER, 3L, Reason.NO_VALUE, 1L), reader.status().reasons());
    }

    @Test
    void handsKeysOverToWhoeverDecodes() {
        topicWithEnds(2, 0);
        consumer.schedulePollTask(() -> {
            consumer.addRecord(new ConsumerRecord<>("stocks", 0, 0, "KEY".getBytes(UTF_8), "a".getBytes(UTF_8)));
            record(ZERO, 1, "b");
        });
        List<String> seen = new ArrayList<>();
        new TopicReader<>(
                        consumer,
                        null,
                        "stocks",
                        (key, value) -> {
                            seen.add(key == null ? null : new String(key, UTF_8));
                            return decode(key, value);
                        },
                        (v, t) -> {},
                        TopicWatch.NONE,
                        ReadingMeter.NONE,
                        () -> consumer.now)
                .readToEnd();
        assertEquals("KEY", seen.get(0));
        assertEquals(2, seen.size());
    }

    @Test
    void doesNotCountAsUnreadableThatADeadLetterIsDone() {
        topicWithEnds(2, 0);
        consumer.schedulePollTask(() -> {
            ConsumerRecord<byte[], byte[]> marker = new ConsumerRecord<>("stocks", 0, 0, null, null);
            DeadLetters.redriven("stocks", "a.csv", 2, TopicEnds.ALL).headers().forEach(marker.headers()::add);
            consumer.addRecord(marker);
            record(ZERO, 1, "a");
        });
        reader.readToEnd();
        assertEquals(List.of("a"), taken);
        assertEquals(2, reader.status().records());
        assertEquals(0, reader.status().rejected());
    }

    @Test
    void handsALargeBatchOverInOrderOnTheReadingThread() {
        topicWithEnds(5_000, 700);
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < 5_000; i++) {
                record(ZERO, i, i % 100 == 99 ? "!bad" : String.valueOf(i));
            }
            for (int i = 0; i < 700; i++) {
                record(ONE, i, String.valueOf(10_000 + i));
            }
        });
        Set<Thread> decoding = ConcurrentHashMap.newKeySet();
        Set<Thread> taking = new HashSet<>();
        TopicReader<String> large = new TopicReader<>(
                consumer,
                null,
                "stocks",
                (key, value) -> {
                    decoding.add(Thread.currentThread());
                    return decode(key, value);
                },
                (v, t) -> {
                    taking.add(Thread.currentThread());
                    taken.add(v);
                },
                TopicWatch.NONE,
                ReadingMeter.NONE,
                () -> consumer.now);
        large.readToEnd();
        List<String> expected = IntStream.range(0, 5_000)
                .filter(i -> i % 100 != 99)
                .mapToObj(String::valueOf)
                .toList();
        assertEquals(expected, taken.stream().filter(v -> v.length() < 5).toList());
        assertEquals(4_950 + 700, taken.size());
        assertEquals(50, large.status().rejected());
        assertEquals("stocks-0@4999: marked as bad", large.status().lastRejection());
        assertEquals(Set.of(Thread.currentThread()), taking);
        assertEquals(taking, decoding);
    }

    @Test
    void commitsAndGoesOnAfterALargeBatchWhenThePartitionIsGivenAwayAndComesBack() {
        windowOn(ZERO);
        consumer.updateEndOffsets(Map.of(ZERO, 1_001L));
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < 1_000; i++) {
                record(ZERO, i, String.valueOf(i));
            }
        });
        consumer.schedulePollTask(() -> {
            consumer.listener.onPartitionsRevoked(List.of(ZERO));
            assertEquals(1_000, taken.size(), "all that was polled is in the state before the partition goes");
            assertEquals(1_000, consumer.committed(Set.of(ZERO)).get(ZERO).offset());
            consumer.rebalance(List.of());
            consumer.rebalance(List.of(ZERO));
            record(ZERO, 1_000, "1000");
        });
        consumer.schedulePollTask(reader::stop);
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(IntStream.rangeClosed(0, 1_000).mapToObj(String::valueOf).toList(), taken);
    }

    @Test
    void countsRecordsForItsMeterAlone() {
        topicWithEnds(2, 0);
        consumer.schedulePollTask(() -> {
            record(ZERO, 0, "a");
            record(ZERO, 1, "bad");
        });
        long[] counted = new long[2];
        ReadingMeter meter = new ReadingMeter() {
            @Override
            public void records(long many) {
                counted[0] += many;
            }

            @Override
            public void rejected(Reason reason) {
                assertEquals(Reason.NO_DATE, reason);
                counted[1]++;
            }

            @Override
            public void reading(long lag, long waiting, Duration silence) {
                assertEquals(0, waiting);
            }
        };
        new TopicReader<>(
                        consumer,
                        null,
                        "stocks",
                        (key, value) -> List.of(Decoded.<String>rejected(Reason.NO_DATE, "bad", "bad")),
                        (v, t) -> {},
                        TopicWatch.NONE,
                        meter,
                        () -> consumer.now)
                .readToEnd();
        assertArrayEquals(new long[] {2, 2}, counted);
    }

    @Test
    void endsWithWhatTheSinkHasThrown() {
        topicWithEnds(1, 0);
        consumer.schedulePollTask(() -> record(ZERO, 0, "a"));
        TopicReader<String> broken = new TopicReader<>(
                consumer,
                null,
                "stocks",
                TopicReaderTest::decode,
                (v, t) -> {
                    throw new IllegalStateException("a bug");
                },
                TopicWatch.NONE,
                ReadingMeter.NONE,
                () -> consumer.now);
        assertEquals(
                "a bug",
                assertThrows(IllegalStateException.class, broken::readToEnd).getMessage());
    }

    @Test
    void refreshesWhenTheEndIsReachedThenAtEachPeriod() {
        windowOn(ZERO);
        consumer.schedulePollTask(() -> record(ZERO, 0, "a"));
        consumer.atEachPoll = () -> {
            consumer.now += TimeUnit.SECONDS.toNanos(10);
            consumer.bytes++;
            if (consumer.now > TimeUnit.SECONDS.toNanos(100)) {
                reader.stop();
            }
        };
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(List.of("[a]@10", "[a]@40", "[a]@70", "[a]@100"), refreshed);
    }

    @Test
    void refreshesASecondAfterTheFirstRecordOfALongTopicAndAgainAtItsEnd() {
        windowOn(ZERO);
        consumer.updateEndOffsets(Map.of(ZERO, 5L));
        consumer.atEachPoll = () -> {
            consumer.now += TimeUnit.MILLISECONDS.toNanos(500);
            consumer.bytes++;
            long offset = consumer.now / TimeUnit.MILLISECONDS.toNanos(500) - 1;
            if (offset < 5) {
                record(ZERO, offset, String.valueOf(offset));
            } else {
                reader.stop();
            }
        };
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(List.of("[0, 1, 2]@1", "[0, 1, 2, 3, 4]@2"), refreshed);
    }

    @Test
    void refreshesAheadOfTimeWhenAsked() {
        windowOn(ZERO);
        consumer.schedulePollTask(reader::refreshSoon);
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(reader::stop);
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(List.of("[]@0"), refreshed);
    }

    @Test
    void waitsForATopicThatIsNotThereYet() {
        consumer.atEachPoll = () -> {
            consumer.now += TimeUnit.SECONDS.toNanos(1);
            consumer.bytes++;
        };
        for (int i = 0; i < 100; i++) {
            consumer.schedulePollTask(() -> {});
        }
        consumer.schedulePollTask(() -> {
            assertEquals(-1, reader.status().lag());
            assertFalse(reader.status().caughtUp());
            appears(ZERO);
            record(ZERO, 0, "first");
        });
        consumer.schedulePollTask(reader::stop);
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(List.of("first"), taken);
    }

    @Test
    void keepsReadingThroughTheLossOfTheBrokerAndSaysForHowLong() {
        windowOn(ZERO);
        consumer.atEachPoll = () -> consumer.now += TimeUnit.SECONDS.toNanos(1);
        consumer.schedulePollTask(() -> {
            consumer.bytes++;
            record(ZERO, 0, "before");
        });
        for (int i = 0; i < 120; i++) {
            consumer.schedulePollTask(() -> {});
        }
        consumer.schedulePollTask(() -> {
            assertTrue(reader.status().brokerIsGone());
            assertEquals(120, reader.status().silence().toSeconds());
            consumer.bytes++;
            record(ZERO, 1, "after");
        });
        consumer.schedulePollTask(() -> {
            assertFalse(reader.status().brokerIsGone());
            reader.stop();
        });
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(List.of("before", "after"), taken);
    }

    @Test
    void waitsAtTheEndForAsLongAsThereIsNothingToLookAtAndTheBrokerLives() {
        windowOn(ZERO);
        List<Duration> waits = new ArrayList<>();
        consumer.schedulePollTask(() -> {
            consumer.bytes++;
            record(ZERO, 0, "a");
        });
        consumer.schedulePollTask(() -> {
            waits.add(consumer.wait);
            consumer.bytes++;
            consumer.now += TimeUnit.SECONDS.toNanos(2);
        });
        consumer.schedulePollTask(() -> {
            waits.add(consumer.wait);
            // No sign of life meanwhile.
            consumer.now += TimeUnit.SECONDS.toNanos(3);
        });
        consumer.schedulePollTask(() -> {
            waits.add(consumer.wait);
            reader.stop();
        });
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(List.of(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(1)), waits);
    }

    @Test
    void takesWhatHasArrivedForNoSignOfLifeWhereNoConnectionIsLeft() {
        BrokerSilence silence = new BrokerSilence(consumer, () -> consumer.now);
        silence.look();
        consumer.now += TimeUnit.SECONDS.toNanos(5);
        consumer.bytes++;
        consumer.connections = 0;
        silence.look();
        assertEquals(Duration.ofSeconds(5), silence.silence());
        consumer.bytes++;
        consumer.connections = 1;
        silence.look();
        assertEquals(Duration.ZERO, silence.silence());
    }

    @Test
    void tellsThatTheStatusHasChangedAndNotThatItHasNot() {
        windowOn(ZERO);
        List<Long> told = new ArrayList<>();
        consumer.atEachPoll = () -> consumer.bytes++;
        consumer.schedulePollTask(() -> record(ZERO, 0, "a"));
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> record(ZERO, 1, "b"));
        consumer.schedulePollTask(reader::stop);
        reader.readUntilStopped(
                HALF_A_MINUTE, this::refresh, () -> told.add(reader.status().records()));
        assertEquals(
                List.of(1L, 2L), told.stream().filter(records -> records > 0).toList());
    }

    @Test
    void startsAtTheBeginningWhateverTheGroupHasCommitted() {
        windowOn(ZERO);
        consumer.commitSync(Map.of(ZERO, new OffsetAndMetadata(7)));
        consumer.schedulePollTask(() -> record(ZERO, 0, "a"));
        consumer.schedulePollTask(reader::stop);
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(List.of("a"), taken);
    }

    @Test
    void takesNoRecordTwiceWhenAPartitionComesBackAfterARebalance() {
        windowOn(ZERO);
        consumer.updateEndOffsets(Map.of(ZERO, 2L));
        consumer.schedulePollTask(() -> {
            record(ZERO, 0, "a");
            record(ZERO, 1, "b");
        });
        consumer.schedulePollTask(() -> {
            consumer.listener.onPartitionsRevoked(List.of(ZERO));
            assertEquals(2, consumer.committed(Set.of(ZERO)).get(ZERO).offset(), "committed before it was given away");
            consumer.rebalance(List.of());
            consumer.rebalance(List.of(ZERO));
            assertEquals(2, consumer.position(ZERO));
            record(ZERO, 2, "c");
        });
        consumer.schedulePollTask(reader::stop);
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(List.of("a", "b", "c"), taken);
    }

    @Test
    void commitsAtTheEndEvenWhenTheWakeUpOfStopHitsTheCommit() {
        windowOn(ZERO);
        consumer.schedulePollTask(() -> {
            record(ZERO, 0, "a");
            consumer.updateEndOffsets(Map.of(ZERO, 9L));
        });
        consumer.schedulePollTask(() -> {
            consumer.wakeAtCommit = true;
            reader.stop();
        });
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(1, consumer.committed(Set.of(ZERO)).get(ZERO).offset());
    }

    @Test
    void commitsAtARefreshEvenWhenAWakeUpHitsTheCommit() {
        windowOn(ZERO);
        consumer.schedulePollTask(() -> {
            record(ZERO, 0, "a");
            consumer.wakeAtCommit = true;
        });
        consumer.schedulePollTask(() -> {
            assertEquals(1, consumer.committed(Set.of(ZERO)).get(ZERO).offset());
            reader.stop();
        });
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(1, consumer.commits);
    }

    @Test
    void commitsThePositionBehindTheMarkerOfATransactionSoThatNoLagIsLeft() {
        windowOn(ZERO);
        consumer.schedulePollTask(() -> record(ZERO, 0, "a"));
        // Offset 1 is the transaction's marker: the position goes over it.
        consumer.schedulePollTask(() -> consumer.seek(ZERO, 2));
        consumer.schedulePollTask(reader::stop);
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(2, consumer.committed(Set.of(ZERO)).get(ZERO).offset());
    }

    @Test
    void commitsOnlyWhatHasMovedOrComesFromAnotherMember() {
        windowOn(ZERO);
        List<Integer> commits = new ArrayList<>();
        consumer.schedulePollTask(() -> record(ZERO, 0, "a"));
        for (int refreshes = 0; refreshes < 3; refreshes++) {
            consumer.schedulePollTask(() -> {
                commits.add(consumer.commits);
                consumer.now += HALF_A_MINUTE.toNanos();
            });
        }
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of());
            consumer.rebalance(List.of(ZERO));
            consumer.now += HALF_A_MINUTE.toNanos();
        });
        consumer.schedulePollTask(() -> record(ZERO, 1, "b"));
        consumer.schedulePollTask(() -> {
            commits.add(consumer.commits);
            reader.stop();
        });
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(List.of(1, 1, 1, 2), commits);
        assertEquals(3, consumer.commits);
        assertEquals(2, consumer.committed(Set.of(ZERO)).get(ZERO).offset());
    }

    @Test
    void goesOnWhenOffsetsCannotBeCommittedNow() {
        windowOn(ZERO);
        consumer.schedulePollTask(() -> {
            record(ZERO, 0, "a");
            consumer.silentAtCommit = true;
        });
        consumer.schedulePollTask(() -> record(ZERO, 1, "b"));
        consumer.schedulePollTask(reader::stop);
        reader.readUntilStopped(HALF_A_MINUTE, this::refresh);
        assertEquals(List.of("a", "b"), taken);
        assertEquals(2, consumer.committed(Set.of(ZERO)).get(ZERO).offset());
    }

    @Test
    void stopsAReadThatWaitsInPoll() throws InterruptedException {
        topicWithEnds(1, 0);
        Thread other = new Thread(() -> {
            while (reader.status() == ReaderStatus.NONE) {
                Thread.onSpinWait();
            }
            reader.stop();
        });
        other.start();
        reader.readToEnd();
        other.join();
        assertFalse(reader.status().caughtUp());
    }

    @Test
    void leavesItsGroupWithinASecondAndClosesAtOnceWhereThereIsNone() {
        reader.close();
        assertEquals(Optional.of(Duration.ZERO), consumer.closedWithin);
        FakeConsumer member = new FakeConsumer();
        new TopicReader<>(
                        member,
                        "group",
                        "stocks",
                        TopicReaderTest::decode,
                        (v, t) -> {},
                        TopicWatch.NONE,
                        ReadingMeter.NONE,
                        () -> 0)
                .close();
        assertEquals(Optional.of(Duration.ofSeconds(1)), member.closedWithin);
    }

    private void refresh() {
        refreshed.add(taken + "@" + TimeUnit.NANOSECONDS.toSeconds(consumer.now));
    }

    /** A topic of two partitions with so many offsets each. */
    private void topicWithEnds(long zero, long one) {
        consumer.updatePartitions("stocks", List.of(info(ZERO), info(ONE)));
        consumer.updateBeginningOffsets(Map.of(ZERO, 0L, ONE, 0L));
        consumer.updateEndOffsets(Map.of(ZERO, zero, ONE, one));
    }

    /** Lets the first poll of a window assign the partition. */
    private void windowOn(TopicPartition partition) {
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.updateEndOffsets(Map.of(partition, 1L));
        consumer.atFirstPoll = () -> consumer.rebalance(List.of(partition));
    }

    private void appears(TopicPartition partition) {
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.updateEndOffsets(Map.of(partition, 1L));
        consumer.rebalance(List.of(partition));
    }

    private void record(TopicPartition partition, long offset, String value) {
        consumer.addRecord(new ConsumerRecord<>(
                partition.topic(), partition.partition(), offset, new byte[0], value.getBytes(StandardCharsets.UTF_8)));
    }

    private static PartitionInfo info(TopicPartition partition) {
        return new PartitionInfo(partition.topic(), partition.partition(), null, null, null);
    }

    private static List<Decoded<String>> decode(byte[] key, byte[] value) {
        List<Decoded<String>> decoded = new ArrayList<>();
        for (String part : new String(value, StandardCharsets.UTF_8).split("\\+")) {
            decoded.add(part.startsWith("!") ? Decoded.rejected("marked as bad", part) : Decoded.ok(part));
        }
        return decoded;
    }

    /** Kafka's own mock, with a clock, a byte counter as the real client has it, and failures on demand. */
    private static final class FakeConsumer extends MockConsumer<byte[], byte[]> {
        private long now;
        private long bytes = 1;
        private Runnable atFirstPoll = () -> {};
        private Runnable atEachPoll = () -> {};
        private boolean wakeAtCommit;
        private boolean silentAtCommit;
        private int commits;
        /** How often calls that need the partitions' leaders fail, after 10 s each. */
        private int endsInVain;

        private int positionsInVain;
        /** What the consumer knows about its topic already it goes on saying, as Kafka's does. */
        private boolean nobodyAnswers;

        private int connections = 1;
        private Duration wait;

        private ConsumerRebalanceListener listener;

        private Optional<Duration> closedWithin = Optional.empty();

        @Override
        public void close(CloseOptions options) {
            closedWithin = options.timeout();
            super.close(options);
        }

        FakeConsumer() {
            super(AutoOffsetResetStrategy.EARLIEST.name());
        }

        @Override
        public synchronized void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
            // Kafka's mock tells a listener only what is assigned; the test tells it what is revoked.
            this.listener = listener;
            super.subscribe(topics, listener);
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            wait = timeout;
            atFirstPoll.run();
            atFirstPoll = () -> {};
            atEachPoll.run();
            return super.poll(timeout);
        }

        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
            if (endsInVain > 0) {
                endsInVain--;
                throw noLeader();
            }
            return super.endOffsets(partitions);
        }

        @Override
        public synchronized long position(TopicPartition partition) {
            if (positionsInVain > 0) {
                positionsInVain--;
                throw noLeader();
            }
            return super.position(partition);
        }

        @Override
        public synchronized Map<String, List<PartitionInfo>> listTopics() {
            if (nobodyAnswers) {
                throw noLeader();
            }
            return super.listTopics();
        }

        private TimeoutException noLeader() {
            now += TimeUnit.SECONDS.toNanos(10);
            return new TimeoutException("no leader");
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            if (wakeAtCommit) {
                wakeAtCommit = false;
                throw new WakeupException();
            }
            if (silentAtCommit) {
                silentAtCommit = false;
                throw new TimeoutException("no answer");
            }
            commits++;
            commitSync(offsets);
        }

        @Override
        public Map<MetricName, ? extends Metric> metrics() {
            return Stream.of(metric("incoming-byte-total", () -> bytes), metric("connection-count", () -> connections))
                    .collect(Collectors.toMap(Metric::metricName, metric -> metric));
        }

        private static Metric metric(String called, DoubleSupplier value) {
            MetricName name = new MetricName(called, "consumer-metrics", "", Map.of());
            return new Metric() {
                @Override
                public MetricName metricName() {
                    return name;
                }

                @Override
                public Object metricValue() {
                    return value.getAsDouble();
                }
            };
        }
    }
}
