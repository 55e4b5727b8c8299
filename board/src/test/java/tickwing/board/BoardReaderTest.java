package tickwing.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import tickwing.board.edition.Subscription;
import tickwing.board.stock.StockBoard;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.board.view.Update;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.MockedReader;

class BoardReaderTest {
    private static final TopicPartition PARTITION = new TopicPartition("stocks", 0);
    private static final StockView VIEW = StockView.all("A", Interval.ONE_DAY, List.of());

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final StockBoard board = new StockBoard(Set.of(), 1_000);
    private final BoardReader<Bar> reader =
            new BoardReader<>(MockedReader.of(consumer, "stocks", board::decode, board), board);

    private void add(long offset, byte[] value) {
        consumer.addRecord(new ConsumerRecord<>("stocks", 0, offset, null, value));
    }

    private static byte[] bar(int day) {
        BarTime time = BarTime.of(LocalDate.of(2014, 1, 1).plusDays(day));
        return BarJson.write(Bar.finished("A", Interval.ONE_DAY, time, 1, 2, 1, 2, Double.NaN, 3));
    }

    @Test
    void publishesWhatTheTopicHasWhenItsEndIsReached() {
        consumer.updatePartitions("stocks", List.of(new PartitionInfo("stocks", 0, Node.noNode(), null, null)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 3L));
        consumer.schedulePollTask(() -> {
            add(0, bar(0));
            add(1, "no bar".getBytes(StandardCharsets.UTF_8));
            add(2, bar(1));
        });
        Subscription subscription = board.subscribe(VIEW);
        reader.readToEnd();
        Snapshot snapshot = assertInstanceOf(
                        Update.Whole.class, subscription.next().orElseThrow())
                .snapshot();
        assertEquals(2, snapshot.size());
        assertEquals(3, snapshot.status().records());
        assertEquals(1, snapshot.status().rejected());
    }

    @Test
    void publishesWhatWasReadBeforeItWasStopped() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of(PARTITION));
            add(0, bar(0));
        });
        consumer.schedulePollTask(reader::stop);
        Subscription subscription = board.subscribe(VIEW);
        reader.readUntilStopped(Duration.ofHours(1));
        Snapshot snapshot = assertInstanceOf(
                        Update.Whole.class, subscription.next().orElseThrow())
                .snapshot();
        assertEquals(1, snapshot.size());
        assertEquals(1, reader.status().records());
    }
}
