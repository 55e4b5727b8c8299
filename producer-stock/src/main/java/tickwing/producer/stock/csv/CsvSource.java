package tickwing.producer.stock.csv;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tickwing.producer.stock.source.Context;
import tickwing.producer.stock.source.StockSource;
import tickwing.replay.RedriveOptions;
import tickwing.replay.Replay;
import tickwing.replay.ReplayConfig;
import tickwing.replay.ReplayOptions;

/** Bars of CSV files, each row exactly once. */
public final class CsvSource implements StockSource {
    private static final class Options {
        @Option(
                names = "--zone",
                paramLabel = "ZONE",
                order = 4,
                description = "Time zone of times without offset, e.g. America/New_York (default: UTC).")
        private ZoneId zone = ZoneOffset.UTC;

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
        BarRows rows = new BarRows(context.shared().interval(), options.zone, replay::includes, context.symbols());
        if (options.redrive.isAskedFor()) {
            return options.redrive.run(
                    replay,
                    context.run(),
                    context.settings(),
                    context.program(),
                    context.topic(),
                    rows,
                    Optional.empty(),
                    context.in(),
                    context.out());
        }
        String selection = context.symbols().isEmpty() ? "" : "--symbols " + String.join(",", context.symbols());
        ReplayConfig config = replay.config(
                context.run(), context.settings(), context.program(), context.topic(), selection, context.in());
        return Replay.run(config, rows, context.out(), context.err());
    }
}
