package tickwing.common.metrics;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How far a reader is behind its topic, and how long its refreshes take, until it is closed; from any thread. */
public final class ReaderMetrics implements AutoCloseable {
    private final Gauges all;
    private final String topic;
    private final String reader;
    private final GaugeDataPoint lag;
    private final GaugeDataPoint waiting;
    private final GaugeDataPoint silence;
    private final DistributionDataPoint refresh;

    private ReaderMetrics(Gauges all, String topic, String reader) {
        this.all = all;
        this.topic = topic;
        this.reader = reader;
        lag = all.lag.labelValues(topic, reader);
        waiting = all.waiting.labelValues(topic, reader);
        silence = all.silence.labelValues(topic, reader);
        refresh = all.refresh.labelValues(topic, reader);
        lag.set(-1);
    }

    /**
     * @param lag in records; -1 while unknown
     * @param waiting records, at most, that wait for a transaction to end
     */
    public void reading(long lag, long waiting, Duration silence) {
        this.lag.set(lag);
        this.waiting.set(waiting);
        this.silence.set(silence.toMillis() / 1e3);
    }

    /** Runs a refresh and takes its time. */
    public void timed(Runnable refresh) {
        long start = System.nanoTime();
        refresh.run();
        this.refresh.observe((System.nanoTime() - start) / 1e9);
    }

    /** Shows it no more. */
    @Override
    public void close() {
        all.remove(topic, reader);
    }

    /** Those of all readers. */
    static final class Gauges {
        private static final String[] LABELS = {"topic", "reader"};

        // No exemplars: they would keep a thread that wakes once a second, in a window that waits.
        private final Gauge lag = Gauge.builder()
                .withoutExemplars()
                .name("tickwing_lag_records")
                .help("Records between the reader and the end of the topic; -1 while unknown.")
                .labelNames(LABELS)
                .build();
        private final Gauge waiting = Gauge.builder()
                .withoutExemplars()
                .name("tickwing_waiting_records")
                .help("Records, at most, behind a transaction that has been open for more than 10 s.")
                .labelNames(LABELS)
                .build();
        private final Gauge silence = Gauge.builder()
                .withoutExemplars()
                .name("tickwing_silence_seconds")
                .help("How long no broker has answered; 0 while one does.")
                .labelNames(LABELS)
                .build();
        private final Summary refresh = Summary.builder()
                .withoutExemplars()
                .name("tickwing_refresh_seconds")
                .help("How long refreshing the chart and its files took.")
                .labelNames(LABELS)
                .build();
        private final Set<List<String>> taken = new HashSet<>();

        Gauges(PrometheusRegistry registry) {
            // At once: who asks just now shall see all of them or none, and a lag of 0 only where the end is reached.
            registry.register((MultiCollector)
                    () -> MetricSnapshots.of(lag.collect(), waiting.collect(), silence.collect(), refresh.collect()));
        }

        synchronized ReaderMetrics add(String topic, String reader) {
            String name = reader;
            for (int number = 2; !taken.add(List.of(topic, name)); number++) {
                name = reader + "-" + number;
            }
            return new ReaderMetrics(this, topic, name);
        }

        private synchronized void remove(String topic, String reader) {
            if (taken.remove(List.of(topic, reader))) {
                lag.remove(topic, reader);
                waiting.remove(topic, reader);
                silence.remove(topic, reader);
                refresh.remove(topic, reader);
            }
        }
    }
}
