package tickwing.common.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * Tells a quiet topic from a broker that is gone, which look the same from {@code poll}. A living broker sends bytes all
 * the time, answers to fetches (every 2.5 s) and to heartbeats (every 3 s); so when none arrive for 4 s, it is gone.
 */
final class BrokerSilence {
    private static final Duration QUIET = Duration.ofSeconds(4);

    private final Consumer<?, ?> consumer;
    private final LongSupplier nanoTime;
    private Metric received;
    private double bytes = -1;
    private long heardAt;

    BrokerSilence(Consumer<?, ?> consumer, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.nanoTime = nanoTime;
    }

    /** Sees whether something has arrived; to be called after each poll. */
    void look() {
        if (received == null) {
            received = consumer.metrics().values().stream()
                    .filter(m -> m.metricName().group().equals("consumer-metrics")
                            && m.metricName().name().equals("incoming-byte-total"))
                    .findFirst()
                    .orElse(null);
        }
        double now = received == null ? bytes + 1 : ((Number) received.metricValue()).doubleValue();
        if (now != bytes) {
            bytes = now;
            heardAt = nanoTime.getAsLong();
        }
    }

    /** How long nothing has arrived; zero up to 4 s, and before the first poll. */
    Duration silence() {
        if (bytes < 0) {
            return Duration.ZERO;
        }
        Duration silence = Duration.ofNanos(nanoTime.getAsLong() - heardAt);
        return silence.compareTo(QUIET) < 0 ? Duration.ZERO : silence;
    }
}
