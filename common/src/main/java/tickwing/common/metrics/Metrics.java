package tickwing.common.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What a program measures of itself, handed to whoever has something to count; {@link MetricsServer} shows it. Any thread may
 * count. Where nobody serves it, it costs no more than the counting.
 */
public final class Metrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final RecordMetrics.Counters records = new RecordMetrics.Counters(registry);
    private final ReaderMetrics.Gauges readers = new ReaderMetrics.Gauges(registry);
    private final ClientMetrics.Clients clients = new ClientMetrics.Clients(registry);
    private final Map<String, RecordMetrics> topics = new HashMap<>();

    /** The records of a topic; the same for all who read it or publish to it, since counters only grow. */
    public synchronized RecordMetrics records(String topic) {
        return topics.computeIfAbsent(topic, name -> new RecordMetrics(records, name));
    }

    /**
     * A reader of a topic, shown until it is closed. One of the same name gets a number behind it, so that no two share a gauge.
     *
     * @param reader which of the topic's readers, e.g. its client id
     */
    public ReaderMetrics reader(String topic, String reader) {
        return readers.add(topic, reader);
    }

    /**
     * A Kafka client, shown until it is closed.
     *
     * @param metrics the client's own view, which grows and shrinks with what there is to measure
     */
    public ClientMetrics client(Map<MetricName, ? extends Metric> metrics) {
        return clients.add(metrics);
    }

    PrometheusRegistry registry() {
        return registry;
    }
}
