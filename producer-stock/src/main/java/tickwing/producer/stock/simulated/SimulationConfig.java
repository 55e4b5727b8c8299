package tickwing.producer.stock.simulated;

import java.time.Duration;
import java.util.List;
import tickwing.common.error.UsageError;
import tickwing.common.kafka.TopicName;

/**
 * What a simulation is to do.
 *
 * @param symbols which symbols to quote; empty for those of the history
 * @param files more history than there is on the topic
 * @param every time between two ticks of a symbol
 * @param ticksPerBar ticks of a trading day; 1 or more
 * @param seed of the random numbers: the same seed and history give the same quotes
 * @param maxRecords after how many records to end; 1 or more
 */
public record SimulationConfig(
        String topic,
        List<String> symbols,
        List<String> files,
        Duration every,
        int ticksPerBar,
        long seed,
        long maxRecords) {

    public SimulationConfig {
        TopicName.check(topic);
        symbols = List.copyOf(symbols);
        files = List.copyOf(files);
        if (every.isNegative() || every.isZero()) {
            throw new UsageError("--every must be more than 0.");
        }
        if (ticksPerBar < 1) {
            throw new UsageError("--ticks-per-bar must be at least 1, was " + ticksPerBar + ".");
        }
        if (maxRecords < 1) {
            throw new UsageError("--num-records must be at least 1, was " + maxRecords + ".");
        }
    }
}
