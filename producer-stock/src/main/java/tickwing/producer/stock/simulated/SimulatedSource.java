package tickwing.producer.stock.simulated;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;
import tickwing.common.bar.Interval;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Interruption;
import tickwing.common.cli.Section;
import tickwing.common.error.UsageError;
import tickwing.producer.stock.source.Context;
import tickwing.producer.stock.source.StockSource;

/** Made-up quotes that go on from what is known. */
public final class SimulatedSource implements StockSource {
    private static final Duration EVERY = Duration.ofSeconds(30);

    @Section("Bars")
    private static final class Options {
        @Option(
                names = "--ticks-per-bar",
                paramLabel = "N",
                order = 6,
                description = "Simulated: quotes that make up one trading day (default: 13).")
        private int ticksPerBar = 13;

        @Option(
                names = "--seed",
                paramLabel = "N",
                order = 7,
                description = "Simulated: the same seed and history give the same quotes (default: a random one).")
        private Long seed;
    }

    private final Options options = new Options();

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public Object options() {
        return options;
    }

    @Override
    public Set<String> takes() {
        return Set.of("FILE", "--num-records", "--every", "--interval");
    }

    @Override
    public int run(Context context) {
        if (context.shared().interval().orElse(Interval.ONE_DAY) != Interval.ONE_DAY) {
            throw new UsageError("Simulated bars are daily bars of New York; leave out --interval.");
        }
        SimulationConfig config = new SimulationConfig(
                context.topic(),
                List.copyOf(context.symbols()),
                context.run().files(),
                context.shared().every().orElse(EVERY),
                options.ticksPerBar,
                options.seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : options.seed,
                context.run().maxRecords());
        Simulation simulation = new Simulation(config, context.outlet(), context.in(), context.out());
        try (Interruption interruption = new Interruption(simulation::stop)) {
            int code = simulation.run();
            return interruption.interrupted() ? ExitCode.INTERRUPTED : code;
        }
    }
}
