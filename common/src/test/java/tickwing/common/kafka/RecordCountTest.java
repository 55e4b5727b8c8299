package tickwing.common.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecordCountTest {
    private static final TopicPartition ONLY = new TopicPartition("t", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());

    @Test
    void countsRecordsAndNotTheOffsetsBetweenThem() {
        topicWithEnd(8);
        consumer.schedulePollTask(() -> {
            // What compaction has left, and what a transaction has committed.
            consumer.addRecord(new ConsumerRecord<>("t", 0, 2, null, null));
            consumer.addRecord(new ConsumerRecord<>("t", 0, 5, null, null));
        });
        // Behind it are an aborted record and the markers of both: the position goes over them.
        consumer.schedulePollTask(() -> consumer.seek(ONLY, 8));
        assertEquals(2, RecordCount.of(consumer, "t", () -> 0));
    }

    @Test
    void countsNothingOnAnEmptyTopic() {
        topicWithEnd(0);
        assertEquals(0, RecordCount.of(consumer, "t", () -> 0));
    }

    @Test
    void saysThatThereIsNoSuchTopic() {
        BrokerFailure e = assertThrows(BrokerFailure.class, () -> RecordCount.of(consumer, "t", () -> 0));
        assertEquals(new BrokerProblem.TopicMissing("t"), e.problem());
    }

    private void topicWithEnd(long end) {
        consumer.updatePartitions("t", List.of(new PartitionInfo("t", 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(ONLY, 0L));
        consumer.updateEndOffsets(Map.of(ONLY, end));
    }
}
