package tickwing.common.kafka;

import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.MockConsumer;
import tickwing.common.record.Decoded;

/** A reader without a broker; it makes its consumer itself everywhere else. */
public final class MockedReader {
    private MockedReader() {}

    public static <T> TopicReader<T> of(
            MockConsumer<byte[], byte[]> consumer,
            String topic,
            Function<byte[], List<Decoded<T>>> decoder,
            TopicReader.Sink<? super T> sink) {
        return new TopicReader<>(
                consumer, null, topic, decoder, sink, TopicWatch.NONE, ReadingMeter.NONE, System::nanoTime);
    }
}
