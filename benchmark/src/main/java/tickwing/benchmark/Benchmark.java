package tickwing.benchmark;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.benchmark.campaign.Crash;
import tickwing.benchmark.campaign.Garbage;
import tickwing.benchmark.campaign.LoseBrokers;
import tickwing.benchmark.campaign.PaceAccuracy;
import tickwing.benchmark.campaign.hostile.Hostile;
import tickwing.benchmark.campaign.lessons.Lessons;
import tickwing.benchmark.measure.BarConsumers;
import tickwing.benchmark.measure.FirstPicture;
import tickwing.benchmark.measure.FlightConsumers;
import tickwing.benchmark.measure.FlightProducers;
import tickwing.benchmark.measure.IdleWindows;
import tickwing.benchmark.measure.IndicatorUpdates;
import tickwing.benchmark.measure.Latency;
import tickwing.benchmark.measure.ProcessMemory;
import tickwing.benchmark.measure.Section;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Interruption;
import tickwing.common.cli.Program;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;
import tickwing.common.process.Installation;

/** The suite's programs and Kafka's own performance tools in turn, and one table of how they compare. */
@Command(
        name = "benchmark",
        description = {
            "Measures the suite's programs beside Kafka's own performance tools, in turn, several rounds, on a broker of"
                    + " its own, and prints medians, ratios and peak memory.",
            "Takes fifteen to twenty minutes on two cores; a ratio means something even on a busy machine, a rate does not.",
            "A command below is a campaign instead: it takes minutes, and ends with 0 when all is well."
        },
        subcommands = {Crash.class, LoseBrokers.class, Garbage.class, PaceAccuracy.class, Hostile.class, Lessons.class})
public final class Benchmark implements Callable<Integer> {
    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000000",
            order = 1,
            description = "Records that are published and read each time (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(
            names = "--memory-rows",
            paramLabel = "N",
            defaultValue = "5800000",
            order = 2,
            description = "Records for the peak memory of the programs (default: ${DEFAULT-VALUE}).")
    private int memoryRows;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "4",
            order = 3,
            description =
                    "How often each program runs; stock consumers twice, producers four times as often (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--only",
            paramLabel = "A,B",
            split = ",",
            order = 4,
            description = "Only these of producers, flights, bars, latency, indicators, memory, demo, windows.")
    private Set<String> only = new TreeSet<>();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "benchmark/target",
            order = 5,
            description = "Where benchmark.json and benchmark.png go (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Option(
            names = "--inner",
            order = 6,
            description =
                    "Instead of programs, measure the pieces inside them with JMH: row to JSON, JSON to flight and"
                            + " bar, indicators, snapshot to pixels.")
    private boolean inner;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(Program.run(new Benchmark(), args));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (rows < 1_000 || memoryRows < 1_000 || rounds < 1) {
            throw new UsageError("--rows and --memory-rows must be 1000 or more, --rounds 1 or more.");
        }
        return inner ? measureInside() : measurePrograms();
    }

    private int measureInside() {
        try {
            new Runner(new OptionsBuilder()
                            .include("tickwing\\.benchmark\\.inner\\.")
                            .forks(1)
                            .build())
                    .run();
            return ExitCode.DONE;
        } catch (RunnerException e) {
            throw new UserError("JMH cannot measure: " + e.getMessage() + ".", e);
        }
    }

    private int measurePrograms() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Results results = new Results();
        List<Section> chosen = sections();
        try (Lab lab = Lab.open(
                        Installation.ofJarOf(Benchmark.class),
                        spec.commandLine().getErr());
                Interruption interruption = new Interruption(lab::stop)) {
            try {
                for (Section section : chosen) {
                    measure(section, lab, results);
                }
            } catch (UserError e) {
                if (interruption.interrupted()) {
                    return ExitCode.INTERRUPTED;
                }
                throw e;
            }
        }
        new Report(results, rows, rounds).write(out, output);
        return ExitCode.DONE;
    }

    private void measure(Section section, Lab lab, Results results) throws InterruptedException {
        int times = section.rounds(rounds);
        for (int round = 1; round <= times; round++) {
            lab.say("Measuring " + section.name() + ", " + round + " of " + times + " ...");
            section.round(lab, results, round);
        }
        if (times > 0) {
            section.compare(results);
        } else {
            lab.say("There is no display; " + section.name() + " are not measured.");
        }
    }

    private List<Section> sections() {
        List<Section> all = List.of(
                new FlightProducers(rows),
                new FlightConsumers(rows),
                new BarConsumers(rows),
                new Latency(),
                new IndicatorUpdates(),
                new FirstPicture(),
                new IdleWindows(),
                new ProcessMemory(memoryRows));
        Set<String> names = all.stream().map(Section::name).collect(Collectors.toCollection(TreeSet::new));
        for (String name : only) {
            if (!names.contains(name)) {
                throw new UsageError("--only '" + name + "' is none of " + String.join(", ", names) + ".");
            }
        }
        return all.stream()
                .filter(section -> only.isEmpty() || only.contains(section.name()))
                .toList();
    }
}
