package tickwing.common.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import tickwing.common.error.UserError;

/** All of a topic, up to the end that it had when its reading began. The reader polls; this knows when it is done. */
final class WholeTopic {
    private static final Duration PATIENCE = Duration.ofMillis(ClientSettings.TIMEOUT_MS);
    /** Records of a topic that is there come sooner than this. */
    private static final Duration STALL = Duration.ofMillis(500);

    private final Consumer<?, ?> consumer;
    private final String topic;
    private final BrokerSilence broker;
    private final TopicGuard guard;
    private final LongSupplier nanoTime;
    private final Map<TopicPartition, Long> ends;
    private long lastLeft = -1;
    private long advancedAt;

    private WholeTopic(
            Consumer<?, ?> consumer, String topic, BrokerSilence broker, TopicGuard guard, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.topic = topic;
        this.broker = broker;
        this.guard = guard;
        this.nanoTime = nanoTime;
        ends = await("Finding the end of topic " + topic, this::findEnds);
    }

    /** What belongs to transactions that are still open has been published, too. */
    private Map<TopicPartition, Long> findEnds() {
        TopicWatch.Seen seen = guard.begin();
        if (seen.isGone()) {
            throw deleted(topic);
        }
        return seen.ends().isEmpty() ? consumer.endOffsets(consumer.assignment()) : seen.ends();
    }

    /** The end of a reading whose topic has gone. */
    static UserError deleted(String topic) {
        return new UserError("Topic " + topic + " was deleted while it was read; run this again once it is there.");
    }

    /**
     * Assigns all partitions to the consumer, to be read from their start.
     *
     * @param broker looked at by the reader after each poll
     * @return empty when there is no such topic
     * @throws TimeoutException when no broker answers within the consumer's API timeout
     * @throws UserError when brokers answer, but those that hold the topic have not for a minute
     */
    static Optional<WholeTopic> assign(
            Consumer<?, ?> consumer, String topic, BrokerSilence broker, LongSupplier nanoTime) {
        return assign(consumer, topic, broker, new TopicGuard(TopicWatch.NONE, consumer, topic, nanoTime), nanoTime);
    }

    /**
     * The same, of a topic that is looked at.
     *
     * @param guard looked at by the reader after each poll
     */
    static Optional<WholeTopic> assign(
            Consumer<?, ?> consumer, String topic, BrokerSilence broker, TopicGuard guard, LongSupplier nanoTime) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
            return Optional.empty();
        }
        List<TopicPartition> all = partitions.stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return Optional.of(new WholeTopic(consumer, topic, broker, guard, nanoTime));
    }

    /**
     * Whether everything up to that end has been polled, but for what has waited long for a transaction to end.
     *
     * @throws TimeoutException when nothing has arrived for 10 s
     * @throws UserError when brokers answer, but have not brought reading any further for a minute
     */
    boolean isRead() {
        if (broker.silence().compareTo(PATIENCE) > 0) {
            throw new TimeoutException("no answer for " + PATIENCE.toSeconds() + " s");
        }
        long left = await(reading(), this::left);
        long now = nanoTime.getAsLong();
        if (left != lastLeft) {
            lastLeft = left;
            advancedAt = now;
        } else if (Duration.ofNanos(now - advancedAt).compareTo(Failover.LONGEST) > 0) {
            throw Failover.inVain(reading(), null);
        } else if (Duration.ofNanos(now - advancedAt).compareTo(STALL) > 0) {
            guard.hurry();
        }
        return left == 0;
    }

    /** How many offsets there are up to the end. */
    private long left() {
        return ends.entrySet().stream()
                .filter(end -> !guard.waitsForTransaction(end.getKey()))
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    private String reading() {
        return "Reading topic " + topic;
    }

    private <T> T await(String what, Failover.Call<T, RuntimeException> call) {
        return Failover.await(what, call, this::askAnyBroker, nanoTime);
    }

    /** A topic that has been deleted has no leaders either, and waiting for them is in vain. */
    private Object askAnyBroker() {
        if (!consumer.listTopics().containsKey(topic)) {
            throw deleted(topic);
        }
        return topic;
    }
}
