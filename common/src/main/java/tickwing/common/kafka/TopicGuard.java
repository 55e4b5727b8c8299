package tickwing.common.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees whether a topic is still the one that has been read so far, every 5 s, and soon after anything odd. Positions alone do
 * not tell: in a topic that was deleted and made anew, or at a fresh broker, a reader goes on at its old ones. Belongs to the
 * reading thread, which it keeps waiting in {@link #begin} and {@link #confirm} only, and which it has woken when an answer is
 * another one than the last: that thread need not look for it.
 */
final class TopicGuard {
    /** What has become of the topic. */
    enum Found {
        THE_SAME,
        GONE,
        ANEW
    }

    private static final Duration RHYTHM = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(TopicGuard.class);

    private final TopicWatch watch;
    private final Consumer<?, ?> consumer;
    private final String topic;
    private final LongSupplier nanoTime;
    private final Runnable wake;
    private final OpenTransactions transactions;
    /** Null until the topic has been seen. */
    private Uuid id;

    private CompletableFuture<TopicWatch.Seen> asked;
    /** The last answer; null for none. */
    private TopicWatch.Seen lastAnswer;

    private Map<TopicPartition, Long> nextWhenAsked = Map.of();
    private long askedAt;
    private boolean hurried;
    private boolean everAsked;
    /** Whether the reader ends with an error when the topic changes, which says all that there is to say. */
    private boolean once;

    private Instant goneSince;
    private Instant anewSince;

    /** For a reading thread that looks often enough by itself. */
    TopicGuard(TopicWatch watch, Consumer<?, ?> consumer, String topic, LongSupplier nanoTime) {
        this(watch, consumer, topic, nanoTime, () -> {});
    }

    /** @param wake ends the wait of the reading thread; called from other threads, and only for {@link #look} */
    TopicGuard(TopicWatch watch, Consumer<?, ?> consumer, String topic, LongSupplier nanoTime, Runnable wake) {
        this.watch = watch;
        this.consumer = consumer;
        this.topic = topic;
        this.nanoTime = nanoTime;
        this.wake = wake;
        transactions = new OpenTransactions(watch, consumer, nanoTime);
    }

    /** Something odd has happened: looks soon. */
    void hurry() {
        hurried = true;
    }

    /**
     * To be called after each poll; never waits.
     *
     * @param next the offsets behind the last records
     */
    Found look(Map<TopicPartition, Long> next) {
        if (asked != null && asked.isDone()) {
            Found found = take();
            if (found == Found.ANEW) {
                return found;
            }
        }
        if (asked == null && untilLook().isZero()) {
            ask(next);
            if (asked.isDone()) {
                return take();
            }
            if (!once) {
                wakeForAnother(asked, lastAnswer);
            }
        }
        return now();
    }

    /** How long there is nothing to do for {@link #look}, unless it is woken. */
    Duration untilLook() {
        Duration rhythm = hurried ? SOON : RHYTHM;
        if (asked != null) {
            return asked.isDone() ? Duration.ZERO : rhythm;
        }
        Duration since = Duration.ofNanos(nanoTime.getAsLong() - askedAt);
        return everAsked && since.compareTo(rhythm) < 0 ? rhythm.minus(since) : Duration.ZERO;
    }

    /** The same answer again can wait until the next look. */
    private void wakeForAnother(CompletableFuture<TopicWatch.Seen> answer, TopicWatch.Seen known) {
        answer.thenAccept(now -> {
            if (!now.equals(known)) {
                wake.run();
            }
        });
    }

    private Found take() {
        CompletableFuture<TopicWatch.Seen> answer = asked;
        asked = null;
        try {
            lastAnswer = answer.join();
            Found found = judge(lastAnswer);
            if (found == Found.THE_SAME) {
                transactions.look(lastAnswer.ends());
                hurried |= transactions.hasAsked();
            }
            return found;
        } catch (CompletionException | CancellationException e) {
            log.debug("Topic {} cannot be looked at now: {}", topic, e.getMessage());
            return now();
        }
    }

    /** A record has come from before one that was read already. */
    Found wentBack() {
        tell("begins before what was read of it already; reading it from its start");
        // Whatever it is now; of the one before, nothing is left.
        id = null;
        asked = null;
        hurried = true;
        return anew();
    }

    /**
     * Looks before anything is read, and waits for the answer.
     *
     * @throws KafkaException when there is none
     */
    TopicWatch.Seen begin() {
        once = true;
        TopicWatch.Seen seen = await(watch.look(null, consumer.assignment()));
        judge(seen);
        return seen;
    }

    /**
     * Looks when all is read whether it was read from one topic, and waits for the answer.
     *
     * @throws KafkaException when there is none
     */
    Found confirm() {
        return judge(await(watch.look(id, Set.of())));
    }

    /** Whether what comes next in a partition has waited long for a transaction to end. */
    boolean waitsForTransaction(TopicPartition partition) {
        return transactions.keepWaiting(partition);
    }

    /** @param share what part of the topic is read; null for all of it */
    TopicNews news(TopicNews.Share share) {
        long waiting = transactions.waiting();
        if (goneSince == null && anewSince == null && waiting == 0 && share == null) {
            return TopicNews.NONE;
        }
        return new TopicNews(goneSince, anewSince, waiting, transactions.since(), share);
    }

    private void ask(Map<TopicPartition, Long> next) {
        everAsked = true;
        hurried = false;
        askedAt = nanoTime.getAsLong();
        nextWhenAsked = new HashMap<>(next);
        asked = watch.look(id, consumer.assignment());
    }

    private Found judge(TopicWatch.Seen seen) {
        if (seen.isGone()) {
            if (id != null && goneSince == null) {
                goneSince = Instant.now();
                transactions.forget();
                tell("is gone; waiting for it to be made again");
            }
            return now();
        }
        boolean another = id != null && !id.equals(seen.id());
        if (goneSince != null && !another) {
            tell("is there again");
        }
        goneSince = null;
        id = seen.id();
        if (another) {
            tell("was deleted and made anew; reading it from its start");
            return anew();
        }
        if (endsBeforeItWasRead(seen)) {
            tell("ends before what was read of it already; reading it from its start");
            return anew();
        }
        return now();
    }

    private boolean endsBeforeItWasRead(TopicWatch.Seen seen) {
        return nextWhenAsked.entrySet().stream()
                .anyMatch(next -> seen.ends().getOrDefault(next.getKey(), Long.MAX_VALUE) < next.getValue());
    }

    private Found anew() {
        anewSince = Instant.now();
        nextWhenAsked = Map.of();
        transactions.forget();
        return Found.ANEW;
    }

    private void tell(String what) {
        if (!once) {
            log.warn("Topic {} {}.", topic, what);
        }
    }

    private Found now() {
        return goneSince == null ? Found.THE_SAME : Found.GONE;
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(ClientSettings.TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw KafkaErrors.unwrap(e) instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
