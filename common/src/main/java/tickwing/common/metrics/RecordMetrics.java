package tickwing.common.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;

/**
 * How many records this process has read or published, and how many of them made no sense. Any thread may count.
 *
 * <p>The numbers are the process's, as those of its logs are, and not a run's: Prometheus wants counters that only grow.
 */
public final class RecordMetrics {
    private static final Counter RECORDS = Counter.builder()
            .withoutExemplars()
            .name("tickwing_records_total")
            .help("Records read by a consumer, or published by a producer and committed.")
            .register();
    private static final Counter REJECTED = Counter.builder()
            .withoutExemplars()
            .name("tickwing_rejected_total")
            .help("Records that a consumer could not read, or rows that a producer sent to the dead letters.")
            .register();

    static {
        Rate rate = new Rate(RECORDS::get, System::nanoTime);
        GaugeWithCallback.builder()
                .name("tickwing_records_per_second")
                .help("Records a second since this was last asked for, a second ago at least.")
                .callback(shown -> shown.call(rate.perSecond()))
                .register();
    }

    private RecordMetrics() {}

    /** Counts records that were read or published, whatever their values are like. */
    public static void records(long many) {
        RECORDS.inc(many);
    }

    /** Counts a record or row that made no sense. */
    public static void rejected() {
        REJECTED.inc();
    }
}
