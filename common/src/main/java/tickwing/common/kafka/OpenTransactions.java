package tickwing.common.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees records that may not be read yet, since a transaction before them has not ended: to a consumer the partition ends there,
 * with no lag. Producers of the suite commit every second, so what has waited for 10 s is worth a word.
 */
final class OpenTransactions {
    /** How long a transaction may be open before it is told. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(OpenTransactions.class);

    /** A partition that ends for its reader before its last record. */
    private static final class Stuck {
        private final long position;
        private final long sinceNanos;
        private final Instant since = Instant.now();
        private long end;
        private CompletableFuture<Optional<TopicWatch.OpenTransaction>> asked;
        /** Whether it is a transaction that is waited for, and not a leader that has fallen silent. */
        private boolean sure;

        Stuck(long position, long sinceNanos) {
            this.position = position;
            this.sinceNanos = sinceNanos;
        }
    }

    private final TopicWatch watch;
    private final Consumer<?, ?> consumer;
    private final LongSupplier nanoTime;
    private Map<TopicPartition, Stuck> stuck = Map.of();

    OpenTransactions(TopicWatch watch, Consumer<?, ?> consumer, LongSupplier nanoTime) {
        this.watch = watch;
        this.consumer = consumer;
        this.nanoTime = nanoTime;
    }

    /** @param ends the high watermarks as they were a moment ago */
    void look(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Stuck> now = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            long end = ends.getOrDefault(partition, -1L);
            // Where there is a lag, there is a position.
            if (end < 0 || consumer.currentLag(partition).orElse(-1) != 0) {
                continue;
            }
            long position = consumer.position(partition);
            if (end > position) {
                Stuck before = stuck.get(partition);
                Stuck its = before != null && before.position == position
                        ? before
                        : new Stuck(position, nanoTime.getAsLong());
                its.end = end;
                now.put(partition, its);
            }
        }
        stuck = now;
        stuck.forEach(this::makeSure);
    }

    /** Whether an answer is under way that the next look takes. */
    boolean hasAsked() {
        return stuck.values().stream().anyMatch(s -> s.asked != null);
    }

    /** Begins from nothing. */
    void forget() {
        stuck = Map.of();
    }

    boolean keepWaiting(TopicPartition partition) {
        return stuck.containsKey(partition) && stuck.get(partition).sure;
    }

    /** How many offsets are between the reader and the ends, where a transaction has been open for long. */
    long waiting() {
        return stuck.values().stream()
                .filter(s -> s.sure)
                .mapToLong(s -> s.end - s.position)
                .sum();
    }

    /** Since when; null when nothing waits. */
    Instant since() {
        return stuck.values().stream()
                .filter(s -> s.sure)
                .map(s -> s.since)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private void makeSure(TopicPartition partition, Stuck its) {
        if (its.sure || nanoTime.getAsLong() - its.sinceNanos < PATIENCE.toNanos()) {
            return;
        }
        if (its.asked == null) {
            its.asked = watch.openTransaction(partition);
        }
        if (!its.asked.isDone()) {
            return;
        }
        CompletableFuture<Optional<TopicWatch.OpenTransaction>> answer = its.asked;
        its.asked = null;
        try {
            answer.join().ifPresent(transaction -> {
                its.sure = true;
                tell(partition, its, transaction);
            });
        } catch (CompletionException | CancellationException e) {
            if (KafkaErrors.unwrap(e) instanceof AuthorizationException) {
                // Who may not ask whose it is sees nevertheless that something waits.
                its.sure = true;
                log.warn("Up to {} records of {} wait for a transaction to end.", its.end - its.position, partition);
            } else {
                log.debug("Transactions of {} cannot be looked at now: {}", partition, e.getMessage());
            }
        }
    }

    private static void tell(TopicPartition partition, Stuck its, TopicWatch.OpenTransaction open) {
        log.warn(
                "Up to {} records of {} wait for a transaction of producer {}, which is open from offset {} on and last"
                        + " wrote at {}; if that program is gone, kafka-transactions.sh abort ends it, for topic {},"
                        + " partition {} and start offset {}.",
                its.end - its.position,
                partition,
                open.producer(),
                open.start(),
                open.lastWritten(),
                partition.topic(),
                partition.partition(),
                open.start());
    }
}
