package tickwing.producer.stock.source;

import org.apache.kafka.common.KafkaException;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.IdempotentPublisher;
import tickwing.common.kafka.KafkaErrors;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.kafka.TopicReader;
import tickwing.common.kafka.Topics;

/** A topic of a broker. */
public final class KafkaOutlet implements Outlet {
    private final ClientSettings settings;
    private final String topic;
    private int partitions;

    public KafkaOutlet(ClientSettings settings, String topic) {
        this.settings = settings;
        this.topic = topic;
    }

    @Override
    public void ensure() {
        partitions = Topics.ensure(settings, topic);
    }

    @Override
    public void read(TopicReader.Sink<Bar> sink) {
        try (TopicReader<Bar> reader = new TopicReader<>(settings, topic, new BarJson.Reader()::read, sink)) {
            reader.readToEnd();
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        }
    }

    @Override
    public RowPublisher open() {
        return IdempotentPublisher.open(settings, topic, partitions);
    }
}
