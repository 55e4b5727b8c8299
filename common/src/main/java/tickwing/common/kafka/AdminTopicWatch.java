package tickwing.common.kafka;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the brokers, by an admin client: a consumer does not tell a topic's id, nor what it may not read yet. */
final class AdminTopicWatch implements TopicWatch {
    private static final ListOffsetsOptions HIGH_WATERMARK = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);

    private final BackgroundAdmin admin;
    private final String topic;

    AdminTopicWatch(BackgroundAdmin admin, String topic) {
        this.admin = admin;
        this.topic = topic;
    }

    @Override
    public CompletableFuture<Seen> look(Uuid known, Set<TopicPartition> partitions) {
        return admin.get()
                .thenCompose(client -> describe(client).thenCompose(found -> {
                    boolean another = found.isEmpty()
                            || known != null && !known.equals(found.get().topicId());
                    Uuid id = found.map(TopicDescription::topicId).orElse(null);
                    return another
                            ? CompletableFuture.completedFuture(new Seen(id, Map.of()))
                            : ends(client, found.get(), partitions).thenApply(ends -> new Seen(id, ends));
                }));
    }

    @Override
    public CompletableFuture<Optional<OpenTransaction>> openTransaction(TopicPartition partition) {
        return admin.get()
                .thenCompose(client ->
                        future(client.describeProducers(List.of(partition)).partitionResult(partition)))
                .thenApply(AdminTopicWatch::oldest);
    }

    private CompletableFuture<Optional<TopicDescription>> describe(Admin client) {
        return future(client.describeTopics(List.of(topic)).topicNameValues().get(topic))
                .handle((found, failure) -> {
                    if (failure == null) {
                        return Optional.of(found);
                    }
                    if (KafkaErrors.unwrap(failure) instanceof UnknownTopicOrPartitionException) {
                        return Optional.empty();
                    }
                    throw new CompletionException(failure);
                });
    }

    /** A partition that is not there would be asked for again and again. */
    private static CompletableFuture<Map<TopicPartition, Long>> ends(
            Admin client, TopicDescription found, Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> asked = partitions.stream()
                .filter(p -> p.partition() < found.partitions().size())
                .collect(toMap(Function.identity(), p -> OffsetSpec.latest()));
        if (asked.isEmpty()) {
            return CompletableFuture.completedFuture(Map.of());
        }
        return future(client.listOffsets(asked, HIGH_WATERMARK).all())
                .thenApply(ends -> ends.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset())));
    }

    private static Optional<OpenTransaction> oldest(PartitionProducerState producers) {
        return producers.activeProducers().stream()
                .filter(p -> p.currentTransactionStartOffset().isPresent())
                .min(Comparator.comparingLong(AdminTopicWatch::start))
                .map(p -> new OpenTransaction(p.producerId(), start(p), Instant.ofEpochMilli(p.lastTimestamp())));
    }

    private static long start(ProducerState producer) {
        return producer.currentTransactionStartOffset().orElseThrow();
    }

    private static <T> CompletableFuture<T> future(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture();
    }
}
