package tickwing.charts.stock;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tickwing.analytics.indicator.Study;
import tickwing.charts.ChartOptions;
import tickwing.common.bar.Interval;
import tickwing.common.cli.Section;
import tickwing.common.error.Memory;

/** What all stock consumers have in common on the command line. */
@Section("Chart")
public final class StockOptions {
    /** Time between two refreshes unless told otherwise. */
    public static final Duration REFRESH = Duration.ofSeconds(30);

    /** Symbols that are kept for each megabyte of heap: enough for all of an exchange, and half of it is left for bars. */
    private static final int SYMBOLS_A_MEGABYTE = 100;

    @Option(
            names = "--symbols",
            paramLabel = "A,B",
            split = ",",
            order = 1,
            description = "Only these symbols (default: all on the topic).")
    private Set<String> symbols = new LinkedHashSet<>();

    @Option(
            names = "--interval",
            paramLabel = "CODE",
            order = 2,
            defaultValue = "1d",
            description = "Bars of this interval: 1d, 1w, 1mo, 1y, 1m, 1h, ...; shorter bars of the topic are summed up"
                    + " (default: ${DEFAULT-VALUE}).")
    private Interval interval;

    @Option(
            names = "--style",
            paramLabel = "line|candles",
            order = 5,
            defaultValue = "line",
            description = "How prices are drawn (default: ${DEFAULT-VALUE}).")
    private StockStyle style;

    @Section("Kafka")
    @Option(
            names = "--topic",
            paramLabel = "NAME",
            order = 899,
            defaultValue = "stocks",
            description = "Where the bars come from (default: ${DEFAULT-VALUE}).")
    private String topic;

    @Mixin
    private ChartOptions chart;

    /**
     * Shows the chart until the window is closed, the work is done, or Ctrl-C.
     *
     * @return the program's exit code
     */
    public int run(StudyChart look) {
        return run((StockLook) look);
    }

    /**
     * Shows prices with studies of the catalogue, in the same way.
     *
     * @param studies none twice
     * @return the program's exit code
     */
    public int run(List<Study> studies) {
        return run(StockLook.of(studies));
    }

    private int run(StockLook look) {
        return chart.run(topic, REFRESH, new StockGallery(look, interval, style, symbols, room()));
    }

    private static int room() {
        return SYMBOLS_A_MEGABYTE * Memory.megabytes();
    }
}
