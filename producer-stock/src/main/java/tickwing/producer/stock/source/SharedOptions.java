package tickwing.producer.stock.source;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import picocli.CommandLine.Option;
import tickwing.common.bar.Interval;
import tickwing.common.cli.Section;

/** Options that several sources take, but not all of them. */
@Section("Bars")
public final class SharedOptions {
    @Option(
            names = "--interval",
            paramLabel = "CODE",
            order = 3,
            description = "What a row of the files, or a live bar, sums up, e.g. 1m, 1h (default: 1d).")
    private Interval interval;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            order = 5,
            description = "Live, simulated: time between two quotes of a symbol (default: 30s; 1s for streams).")
    private Duration every;

    @Section("Live quotes")
    @Option(
            names = "--history",
            paramLabel = "SPAN",
            order = 30,
            converter = Spans.class,
            description = "Yahoo, Binance: finished bars to publish first, e.g. 30d, 6mo, 1y; 0d: none"
                    + " (default: 1y; 5d for bars shorter than a day).")
    private Period history;

    /** What a bar sums up; empty where nothing was said. */
    public Optional<Interval> interval() {
        return Optional.ofNullable(interval);
    }

    /** Time between two quotes of a symbol; empty where nothing was said. */
    public Optional<Duration> every() {
        return Optional.ofNullable(every);
    }

    /** How far back to fetch finished bars; empty where nothing was said. */
    public Optional<Period> history() {
        return Optional.ofNullable(history);
    }
}
