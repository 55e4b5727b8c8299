package tickwing.common.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import tickwing.common.metrics.ClientMetrics;
import tickwing.common.metrics.Metrics;
import tickwing.common.metrics.ReaderMetrics;
import tickwing.common.metrics.RecordMetrics;
import tickwing.common.record.Reason;

/** Who is told how a reader gets on. */
interface ReadingMeter extends AutoCloseable {
    /** Nobody: what a producer reads back, to see where it stands, is nothing that it has published. */
    ReadingMeter NONE = new ReadingMeter() {
        @Override
        public void records(long many) {}

        @Override
        public void rejected(Reason reason) {}

        @Override
        public void reading(long lag, long waiting, Duration silence) {}
    };

    /**
     * The metrics of a program of which reading is the work.
     *
     * @param client what the consumer measures of itself
     */
    static ReadingMeter of(Metrics metrics, String topic, Map<MetricName, ? extends Metric> client) {
        RecordMetrics records = metrics.records(topic);
        ReaderMetrics reader = metrics.reader(topic, clientId(client));
        ClientMetrics shown = metrics.client(client);
        return new ReadingMeter() {
            @Override
            public void records(long many) {
                records.records(many);
            }

            @Override
            public void rejected(Reason reason) {
                records.rejected(reason);
            }

            @Override
            public void reading(long lag, long waiting, Duration silence) {
                reader.reading(lag, waiting, silence);
            }

            @Override
            public void refresh(Runnable refresh) {
                reader.timed(refresh);
            }

            @Override
            public void close() {
                shown.close();
                reader.close();
            }
        };
    }

    /** Kafka's client says it with each of its metrics, and nowhere else. */
    private static String clientId(Map<MetricName, ? extends Metric> client) {
        return client.keySet().stream()
                .map(name -> name.tags().get("client-id"))
                .filter(id -> id != null)
                .findFirst()
                .orElse("reader");
    }

    void records(long many);

    /** Counts a record that was skipped. */
    void rejected(Reason reason);

    /** As {@link ReaderMetrics#reading}. */
    void reading(long lag, long waiting, Duration silence);

    /** Runs a refresh, whose time may be of interest. */
    default void refresh(Runnable refresh) {
        refresh.run();
    }

    /** There will be nothing more to tell. */
    @Override
    default void close() {}
}
