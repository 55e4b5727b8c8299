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
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import tickwing.common.error.Memory;
import tickwing.common.error.UserError;
import tickwing.common.metrics.Metrics;
import tickwing.common.record.Decoder;

/**
 * The poll loop: reads one topic from its start and hands over what decodes. What does not is counted, logged once per
 * kind, and skipped.
 *
 * <p>The thread that calls a {@code read} method owns the consumer, the sink and everything behind it; any other thread
 * may only call {@link #stop} and {@link #refreshSoon}. Of values larger than 4 MB no more is read than that, and of keys larger
 * than 4 KB nothing.
 *
 * @param <T> what a record decodes to
 */
public final class TopicReader<T> implements AutoCloseable {
    /** Takes decoded values, on the reading thread. */
    @FunctionalInterface
    public interface Sink<T> {
        /** @param timestamp the record's timestamp: the time of publishing, in milliseconds since 1970 UTC */
        void accept(T value, long timestamp);

        /** Forgets all that was taken: the topic has been made anew, and is read from its start again. */
        default void clear() {
            throw new UnsupportedOperationException("reads a topic once only");
        }
    }

    /**
     * The longest wait for records before the topic's end, or where the broker may be gone; else the topic is waited at until it
     * is to be looked at. Whoever wants something meanwhile wakes the consumer.
     */
    private static final Duration POLL = Duration.ofSeconds(1);

    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    /** Null for none. */
    private final String group;

    private final String topic;
    private final Sink<? super T> sink;
    private final Intake<T> intake;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final BrokerSilence broker;
    private final TopicGuard guard;
    private final Membership membership;
    private final ReadingMeter meter;
    private final SkippedRecords skipped;
    private final LongSupplier nanoTime;
    private long records;
    private boolean caughtUp;
    private volatile ReaderStatus status = ReaderStatus.NONE;
    private volatile boolean stopped;
    private volatile boolean refreshSoon;

    /**
     * A reader of no group that sees the records alone: not whether their topic is made anew meanwhile, nor what waits in an
     * open transaction; and whose records no metrics count.
     *
     * @throws KafkaException when there cannot be a consumer with these settings
     */
    public TopicReader(ClientSettings settings, String topic, Decoder<T> decoder, Sink<? super T> sink) {
        this(
                RawConsumer.committed(settings, null),
                null,
                topic,
                decoder,
                sink,
                TopicWatch.NONE,
                ReadingMeter.NONE,
                System::nanoTime);
    }

    /**
     * @param group the consumer group; null for none, which does for {@link #readToEnd} alone
     * @param admin whom the topic itself is looked at by; belongs to the caller, who closes it
     * @throws KafkaException when there cannot be a consumer with these settings
     */
    public TopicReader(
            ClientSettings settings,
            String group,
            String topic,
            Decoder<T> decoder,
            Sink<? super T> sink,
            BackgroundAdmin admin) {
        this(RawConsumer.committed(settings, group), group, topic, decoder, sink, admin, settings.metrics());
    }

    private TopicReader(
            Consumer<byte[], byte[]> consumer,
            String group,
            String topic,
            Decoder<T> decoder,
            Sink<? super T> sink,
            BackgroundAdmin admin,
            Metrics metrics) {
        this(
                consumer,
                group,
                topic,
                decoder,
                sink,
                new AdminTopicWatch(admin, topic),
                ReadingMeter.of(metrics, topic, consumer.metrics()),
                System::nanoTime);
    }

    TopicReader(
            Consumer<byte[], byte[]> consumer,
            String group,
            String topic,
            Decoder<T> decoder,
            Sink<? super T> sink,
            TopicWatch watch,
            ReadingMeter meter,
            LongSupplier nanoTime) {
        this.consumer = consumer;
        this.group = group;
        this.topic = topic;
        this.sink = sink;
        this.meter = meter;
        this.nanoTime = nanoTime;
        skipped = new SkippedRecords(meter);
        intake = new Intake<>(decoder, sink, skipped);
        broker = new BrokerSilence(consumer, nanoTime);
        guard = new TopicGuard(watch, consumer, topic, nanoTime, this::wake);
        membership = new Membership(consumer, topic, next, guard::hurry);
    }

    /**
     * Reads up to the end that the topic has now, then returns. Waits up to 10 s for transactions that are open there; what
     * belongs to one that is open for longer is left out, which the status tells.
     *
     * @throws UserError when the topic does not exist, or is deleted meanwhile, or brokers answer, but those that hold it have
     *     not for a minute
     * @throws KafkaException when no broker answers within the consumer's API timeout, or falls silent for 10 s
     */
    public void readToEnd() {
        try {
            WholeTopic whole = WholeTopic.assign(consumer, topic, broker, guard, nanoTime)
                    .orElseThrow(() -> new BrokerFailure(new BrokerProblem.TopicMissing(topic)));
            while (!stopped && !whole.isRead()) {
                expectTheSame(topic, pollOnce(POLL));
            }
            if (!stopped) {
                expectTheSame(topic, guard.confirm());
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
     * are committed at each refresh and at the end. Goes on through the loss of every broker. When the topic has been made anew,
     * the sink is cleared, and reading begins again.
     */
    public void readUntilStopped(Duration period, Runnable refresh) {
        readUntilStopped(period, refresh, () -> {});
    }

    /**
     * Reads until {@link #stop}, in the same way.
     *
     * @param statusChanged called on this thread each time that {@link #status} is another; must return at once
     */
    public void readUntilStopped(Duration period, Runnable refresh, Runnable statusChanged) {
        consumer.subscribe(List.of(topic), membership);
        long nextRefresh = nanoTime.getAsLong() + period.toNanos();
        boolean shown = false;
        boolean shownCaughtUp = false;
        while (!stopped) {
            boolean nothingYet = records == 0;
            ReaderStatus before = status;
            long left = refreshSoon ? 0 : Math.max(0, nextRefresh - nanoTime.getAsLong());
            if (pollOrWake(Duration.ofNanos(left)) == TopicGuard.Found.ANEW) {
                startOver();
                shown = false;
                shownCaughtUp = false;
                refreshSoon = true;
            }
            if (!status.equals(before)) {
                statusChanged.run();
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
                meter.refresh(refresh);
                // What a wake-up was for that hits this one is looked at before the next wait.
                membership.commit(consumer.assignment());
            }
        }
        membership.commit(consumer.assignment());
    }

    /** From any thread. */
    private void wake() {
        if (!stopped) {
            consumer.wakeup();
        }
    }

    /** Ends a {@code read} method soon; from any thread, any number of times. */
    public void stop() {
        stopped = true;
        consumer.wakeup();
    }

    /** Leaves the group, if any, within a second; on the thread that reads. */
    @Override
    public void close() {
        meter.close();
        RawConsumer.close(consumer, group);
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

    /** Polls up to the next refresh, or the next look at broker and topic, or until {@link #stop} or the like. */
    private TopicGuard.Found pollOrWake(Duration most) {
        Duration look = caughtUp && !broker.isSuspect() ? guard.untilLook() : POLL;
        try {
            return pollOnce(look.compareTo(most) < 0 ? look : most);
        } catch (WakeupException e) {
            // stop(), refreshSoon(), or news of the topic.
            return stopped ? TopicGuard.Found.THE_SAME : lookAround();
        }
    }

    private TopicGuard.Found pollOnce(Duration wait) {
        ConsumerRecords<byte[], byte[]> batch = consumer.poll(wait);
        if (goesBack(batch, next)) {
            return guard.wentBack();
        }
        records += batch.count();
        meter.records(batch.count());
        // By partition: a map's look-up for each record would cost.
        for (TopicPartition partition : batch.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> its = batch.records(partition);
            its.forEach(intake::accept);
            next.put(partition, its.get(its.size() - 1).offset() + 1);
        }
        return lookAround();
    }

    private TopicGuard.Found lookAround() {
        // Before the broker is blamed for a silence that is Java's, busy with collecting.
        Memory.check();
        broker.look();
        TopicGuard.Found found = guard.look(next);
        status = look();
        return found;
    }

    /**
     * Whether a record has an offset that was read already: Kafka's client begins again where its position is no more.
     *
     * @param next the offsets behind the last records
     */
    static boolean goesBack(ConsumerRecords<byte[], byte[]> batch, Map<TopicPartition, Long> next) {
        for (TopicPartition partition : batch.partitions()) {
            Long expected = next.get(partition);
            if (expected != null && batch.records(partition).get(0).offset() < expected) {
                return true;
            }
        }
        return false;
    }

    private void startOver() {
        next.clear();
        membership.startOver();
        records = 0;
        skipped.clear();
        caughtUp = false;
        sink.clear();
        status = look();
    }

    private ReaderStatus look() {
        long lag = lag(consumer);
        caughtUp |= lag == 0;
        Duration silence = broker.silence();
        TopicNews news = guard.news(membership.share());
        meter.reading(lag, news.waiting(), silence);
        return new ReaderStatus(
                records, skipped.count(), skipped.last(), lag, caughtUp, silence, news, skipped.reasons());
    }

    /** Records between a reader and the end of its topic; -1 while unknown. */
    static long lag(Consumer<?, ?> consumer) {
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

    /** Ends a reading to the end of a topic that is not there any more as it was. */
    static void expectTheSame(String topic, TopicGuard.Found found) {
        switch (found) {
            case THE_SAME -> {}
            case GONE -> throw WholeTopic.deleted(topic);
            case ANEW ->
                throw new UserError("Topic " + topic + " was deleted and made anew while it was read; run this again.");
        }
    }

    private void expectStop(WakeupException e) {
        if (!stopped) {
            throw e;
        }
    }
}
