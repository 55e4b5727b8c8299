package tickwing.common.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.error.Memory;
import tickwing.common.error.UserError;

/**
 * Reads the committed records of one topic as they are, with keys and headers, for those who want to look at them. Belongs to
 * no consumer group, and leaves no trace on the broker.
 *
 * <p>The thread that calls a {@code read} method owns the consumer and the sink; any other thread may only call {@link #stop}.
 */
public final class TopicTail implements AutoCloseable {
    /** Where reading begins. */
    public enum From {
        /** With the oldest record that is there. */
        BEGINNING,
        /** With the first record that is committed from now on. */
        END
    }

    /** Takes records, on the reading thread. */
    @FunctionalInterface
    public interface Sink {
        /** Takes a record; returns whether it wants more. */
        boolean accept(TopicRecord record);

        /** Called behind records that came together: there may be a wait. */
        default void flush() {}
    }

    private static final Duration POLL = Duration.ofSeconds(1);
    /** How often a topic is looked at for partitions that it did not have. */
    private static final Duration PARTITIONS = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(TopicTail.class);

    private final Consumer<byte[], byte[]> consumer;
    private final ClientSettings settings;
    private final String topic;
    private final ReadingMeter meter;
    private final LongSupplier nanoTime;
    private final BrokerSilence broker;
    private final TopicGuard guard;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private long partitionsSeenAt;
    private boolean silent;
    private boolean enough;
    private volatile boolean stopped;

    TopicTail(
            Consumer<byte[], byte[]> consumer,
            ClientSettings settings,
            String topic,
            TopicWatch watch,
            ReadingMeter meter,
            LongSupplier nanoTime) {
        this.consumer = consumer;
        this.settings = settings;
        this.topic = topic;
        this.meter = meter;
        this.nanoTime = nanoTime;
        broker = new BrokerSilence(consumer, nanoTime);
        guard = new TopicGuard(watch, consumer, topic, nanoTime);
    }

    /**
     * A reader that has asked for nothing yet.
     *
     * @param admin whom the topic itself is looked at by; belongs to the caller, who closes it
     * @throws UserError when there cannot be a consumer with these settings
     */
    public static TopicTail open(ClientSettings settings, String topic, BackgroundAdmin admin) {
        try {
            Consumer<byte[], byte[]> consumer = RawConsumer.committedWithKeys(settings);
            return new TopicTail(
                    consumer,
                    settings,
                    topic,
                    new AdminTopicWatch(admin, topic),
                    ReadingMeter.of(settings.metrics(), topic, consumer.metrics()),
                    System::nanoTime);
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        }
    }

    /**
     * Reads from the beginning up to the end that the topic has now, or until the sink wants no more. Waits up to 10 s for
     * transactions that are open there; what belongs to one that is open for longer is left out, which {@link #waiting} tells.
     *
     * @throws BrokerFailure with {@link BrokerProblem.TopicMissing} when there is no such topic
     * @throws UserError when the topic is deleted meanwhile, no broker answers within 10 s, or those that hold it have not for
     *     a minute
     */
    public void readToEnd(Sink sink) {
        read(() -> {
            WholeTopic whole =
                    WholeTopic.assign(consumer, topic, broker, guard, nanoTime).orElseThrow(this::isMissing);
            while (!hasEnded() && !whole.isRead()) {
                TopicReader.expectTheSame(topic, pollOnce(sink));
            }
            if (!hasEnded()) {
                TopicReader.expectTheSame(topic, guard.confirm());
            }
        });
    }

    /**
     * Reads until {@link #stop}, or until the sink wants no more. Goes on through the loss of every broker; partitions that the
     * topic is given meanwhile are read from their beginning, and so is a topic that is made anew.
     *
     * @throws BrokerFailure with {@link BrokerProblem.TopicMissing} when there is no such topic
     * @throws UserError when no broker answers within 10 s in the beginning, or those that hold the topic have not for a minute
     */
    public void readUntilStopped(From from, Sink sink) {
        read(() -> {
            begin(from);
            while (!hasEnded()) {
                if (pollOnce(sink) == TopicGuard.Found.ANEW) {
                    next.clear();
                    consumer.seekToBeginning(consumer.assignment());
                }
                tellOfSilence();
                takeNewPartitions();
            }
        });
    }

    private void read(Runnable reading) {
        try {
            reading.run();
        } catch (WakeupException e) {
            if (!stopped) {
                throw e;
            }
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        }
    }

    /** How many records wait, at most, for a transaction that has been open for more than 10 s. */
    public long waiting() {
        return guard.news(null).waiting();
    }

    /** Ends a {@code read} method soon; from any thread, any number of times. */
    public void stop() {
        stopped = true;
        consumer.wakeup();
    }

    @Override
    public void close() {
        meter.close();
        RawConsumer.close(consumer, null);
    }

    private boolean hasEnded() {
        return stopped || enough;
    }

    private BrokerFailure isMissing() {
        return new BrokerFailure(new BrokerProblem.TopicMissing(topic));
    }

    private void begin(From from) {
        List<TopicPartition> all = partitions();
        if (all.isEmpty()) {
            throw isMissing();
        }
        partitionsSeenAt = nanoTime.getAsLong();
        consumer.assign(all);
        switch (from) {
            case BEGINNING -> consumer.seekToBeginning(all);
            // Now, and not with the first poll: what comes between belongs to it.
            case END ->
                Failover.await(
                                "Finding the end of topic " + topic,
                                () -> consumer.endOffsets(all),
                                consumer::listTopics,
                                nanoTime)
                        .forEach((partition, end) -> consumer.seek(partition, end));
        }
    }

    private List<TopicPartition> partitions() {
        List<PartitionInfo> found = consumer.partitionsFor(topic);
        return found == null
                ? List.of()
                : found.stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                        .toList();
    }

    private TopicGuard.Found pollOnce(Sink sink) {
        ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
        if (TopicReader.goesBack(batch, next)) {
            return guard.wentBack();
        }
        meter.records(batch.count());
        for (TopicPartition partition : batch.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> its = batch.records(partition);
            for (int i = 0; i < its.size() && !enough; i++) {
                enough = !sink.accept(TopicRecord.of(its.get(i)));
            }
            next.put(partition, its.get(its.size() - 1).offset() + 1);
        }
        if (!batch.isEmpty()) {
            sink.flush();
        }
        Memory.check();
        broker.look();
        TopicGuard.Found found = guard.look(next);
        meter.reading(TopicReader.lag(consumer), waiting(), broker.silence());
        return found;
    }

    private void tellOfSilence() {
        boolean now = !broker.silence().isZero();
        if (now != silent) {
            silent = now;
            log.warn(now ? "No broker answers; waiting for one." : "A broker answers again.");
        }
    }

    private void takeNewPartitions() {
        if (nanoTime.getAsLong() - partitionsSeenAt < PARTITIONS.toNanos()) {
            return;
        }
        partitionsSeenAt = nanoTime.getAsLong();
        try {
            // From what the client knows already: nobody is asked, nobody waits.
            List<TopicPartition> all = partitions();
            List<TopicPartition> added = all.stream()
                    .filter(partition -> !consumer.assignment().contains(partition))
                    .toList();
            if (!added.isEmpty()) {
                consumer.assign(all);
                consumer.seekToBeginning(added);
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            log.debug("The partitions of {} are not known now: {}", topic, e.getMessage());
        }
    }
}
