package tickwing.common.kafka;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** What brokers say of a topic beside its records. Asking returns at once; answers come on other threads. */
interface TopicWatch {
    /**
     * The topic as it is now.
     *
     * @param id what tells it from another topic of the same name; null when there is no such topic, {@link Uuid#ZERO_UUID}
     *     when the brokers are too old to say
     * @param ends the high watermarks, which are behind what belongs to open transactions, too; without those that are not
     *     known
     */
    record Seen(Uuid id, Map<TopicPartition, Long> ends) {
        public Seen {
            ends = Map.copyOf(ends);
        }

        boolean isGone() {
            return id == null;
        }
    }

    /**
     * A transaction that has neither been committed nor aborted.
     *
     * @param producer the producer's number, by which Kafka's tools know it
     * @param start offset of its first record
     * @param lastWritten when it last wrote to the partition
     */
    record OpenTransaction(long producer, long start, Instant lastWritten) {}

    /** Knows nothing. */
    TopicWatch NONE = new TopicWatch() {
        @Override
        public CompletableFuture<Seen> look(Uuid known, Set<TopicPartition> partitions) {
            return CompletableFuture.completedFuture(new Seen(Uuid.ZERO_UUID, Map.of()));
        }

        @Override
        public CompletableFuture<Optional<OpenTransaction>> openTransaction(TopicPartition partition) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
    };

    /**
     * Looks at the topic.
     *
     * @param known the id that is expected; the ends of another topic are not asked for; null when any will do
     * @param partitions whose ends are of interest
     */
    CompletableFuture<Seen> look(Uuid known, Set<TopicPartition> partitions);

    /** The transaction that keeps committed reads of a partition from going on; empty when none is open. */
    CompletableFuture<Optional<OpenTransaction>> openTransaction(TopicPartition partition);
}
