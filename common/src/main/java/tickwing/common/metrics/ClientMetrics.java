package tickwing.common.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What a Kafka client measures of itself, shown until it is closed. Its metric {@code n} of group {@code g-metrics} becomes
 * {@code kafka_g_n}, its tags become labels; e.g. {@code kafka_consumer_fetch_manager_records_lag_max{client_id="c"}}.
 */
public final class ClientMetrics implements AutoCloseable {
    private static final String TOTAL = "_total";

    private final Clients all;
    private final Map<MetricName, ? extends Metric> metrics;

    private ClientMetrics(Clients all, Map<MetricName, ? extends Metric> metrics) {
        this.all = all;
        this.metrics = metrics;
    }

    @Override
    public void close() {
        all.shown.remove(this);
    }

    /** Those that are shown. */
    static final class Clients {
        private final List<ClientMetrics> shown = new CopyOnWriteArrayList<>();

        Clients(PrometheusRegistry registry) {
            registry.register((MultiCollector) this::collect);
        }

        ClientMetrics add(Map<MetricName, ? extends Metric> metrics) {
            ClientMetrics client = new ClientMetrics(this, metrics);
            shown.add(client);
            return client;
        }

        private MetricSnapshots collect() {
            Map<String, Map<Labels, Double>> samples = new TreeMap<>();
            for (ClientMetrics client : shown) {
                client.metrics.forEach((name, metric) -> {
                    if (metric.metricValue() instanceof Number number && !Double.isNaN(number.doubleValue())) {
                        samples.computeIfAbsent(name(name), n -> new TreeMap<>())
                                .put(labels(name), number.doubleValue());
                    }
                });
            }
            MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
            samples.forEach((name, values) -> ClientMetrics.add(snapshots, name, values));
            return snapshots.build();
        }
    }

    private static void add(MetricSnapshots.Builder snapshots, String name, Map<Labels, Double> samples) {
        if (name.endsWith(TOTAL)) {
            CounterSnapshot.Builder counter =
                    CounterSnapshot.builder().name(name.substring(0, name.length() - TOTAL.length()));
            samples.forEach((labels, value) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                    .labels(labels)
                    .value(value)
                    .build()));
            snapshots.metricSnapshot(counter.build());
        } else {
            GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name);
            samples.forEach((labels, value) -> gauge.dataPoint(
                    GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
            snapshots.metricSnapshot(gauge.build());
        }
    }

    private static String name(MetricName name) {
        String group = name.group().replaceAll("-metrics$", "");
        return PrometheusNaming.prometheusName(("kafka-" + group + "-" + name.name()).replace('-', '_'));
    }

    private static Labels labels(MetricName name) {
        Labels.Builder labels = Labels.builder();
        name.tags()
                .forEach(
                        (tag, value) -> labels.label(PrometheusNaming.sanitizeLabelName(tag.replace('-', '_')), value));
        return labels.build();
    }
}
