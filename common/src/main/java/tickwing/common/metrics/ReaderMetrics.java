package tickwing.common.metrics;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;

/** How far a consumer is behind its topic, and how long its charts take; from any thread. */
public final class ReaderMetrics {
    // No exemplars: they would keep a thread that wakes once a second, in a window that waits.
    private static final Gauge LAG = Gauge.builder()
            .withoutExemplars()
            .name("tickwing_lag_records")
            .help("Records between the reader and the end of the topic; -1 while unknown.")
            .build();
    private static final Gauge WAITING = Gauge.builder()
            .withoutExemplars()
            .name("tickwing_waiting_records")
            .help("Records, at most, behind a transaction that has been open for more than 10 s.")
            .build();
    private static final Gauge SILENCE = Gauge.builder()
            .withoutExemplars()
            .name("tickwing_silence_seconds")
            .help("How long no broker has answered; 0 while one does.")
            .build();
    private static final Summary REFRESH = Summary.builder()
            .withoutExemplars()
            .name("tickwing_refresh_seconds")
            .help("How long refreshing the chart and its files took.")
            .build();

    static {
        LAG.set(-1);
        // At once: who asks just now shall see all of them or none, and a lag of 0 only where the end is reached.
        PrometheusRegistry.defaultRegistry.register((MultiCollector)
                () -> MetricSnapshots.of(LAG.collect(), WAITING.collect(), SILENCE.collect(), REFRESH.collect()));
    }

    private ReaderMetrics() {}

    /**
     * @param lag in records; -1 while unknown
     * @param waiting records, at most, that wait for a transaction to end
     */
    public static void reading(long lag, long waiting, Duration silence) {
        LAG.set(lag);
        WAITING.set(waiting);
        SILENCE.set(silence.toMillis() / 1e3);
    }

    /** Runs a refresh and takes its time. */
    public static void timed(Runnable refresh) {
        long start = System.nanoTime();
        refresh.run();
        REFRESH.observe((System.nanoTime() - start) / 1e9);
    }
}
