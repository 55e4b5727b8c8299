package tickwing.producer.stock.live;

import java.nio.file.Path;
import java.time.Period;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import tickwing.common.bar.Interval;
import tickwing.common.error.UsageError;
import tickwing.common.kafka.TopicName;

/**
 * What a live run is to do.
 *
 * @param symbols which symbols, by the service's names; one or more
 * @param interval of the bars
 * @param history how far back to fetch finished bars; zero for not at all
 * @param maxRecords after how many records to end; 1 or more
 * @param report where to write the run's figures as JSON; empty for nowhere
 */
public record LiveConfig(
        String topic, List<String> symbols, Interval interval, Period history, long maxRecords, Optional<Path> report) {

    public LiveConfig {
        TopicName.check(topic);
        symbols = List.copyOf(new LinkedHashSet<>(symbols));
        if (symbols.isEmpty()) {
            throw new UsageError("No symbol is named; say what to quote with --symbols, e.g. --symbols AAPL,IBM.");
        }
        if (symbols.stream().anyMatch(String::isBlank)) {
            throw new UsageError("--symbols has an empty name in it; expected e.g. AAPL,IBM.");
        }
        if (maxRecords < 1) {
            throw new UsageError("--num-records must be at least 1, was " + maxRecords + ".");
        }
    }
}
