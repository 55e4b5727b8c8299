package tickwing.common.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tickwing.common.error.UserError;
import tickwing.common.record.ByteSlice;

/**
 * Publishes an input exactly once: rows, dead letters and the position after them are committed in one transaction. The
 * position is the offset that a consumer group, named after the input, has committed for partition 0 of the topic.
 *
 * <p>Opening one ends what an earlier one with the same group and topic left unfinished, and shuts that one out.
 */
public final class TransactionalPublisher implements RowPublisher {
    private final ClientSettings settings;
    private final Producer<byte[], byte[]> producer;
    private final Sender sender;
    private final TopicPartition positionKey;
    private final ConsumerGroupMetadata group;
    private final Optional<Position> start;
    private final ReplayLock lock;
    private boolean open;

    private TransactionalPublisher(
            ClientSettings settings,
            Producer<byte[], byte[]> producer,
            Sender sender,
            TopicPartition positionKey,
            ConsumerGroupMetadata group,
            Optional<Position> start,
            ReplayLock lock) {
        this.settings = settings;
        this.producer = producer;
        this.sender = sender;
        this.positionKey = positionKey;
        this.group = group;
        this.start = start;
        this.lock = lock;
    }

    /**
     * @param partitions how many the topic has
     * @param group the consumer group that holds the position
     * @throws UserError when another program of this user publishes with that group to that topic, when no broker answers
     *     within 10 s, the one with the position has not for a minute, or the broker refuses
     */
    public static TransactionalPublisher open(ClientSettings settings, String topic, int partitions, String group) {
        Map<String, Object> properties = settings.transactionalProducer(group + "." + topic, partitions);
        ReplayLock lock = ReplayLock.take(PrivatePlaces.ofThisUser(), settings, topic, group);
        Producer<byte[], byte[]> producer = null;
        try {
            producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
            producer.initTransactions();
            Sender sender = new Sender(producer, topic, properties, settings.metrics());
            TopicPartition key = new TopicPartition(topic, 0);
            try (Consumer<byte[], byte[]> member = RawConsumer.committed(settings, group)) {
                Map<TopicPartition, OffsetAndMetadata> committed = Failover.await(
                        "Looking up the position of " + group,
                        () -> member.committed(Set.of(key)),
                        member::listTopics,
                        System::nanoTime);
                Optional<Position> start =
                        Optional.ofNullable(committed.get(key)).map(c -> new Position(c.offset(), c.metadata()));
                return new TransactionalPublisher(settings, producer, sender, key, member.groupMetadata(), start, lock);
            }
        } catch (KafkaException | UserError e) {
            if (producer != null) {
                producer.close(Duration.ZERO);
            }
            lock.close();
            throw KafkaErrors.userError(e, settings);
        }
    }

    /** The position that was committed when this publisher was opened; empty when the input is new. */
    public Optional<Position> position() {
        return start;
    }

    @Override
    public void publish(byte[] key, ByteSlice value) {
        begin();
        // No object for each row.
        try {
            sender.publish(key, value);
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    @Override
    public void deadLetter(byte[] raw, String error, String file, long line, LetterLayout layout) {
        begin();
        attempt(() -> sender.deadLetter(raw, error, file, line, layout));
    }

    @Override
    public void redriven(WaitingLetters.Address address, TopicEnds letters) {
        begin();
        attempt(() -> sender.redriven(address, letters));
    }

    @Override
    public void commit(Position position) {
        begin();
        attempt(() -> {
            OffsetAndMetadata offset = new OffsetAndMetadata(position.rows(), position.metadata());
            producer.sendOffsetsToTransaction(Map.of(positionKey, offset), group);
            producer.commitTransaction();
        });
        open = false;
        sender.countCommitted();
    }

    @Override
    public int maxRecordBytes() {
        return sender.maxRecordBytes();
    }

    @Override
    public SortedMap<Integer, Long> rowsByPartition() {
        return sender.committed();
    }

    @Override
    public void close() {
        if (open && sender.failure() == null) {
            try {
                producer.abortTransaction();
            } catch (KafkaException e) {
                // The broker aborts it when it times out, or when the next publisher of this input opens.
            }
        }
        sender.close();
        lock.close();
    }

    private void begin() {
        if (!open) {
            attempt(producer::beginTransaction);
            open = true;
        }
    }

    private UserError failed(KafkaException e) {
        if (e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException) {
            open = false;
            return new UserError(
                    "Another program has taken over " + group.groupId()
                            + "; it goes on where this one was, which ends.",
                    e);
        }
        return KafkaErrors.userError(sender.failure() == null ? e : sender.failure(), settings);
    }

    private void attempt(Runnable call) {
        try {
            call.run();
        } catch (KafkaException e) {
            throw failed(e);
        }
    }
}
