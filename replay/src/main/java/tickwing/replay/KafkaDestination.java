package tickwing.replay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.DeadLetterBook;
import tickwing.common.kafka.DeadLetters;
import tickwing.common.kafka.IdempotentPublisher;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.Positions;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.kafka.TopicEnds;
import tickwing.common.kafka.Topics;
import tickwing.common.kafka.TransactionalPublisher;
import tickwing.common.kafka.WaitingLetters;

/** A topic of a broker. */
final class KafkaDestination implements Destination, AutoCloseable {
    private final ClientSettings settings;
    private final String topic;
    private final int newPartitions;
    private final short newReplication;
    /** How many the topic has; 0 until somebody has looked. */
    private int partitions;
    /** Both null until somebody has asked. */
    private Positions positions;

    private DeadLetterBook deadLetters;

    KafkaDestination(ReplayConfig config) {
        settings = config.settings();
        topic = config.topic();
        newPartitions = config.newTopic().partitions();
        newReplication = config.newTopic().replication();
    }

    @Override
    public void ensure() {
        if (partitions == 0) {
            partitions =
                    Topics.ensure(settings, List.of(topic, DeadLetters.topicOf(topic)), newPartitions, newReplication);
        }
    }

    @Override
    public Map<String, Position> positions(Set<String> groups) {
        if (positions == null) {
            positions = Positions.open(settings, topic);
        }
        return positions.of(groups);
    }

    @Override
    public void close() {
        if (positions != null) {
            positions.close();
        }
        if (deadLetters != null) {
            deadLetters.close();
        }
    }

    @Override
    public EarlierLetters earlierLetters() {
        if (deadLetters == null) {
            deadLetters = DeadLetterBook.open(settings, topic);
        }
        return new BookedLetters(deadLetters, deadLetters.newest());
    }

    /** Reads them when somebody asks, which most runs do not. */
    private static final class BookedLetters implements EarlierLetters {
        private final DeadLetterBook book;
        private final TopicEnds ends;
        private boolean read;

        BookedLetters(DeadLetterBook book, TopicEnds ends) {
            this.book = book;
            this.ends = ends;
        }

        @Override
        public TopicEnds ends() {
            return ends;
        }

        @Override
        public boolean isDone(WaitingLetters.Address address) {
            if (!read) {
                book.readBehindTransactions(ends);
                read = true;
            }
            return book.isDone(address);
        }
    }

    @Override
    public Positioned open(String group) {
        TransactionalPublisher publisher = TransactionalPublisher.open(settings, topic, partitions, group);
        return new Positioned(publisher, publisher.position());
    }

    @Override
    public RowPublisher openWithoutPosition() {
        return IdempotentPublisher.open(settings, topic, partitions);
    }
}
