package tickwing.common.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reader's place in its consumer group. A window rebuilds its state from the start of the topic, whatever its group has
 * committed; a partition that comes back after a rebalance goes on where this reader left it, so that nothing is counted
 * twice. Belongs to the reading thread.
 */
final class Membership implements ConsumerRebalanceListener {
    private static final Duration COMMIT = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Membership.class);

    private final Consumer<?, ?> consumer;
    private final String topic;
    private final Map<TopicPartition, Long> next;
    private final Runnable rebalanced;
    /** What this reader was the last to commit. */
    private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();

    private TopicNews.Share share;

    /**
     * @param next the offsets behind the last records, kept by the reader
     * @param rebalanced called when partitions come or go
     */
    Membership(Consumer<?, ?> consumer, String topic, Map<TopicPartition, Long> next, Runnable rebalanced) {
        this.consumer = consumer;
        this.topic = topic;
        this.next = next;
        this.rebalanced = rebalanced;
    }

    /** What part of the topic this reader has; null for all of it, and while that is not known. */
    TopicNews.Share share() {
        return share;
    }

    /** Reads what it has from the start, another topic of the same name. */
    void startOver() {
        committed = Map.of();
        consumer.seekToBeginning(consumer.assignment());
    }

    /** Tells the group how far its partitions have been read. A wake-up that comes between is spent. */
    void commit(Collection<TopicPartition> partitions) {
        if (!hasCommitted(partitions)) {
            hasCommitted(partitions);
        }
    }

    /** Returns false when a wake-up came between. */
    private boolean hasCommitted(Collection<TopicPartition> partitions) {
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

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commit(partitions);
        rebalanced.run();
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        // Nothing to commit: another member owns them already.
        rebalanced.run();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        log.info("Reading {} from {}.", topic, partitions);
        // Another member may have committed for them.
        committed = Map.of();
        share = findShare();
        rebalanced.run();
        for (TopicPartition partition : partitions) {
            Long known = next.get(partition);
            if (known == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, known);
            }
        }
    }

    /** Null for all of the topic, and while that cannot be told. */
    private TopicNews.Share findShare() {
        try {
            int has = consumer.assignment().size();
            int all = consumer.partitionsFor(topic).size();
            if (has >= all) {
                return null;
            }
            String group = consumer.groupMetadata().groupId();
            log.warn(
                    "Reading {} of {} partitions of {} only: other members of group {} have the rest, so this shows a"
                            + " part of the topic; give each program a group of its own, or none.",
                    has,
                    all,
                    topic,
                    group);
            return new TopicNews.Share(has, all, group);
        } catch (KafkaException e) {
            log.debug("The partitions of {} are not known now: {}", topic, e.getMessage());
            return null;
        }
    }
}
