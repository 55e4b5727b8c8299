package tickwing.producer.stock;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.common.bar.Interval;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Interruption;
import tickwing.common.cli.KafkaOptions;
import tickwing.common.cli.Program;
import tickwing.common.error.UsageError;
import tickwing.common.kafka.ClientSettings;
import tickwing.producer.stock.csv.BarRows;
import tickwing.producer.stock.simulated.Simulation;
import tickwing.producer.stock.simulated.SimulationConfig;
import tickwing.replay.RedriveOptions;
import tickwing.replay.ReplayOptions;

/** Publishes stock bars as JSON: from CSV files, each row exactly once, live, or simulated. */
@Command(
        name = ProducerStock.NAME,
        description = "Publishes stock bars as JSON: from CSV files, each row exactly once, live, or simulated.")
public final class ProducerStock implements Callable<Integer> {
    static final String NAME = "producer-stock";

    @Option(
            names = "--source",
            paramLabel = "csv|simulated|yahoo|binance",
            order = 1,
            defaultValue = "csv",
            description = "Where the bars come from (default: ${DEFAULT-VALUE}).")
    private Source source;

    @Option(
            names = "--symbols",
            paramLabel = "A,B",
            split = ",",
            order = 2,
            description = "Only these symbols (default: all of the files; simulated: all on the topic)."
                    + " Yahoo, Binance: the symbols to quote.")
    private TreeSet<String> symbols = new TreeSet<>();

    @Option(
            names = "--interval",
            paramLabel = "CODE",
            order = 3,
            description = "What a row of the files, or a live bar, sums up, e.g. 1m, 1h (default: 1d).")
    private Interval interval;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            order = 4,
            description = "Time zone of times without offset, e.g. America/New_York (default: UTC).")
    private ZoneId zone;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            order = 5,
            description = "Live, simulated: time between two quotes of a symbol (default: 30s; 1s for streams).")
    private Duration every;

    @Option(
            names = "--ticks-per-bar",
            paramLabel = "N",
            order = 6,
            description = "Simulated: quotes that make up one trading day (default: 13).")
    private Integer ticksPerBar;

    @Option(
            names = "--seed",
            paramLabel = "N",
            order = 7,
            description = "Simulated: the same seed and history give the same quotes (default: a random one).")
    private Long seed;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            order = 899,
            description = "Where the bars go (default: ${DEFAULT-VALUE}).",
            defaultValue = "stocks")
    private String topic;

    @Mixin
    private ReplayOptions replay;

    @Mixin
    private RedriveOptions redrive;

    @Mixin
    private LiveOptions live;

    @Mixin
    private KafkaOptions kafka;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(Program.run(new ProducerStock(), args));
    }

    @Override
    public Integer call() {
        return switch (source) {
            case csv -> publishFiles();
            case simulated -> simulate();
            case yahoo, binance -> quote();
        };
    }

    private int publishFiles() {
        if (every != null || ticksPerBar != null || seed != null) {
            throw new UsageError("--every, --ticks-per-bar and --seed do not go with files.");
        }
        live.refuse("files");
        BarRows rows = new BarRows(
                Optional.ofNullable(interval), zone == null ? ZoneOffset.UTC : zone, replay::includes, symbols);
        if (redrive.isAskedFor()) {
            return redrive.run(
                    replay,
                    kafka.settings(),
                    NAME,
                    topic,
                    rows,
                    Optional.empty(),
                    System.in,
                    spec.commandLine().getOut());
        }
        String selection = symbols.isEmpty() ? "" : "--symbols " + String.join(",", symbols);
        return replay.publish(
                kafka.settings(),
                NAME,
                topic,
                rows,
                selection,
                System.in,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    private int simulate() {
        redrive.refuse("--source simulated");
        replay.refusePaceAndSelection("--source simulated");
        replay.refuseReport("--source simulated");
        live.refuse("--source simulated");
        if (zone != null || interval != null && interval != Interval.ONE_DAY) {
            throw new UsageError("Simulated bars are daily bars of New York; leave out --interval and --zone.");
        }
        SimulationConfig config = new SimulationConfig(
                kafka.settings(),
                topic,
                List.copyOf(symbols),
                replay.files(),
                every == null ? Duration.ofSeconds(30) : every,
                ticksPerBar == null ? 13 : ticksPerBar,
                seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed,
                replay.maxRecords());
        Simulation simulation = new Simulation(config, spec.commandLine().getOut());
        try (Interruption interruption = new Interruption(simulation::stop)) {
            int code = simulation.run();
            return interruption.interrupted() ? ExitCode.INTERRUPTED : code;
        }
    }

    private int quote() {
        String name = "--source " + source;
        redrive.refuse(name);
        replay.refusePaceAndSelection(name);
        if (zone != null
                || ticksPerBar != null
                || seed != null
                || !replay.files().isEmpty()) {
            throw new UsageError("FILE, --zone, --ticks-per-bar and --seed do not go with " + name + ".");
        }
        ClientSettings settings = kafka.settings();
        replay.refuseReportOver(settings.files());
        LiveOptions.Subject subject = new LiveOptions.Subject(
                topic,
                symbols,
                Optional.ofNullable(interval),
                Optional.ofNullable(every),
                replay.maxRecords(),
                replay.report());
        return source == Source.yahoo
                ? live.runYahoo(
                        settings,
                        subject,
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                : live.runBinance(
                        settings,
                        subject,
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr());
    }
}
