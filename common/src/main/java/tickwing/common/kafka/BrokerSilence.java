package tickwing.common.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * Tells a quiet topic from a broker that is gone, which look the same from {@code poll}. A living broker sends bytes all
 * the time, answers to fetches (every 2.5 s) above all; so when none arrive for 4 s, it is gone. Where there is no connection
 * left, what has arrived before is no sign of life. A reader that looks every 5 s sees within these that connections are gone,
 * and within 10 s that a broker keeps them and is silent.
 */
final class BrokerSilence {
    private static final Duration QUIET = Duration.ofSeconds(4);
    /** Longer than a fetch waits. */
    private static final Duration ODD = Duration.ofSeconds(3);

    private final Consumer<?, ?> consumer;
    private final LongSupplier nanoTime;
    private Metric received;
    /** Null where there is none of this name. */
    private Metric connections;

    private double bytes = -1;
    private long heardAt;
    private boolean isConnected = true;

    BrokerSilence(Consumer<?, ?> consumer, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.nanoTime = nanoTime;
    }

    /** Sees whether something has arrived; to be called after each poll. */
    void look() {
        if (received == null) {
            received = metric("incoming-byte-total");
            connections = metric("connection-count");
        }
        double now = received == null ? bytes + 1 : value(received);
        isConnected = bytes < 0 || connections == null || value(connections) > 0;
        if (now != bytes && isConnected) {
            heardAt = nanoTime.getAsLong();
        }
        bytes = now;
    }

    private Metric metric(String name) {
        return consumer.metrics().values().stream()
                .filter(m -> m.metricName().group().equals("consumer-metrics")
                        && m.metricName().name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static double value(Metric metric) {
        return ((Number) metric.metricValue()).doubleValue();
    }

    /** Whether the next look should come soon: the broker may be gone. */
    boolean isSuspect() {
        return !isConnected || since().compareTo(ODD) >= 0;
    }

    /** How long nothing has arrived; zero up to 4 s, and before the first poll. */
    Duration silence() {
        if (bytes < 0) {
            return Duration.ZERO;
        }
        return since().compareTo(QUIET) < 0 ? Duration.ZERO : since();
    }

    private Duration since() {
        return Duration.ofNanos(nanoTime.getAsLong() - heardAt);
    }
}
