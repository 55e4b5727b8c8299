package tickwing.producer.stock.csv;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tickwing.common.cli.Section;
import tickwing.common.error.UsageError;
import tickwing.producer.stock.source.Context;
import tickwing.producer.stock.source.StockSource;
import tickwing.replay.ReadingOptions;
import tickwing.replay.RedriveOptions;
import tickwing.replay.Replay;
import tickwing.replay.ReplayConfig;
import tickwing.replay.ReplayOptions;

/** Bars of CSV files, each row exactly once. */
public final class CsvSource implements StockSource {
    @Section("Bars")
    private static final class Options {
        @Option(
                names = "--zone",
                paramLabel = "ZONE",
                order = 4,
                description = "Time zone of times without offset, e.g. America/New_York (default: UTC).")
        private ZoneId zone = ZoneOffset.UTC;

        @Option(
                names = "--header",
                paramLabel = "LAYOUT|NAME,..",
                order = 34,
                description = "The files have no header; they hold binance, kraken, or columns NAME,NAME,... With"
                        + " --redrive: the same of dead letters that do not say.")
        private String header;

        @Mixin
        private ReadingOptions reading;

        @Mixin
        private ReplayOptions replay;

        @Mixin
        private RedriveOptions redrive;
    }

    private final Options options = new Options();

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String title() {
        return "files";
    }

    @Override
    public Object options() {
        return options;
    }

    @Override
    public Set<String> takes() {
        return Set.of("FILE", "--num-records", "--report", "--interval");
    }

    @Override
    public int run(Context context) {
        ReplayOptions replay = options.replay;
        BarRows rows = new BarRows(
                BarRows.reading(options.reading.reading(), context.shared().interval(), options.zone),
                options.redrive.isAskedFor() ? Optional.empty() : header(),
                replay::includes,
                context.symbols());
        if (options.redrive.isAskedFor()) {
            return options.redrive.run(
                    replay,
                    context.run(),
                    context.settings(),
                    context.program(),
                    context.topic(),
                    rows,
                    header(),
                    context.in(),
                    context.out());
        }
        String selection = context.symbols().isEmpty() ? "" : "--symbols " + String.join(",", context.symbols());
        ReplayConfig config = replay.config(
                context.run(), context.settings(), context.program(), context.topic(), selection, context.in());
        return Replay.run(config, rows, context.out(), context.err());
    }

    private Optional<List<String>> header() {
        if (options.header == null) {
            return Optional.empty();
        }
        Optional<List<String>> names = BarLayout.header(options.header);
        if (names.isEmpty()) {
            throw new UsageError("--header '" + options.header + "' is no layout; expected one of " + BarLayout.codes()
                    + ", or the names of the columns with commas between them.");
        }
        return names;
    }
}
