package tickwing.common.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.Decoded;
import tickwing.common.Decoded.Ok;
import tickwing.common.Decoded.Rejected;
import tickwing.common.error.Memory;
import tickwing.common.error.UserError;
import tickwing.common.metrics.ReaderMetrics;
import tickwing.common.metrics.RecordMetrics;

/**
 * The poll loop: reads one topic from its start and hands over what decodes. What does not is counted, logged once per
 * kind, and skipped.
 *
 * <p>The thread that calls a {@code read} method owns the consumer, the sink and everything behind it; any other thread
 * may only call {@link #stop} and {@link #refreshSoon}. The consumer belongs to the caller, who closes it.
 *
 * @param <T> what a record's value decodes to
 */
public final class TopicReader<T> {
    /** Takes decoded values, on the reading thread. */
    @FunctionalInterface
    public interface Sink<T> {
        /** @param timestamp the record's timestamp: the time of publishing, in milliseconds since 1970 UTC */
        void accept(T value, long timestamp);
    }

    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);
    /** The longest wait for records; whoever wants something meanwhile wakes the consumer. */
    private static final Duration POLL = Duration.ofSeconds(1);
    /** The same at the topic's end, where a window spends its life. */
    private static final Duration IDLE_POLL = Duration.ofSeconds(2);

    private static final Duration COMMIT = Duration.ofSeconds(1);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Function<byte[], List<Decoded<T>>> decoder;
    private final Sink<? super T> sink;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    /** What this reader was the last to commit. */
    private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();

    private final Set<String> rejectedKinds = new HashSet<>();
    private final BrokerSilence broker;
    private final LongSupplier nanoTime;
    private long records;
    private long rejected;
    private String lastRejection = "";
    private boolean caughtUp;
    private volatile ReaderStatus status = ReaderStatus.NONE;
    private volatile boolean stopped;
    private volatile boolean refreshSoon;

    /**
     * @param decoder turns a record's value (never null) into what it holds, usually one value; never throws
     */
    public TopicReader(
            Consumer<byte[], byte[]> consumer,
            String topic,
            Function<byte[], List<Decoded<T>>> decoder,
            Sink<? super T> sink) {
        this(consumer, topic, decoder, sink, System::nanoTime);
    }

    TopicReader(
            Consumer<byte[], byte[]> consumer,
            String topic,
            Function<byte[], List<Decoded<T>>> decoder,
            Sink<? super T> sink,
            LongSupplier nanoTime) {
        this.consumer = consumer;
        this.topic = topic;
        this.decoder = decoder;
        this.sink = sink;
        this.nanoTime = nanoTime;
        broker = new BrokerSilence(consumer, nanoTime);
    }

    /**
     * Reads up to the end that the topic has now, then returns.
     *
     * @throws UserError when the topic does not exist, or brokers answer, but those that hold it have not for a minute
     * @throws KafkaException when no broker answers within the consumer's API timeout, or falls silent for 10 s
     */
    public void readToEnd() {
        try {
            WholeTopic whole = WholeTopic.assign(consumer, topic, broker, nanoTime)
                    .orElseThrow(() -> new UserError(
                            "Topic " + topic + " does not exist; run a producer first, or name another with --topic."));
            while (!stopped && !whole.isRead()) {
                pollOnce(POLL);
            }
        } catch (WakeupException e) {
            expectStop(e);
        }
        caughtUp = !stopped;
        status = look();
    }

    /**
     * Reads until {@link #stop}, as a member of the consumer's group, and calls {@code refresh} on this thread: a second
     * after the first record, when the end of the topic is reached for the first time, and every {@code period}. Offsets
     * are committed at each refresh and at the end. Goes on through the loss of every broker.
     */
    public void readUntilStopped(Duration period, Runnable refresh) {
        consumer.subscribe(List.of(topic), new FromTheStart());
        long nextRefresh = nanoTime.getAsLong() + period.toNanos();
        boolean shown = false;
        boolean shownCaughtUp = false;
        while (!stopped) {
            boolean nothingYet = records == 0;
            try {
                Duration left = Duration.ofNanos(Math.max(0, nextRefresh - nanoTime.getAsLong()));
                Duration most = caughtUp ? IDLE_POLL : POLL;
                pollOnce(left.compareTo(most) < 0 ? left : most);
            } catch (WakeupException e) {
                // stop() or refreshSoon(): both are looked at below.
            }
            long now = nanoTime.getAsLong();
            if (nothingYet && records > 0 && !shown) {
                nextRefresh = Math.min(nextRefresh, now + FIRST_LOOK.toNanos());
            }
            boolean reachedEnd = caughtUp && records > 0 && !shownCaughtUp;
            if (!stopped && (reachedEnd || refreshSoon || now - nextRefresh >= 0)) {
                shown |= records > 0;
                shownCaughtUp |= reachedEnd;
                refreshSoon = false;
                nextRefresh = now + period.toNanos();
                refresh.run();
                commit(consumer.assignment());
            }
        }
        if (!commit(consumer.assignment())) {
            // The wake-up that stop() made hit the commit; it is spent now.
            commit(consumer.assignment());
        }
    }

    /** Ends a {@code read} method soon; from any thread, any number of times. */
    public void stop() {
        stopped = true;
        consumer.wakeup();
    }

    /** Asks for a refresh ahead of time; from any thread. */
    public void refreshSoon() {
        refreshSoon = true;
        consumer.wakeup();
    }

    /** How reading goes, at most a poll ago; from any thread. */
    public ReaderStatus status() {
        return status;
    }

    private void pollOnce(Duration wait) {
        ConsumerRecords<byte[], byte[]> batch = consumer.poll(wait);
        records += batch.count();
        RecordMetrics.records(batch.count());
        // By partition: a map's look-up for each record would cost.
        for (TopicPartition partition : batch.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> its = batch.records(partition);
            its.forEach(this::accept);
            next.put(partition, its.get(its.size() - 1).offset() + 1);
        }
        // Before the broker is blamed for a silence that is Java's, busy with collecting.
        Memory.check();
        broker.look();
        status = look();
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            reject(record, "the record has no value");
        } else if (BoundedBytes.isTooLarge(record.value())) {
            reject(record, "the value is larger than 4 MB");
        } else {
            boolean whole = true;
            for (Decoded<T> each : decoder.apply(record.value())) {
                if (each instanceof Ok<T> ok) {
                    sink.accept(ok.value(), record.timestamp());
                } else if (each instanceof Rejected<T> bad) {
                    // Of an array, each element may be wrong in its own way; it is one record all the same.
                    if (whole) {
                        reject(record, bad.kind());
                    } else {
                        tell(record, bad.kind());
                    }
                    whole = false;
                }
            }
        }
    }

    private ReaderStatus look() {
        long lag = lag();
        caughtUp |= lag == 0;
        Duration silence = broker.silence();
        ReaderMetrics.reading(lag, silence);
        return new ReaderStatus(records, rejected, lastRejection, lag, caughtUp, silence);
    }

    private void reject(ConsumerRecord<byte[], byte[]> record, String kind) {
        rejected++;
        RecordMetrics.rejected();
        tell(record, kind);
    }

    private void tell(ConsumerRecord<byte[], byte[]> record, String kind) {
        lastRejection = record.topic() + "-" + record.partition() + "@" + record.offset() + ": " + kind;
        if (rejectedKinds.add(kind)) {
            log.warn("Skipped {}; further ones of this kind are only counted.", lastRejection);
        }
    }

    private long lag() {
        long sum = 0;
        for (TopicPartition partition : consumer.assignment()) {
            long lag = consumer.currentLag(partition).orElse(-1);
            if (lag < 0) {
                return -1;
            }
            sum += lag;
        }
        return consumer.assignment().isEmpty() ? -1 : sum;
    }

    /** Returns false when a wake-up came between. */
    private boolean commit(Collection<TopicPartition> partitions) {
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            for (TopicPartition partition : partitions) {
                if (next.containsKey(partition)) {
                    // Not the last record's offset: a transaction's marker behind it would look like lag for ever.
                    offsets.put(partition, new OffsetAndMetadata(consumer.position(partition, COMMIT)));
                }
            }
            // A window that waits has nothing new to say.
            if (!offsets.isEmpty() && !offsets.equals(committed)) {
                consumer.commitSync(offsets, COMMIT);
                committed = offsets;
            }
        } catch (WakeupException e) {
            return false;
        } catch (RetriableException | CommitFailedException e) {
            log.debug("Offsets not committed now: {}", e.getMessage());
        }
        return true;
    }

    private void expectStop(WakeupException e) {
        if (!stopped) {
            throw e;
        }
    }

    /**
     * A window rebuilds its state from the start of the topic, whatever its group has committed; a partition that comes
     * back after a rebalance goes on where this reader left it, so that nothing is counted twice.
     */
    private final class FromTheStart implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commit(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            // Nothing to commit: another member owns them already.
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            log.info("Reading {} from {}.", topic, partitions);
            // Another member may have committed for them.
            committed = Map.of();
            for (TopicPartition partition : partitions) {
                Long known = next.get(partition);
                if (known == null) {
                    consumer.seekToBeginning(List.of(partition));
                } else {
                    consumer.seek(partition, known);
                }
            }
        }
    }
}
