package tickwing.common.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import tickwing.common.error.UserError;

/**
 * Looks up positions of a topic without opening a {@link TransactionalPublisher}, which would shut out whoever publishes
 * under the same group.
 */
public final class Positions implements AutoCloseable {
    private final ClientSettings settings;
    private final TopicPartition key;
    private final Admin admin;

    private Positions(ClientSettings settings, String topic, Admin admin) {
        this.settings = settings;
        this.key = new TopicPartition(topic, 0);
        this.admin = admin;
    }

    /** @throws UserError when there cannot be a client with these settings */
    public static Positions open(ClientSettings settings, String topic) {
        try {
            return new Positions(settings, topic, Admin.create(settings.admin()));
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        }
    }

    /**
     * What was committed last, by group. A transaction that is about to commit another one is not waited for. Nothing of
     * groups that have none, or that this user may not see.
     *
     * @throws UserError when no broker answers within 10 s, the one with a position has not for a minute, or the broker refuses
     */
    public Map<String, Position> of(Set<String> groups) {
        try {
            return Failover.await(
                    "Looking up the positions " + String.join(", ", groups),
                    () -> find(groups),
                    () -> get(admin.describeCluster().nodes()),
                    System::nanoTime);
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for the broker at " + settings + ".", e);
        }
    }

    private Map<String, Position> find(Set<String> groups) throws InterruptedException {
        ListConsumerGroupOffsetsSpec spec = new ListConsumerGroupOffsetsSpec().topicPartitions(Set.of(key));
        ListConsumerGroupOffsetsResult result =
                admin.listConsumerGroupOffsets(groups.stream().collect(Collectors.toMap(g -> g, g -> spec)));
        Map<String, Position> found = new HashMap<>();
        for (String group : groups) {
            try {
                OffsetAndMetadata offset =
                        get(result.partitionsToOffsetAndMetadata(group)).get(key);
                if (offset != null) {
                    found.put(group, new Position(offset.offset(), offset.metadata()));
                }
            } catch (GroupIdNotFoundException | GroupAuthorizationException e) {
                // Whoever may not have a position of his own finds none.
            }
        }
        return found;
    }

    /** Waits for an answer; what it failed with is thrown as Kafka meant it. */
    static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
