package tickwing.common.metrics;

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

    private ReaderMetrics(Gauges all, String topic, String reader) {
        this.all = all;
        this.topic = topic;
        this.reader = reader;
    }

    /**
     * @param lag in records; -1 while unknown
     * @param waiting records, at most, that wait for a transaction to end
     */
    public void reading(long lag, long waiting, Duration silence) {
        all.lag.labelValues(topic, reader).set(lag);
        all.waiting.labelValues(topic, reader).set(waiting);
        all.silence.labelValues(topic, reader).set(silence.toMillis() / 1e3);
    }

    /** Runs a refresh and takes its time. */
    public void timed(Runnable refresh) {
        long start = System.nanoTime();
        refresh.run();
        all.refresh.labelValues(topic, reader).observe((System.nanoTime() - start) / 1e9);
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
            ReaderMetrics added = new ReaderMetrics(this, topic, name);
            added.reading(-1, 0, Duration.ZERO);
            refresh.labelValues(topic, name);
            return added;
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
