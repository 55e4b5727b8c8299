package tickwing.common.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tickwing.common.record.Reason;

/** How many records of a topic were read or published, and how many of them made no sense. Any thread may count. */
public final class RecordMetrics {
    /** The reason of rows: what was wrong with each stands with its dead letter. */
    private static final String ROW = "row";

    private final CounterDataPoint records;
    private final CounterDataPoint rows;
    /** By reason. */
    private final CounterDataPoint[] rejected;

    RecordMetrics(Counters all, String topic) {
        // From now on there is something to be counted, none of it yet.
        records = all.records.labelValues(topic);
        rows = all.rejected.labelValues(topic, ROW);
        rejected = Arrays.stream(Reason.values())
                .map(reason -> all.rejected.labelValues(topic, reason.toString()))
                .toArray(CounterDataPoint[]::new);
        all.rates.put(topic, new Rate(records::get, System::nanoTime));
    }

    /** Counts records that were read or published, whatever their values are like. */
    public void records(long many) {
        records.inc(many);
    }

    /** Counts a row that made no sense. */
    public void rejected() {
        rows.inc();
    }

    /** Counts a record that was skipped. */
    public void rejected(Reason reason) {
        rejected[reason.ordinal()].inc();
    }

    /** Those of all topics. */
    static final class Counters {
        private final Counter records;
        private final Counter rejected;
        private final Map<String, Rate> rates = new ConcurrentHashMap<>();

        Counters(PrometheusRegistry registry) {
            // No exemplars: they would keep a thread that wakes once a second, in a window that waits.
            records = Counter.builder()
                    .withoutExemplars()
                    .name("tickwing_records_total")
                    .help("Records read by a consumer, or published by a producer and committed.")
                    .labelNames("topic")
                    .register(registry);
            rejected = Counter.builder()
                    .withoutExemplars()
                    .name("tickwing_rejected_total")
                    .help("Records that a consumer could not read, or rows that a producer sent to the dead letters.")
                    .labelNames("topic", "reason")
                    .register(registry);
            GaugeWithCallback.builder()
                    .name("tickwing_records_per_second")
                    .help("Records a second since this was last asked for, a second ago at least.")
                    .labelNames("topic")
                    .callback(shown -> rates.forEach((topic, rate) -> shown.call(rate.perSecond(), topic)))
                    .register(registry);
        }
    }
}
