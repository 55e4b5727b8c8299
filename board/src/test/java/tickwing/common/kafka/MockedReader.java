package tickwing.common.kafka;

import org.apache.kafka.clients.consumer.MockConsumer;
import tickwing.common.record.Decoder;

/** A reader without a broker; it makes its consumer itself everywhere else. */
public final class MockedReader {
    private MockedReader() {}

    public static <T> TopicReader<T> of(
            MockConsumer<byte[], byte[]> consumer, String topic, Decoder<T> decoder, TopicReader.Sink<? super T> sink) {
        return new TopicReader<>(
                consumer, null, topic, decoder, sink, TopicWatch.NONE, ReadingMeter.NONE, System::nanoTime);
    }
}
