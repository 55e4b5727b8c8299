package tickwing.common.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.Decoded;
import tickwing.common.Decoded.Ok;
import tickwing.common.Decoded.Rejected;
import tickwing.common.error.UserError;

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
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Function<byte[], List<Decoded<T>>> decoder;
    private final Sink<? super T> sink;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Set<String> rejectedKinds = new HashSet<>();
    private Map<TopicPartition, Long> ends;
    private long records;
    private long rejected;
    private String lastRejection = "";
    private volatile boolean stopped;
    private volatile boolean refreshSoon;

    /** @param decoder turns a record's value (never null) into what it holds, usually one value; never throws */
    public TopicReader(
            Consumer<byte[], byte[]> consumer,
            String topic,
            Function<byte[], List<Decoded<T>>> decoder,
            Sink<? super T> sink) {
        this.consumer = consumer;
        this.topic = topic;
        this.decoder = decoder;
        this.sink = sink;
    }

    /**
     * Reads up to the end that the topic has now, then returns.
     *
     * @throws UserError when the topic does not exist
     * @throws KafkaException when no broker answers within the consumer's API timeout
     */
    public void readToEnd() {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
            throw new UserError(
                    "Topic " + topic + " does not exist; run a producer first, or name another with --topic.");
        }
        Set<TopicPartition> all = new HashSet<>();
        partitions.forEach(p -> all.add(new TopicPartition(p.topic(), p.partition())));
        consumer.assign(all);
        consumer.seekToBeginning(all);
        try {
            while (!stopped && !reachedEnd()) {
                pollOnce(POLL);
            }
        } catch (WakeupException e) {
            expectStop(e);
        }
    }

    /**
     * Reads until {@link #stop}, as a member of the consumer's group, and calls {@code refresh} on this thread: first as
     * soon as the end of the topic is reached, or a second after the first record, then every {@code period}. Offsets
     * are committed at each refresh and at the end. Goes on through the loss of every broker.
     */
    public void readUntilStopped(Duration period, Runnable refresh) {
        consumer.subscribe(List.of(topic), new FromTheStart());
        long now = System.nanoTime();
        long nextRefresh = now + period.toNanos();
        boolean first = true;
        long firstRecord = 0;
        while (!stopped) {
            try {
                pollOnce(POLL);
            } catch (WakeupException e) {
                // stop() or refreshSoon(): both are looked at below.
            }
            now = System.nanoTime();
            firstRecord = firstRecord == 0 && records > 0 ? now : firstRecord;
            boolean firstDue = first && records > 0 && (reachedEnd() || now - firstRecord > 1_000_000_000L);
            if (!stopped && (firstDue || refreshSoon || now - nextRefresh >= 0)) {
                first &= records == 0;
                refreshSoon = false;
                nextRefresh = now + period.toNanos();
                refresh.run();
                commit();
            }
        }
        commit();
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

    /** How reading goes; on the reading thread. */
    public ReaderStatus status() {
        return new ReaderStatus(records, rejected, lastRejection, lag(), ends != null && reachedEnd());
    }

    private void pollOnce(Duration timeout) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(timeout)) {
            records++;
            next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            if (record.value() == null) {
                reject(record, new Rejected<>("the record has no value", "the record has no value"));
                continue;
            }
            for (Decoded<T> decoded : decoder.apply(record.value())) {
                if (decoded instanceof Ok<T> ok) {
                    sink.accept(ok.value(), record.timestamp());
                } else if (decoded instanceof Rejected<T> bad) {
                    reject(record, bad);
                }
            }
        }
    }

    private void reject(ConsumerRecord<byte[], byte[]> record, Rejected<?> bad) {
        rejected++;
        lastRejection = record.topic() + "-" + record.partition() + "@" + record.offset() + ": " + bad.kind();
        if (rejectedKinds.add(bad.kind())) {
            log.warn("Skipped {}; further ones of this kind are only counted.", lastRejection);
        }
    }

    private boolean reachedEnd() {
        Set<TopicPartition> assigned = consumer.assignment();
        if (assigned.isEmpty()) {
            return false;
        }
        try {
            if (ends == null) {
                ends = new HashMap<>(consumer.endOffsets(assigned));
            }
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                if (assigned.contains(end.getKey()) && consumer.position(end.getKey()) < end.getValue()) {
                    return false;
                }
            }
            return true;
        } catch (RetriableException e) {
            if (consumer.subscription().isEmpty()) {
                throw e;
            }
            return false;
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

    private void commit() {
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            for (TopicPartition partition : consumer.assignment()) {
                if (next.containsKey(partition)) {
                    offsets.put(partition, new OffsetAndMetadata(next.get(partition)));
                }
            }
            if (!offsets.isEmpty()) {
                consumer.commitSync(offsets, Duration.ofSeconds(1));
            }
        } catch (WakeupException e) {
            // Looked at by the loop; the offsets go with the next commit.
        } catch (RetriableException | CommitFailedException e) {
            log.debug("Offsets not committed now: {}", e.getMessage());
        }
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
            commit();
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            // Nothing to commit: another member owns them already.
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            log.info("Reading {} from {}.", topic, partitions);
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
