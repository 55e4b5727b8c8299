package tickwing.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Interruption;
import tickwing.common.cli.Program;
import tickwing.common.cli.Section;
import tickwing.common.process.Installation;

/** Broker, producers and consumers together, on the sample data. */
@Command(
        name = "demo",
        description = {
            "Shows the suite at work: a broker, both producers on the sample data (paced, then simulated quotes), and"
                    + " the three consumers, each a process of its own.",
            "With a display the charts are windows, without one PNG files."
        })
public final class Demo implements Callable<Integer> {
    @Option(
            names = "--duration",
            paramLabel = "DURATION",
            description = "End after this time, e.g. 60s (default: when the windows are closed, or Ctrl-C).")
    private Duration duration;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "charts",
            description = "Where PNG files go when there are no windows (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Option(names = "--no-window", description = "PNG files even where there is a display.")
    private boolean noWindow;

    @Section("Kafka")
    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT,...",
            description = "Use this broker (default: start one that is gone afterwards).")
    private String bootstrapServers;

    @Section("Kafka")
    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Kafka client properties for --bootstrap-server: TLS, SASL, anything.")
    private Path commandConfig;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(Program.run(new Demo(), args));
    }

    @Override
    public Integer call() throws InterruptedException {
        DemoConfig config = new DemoConfig(
                Optional.ofNullable(bootstrapServers),
                Optional.ofNullable(commandConfig).map(Path::toAbsolutePath),
                Optional.ofNullable(duration),
                Stage.of(!noWindow, output));
        DemoRun run = new DemoRun(
                config,
                Installation.ofJarOf(Demo.class),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
        try (Interruption interruption = new Interruption(run::stop)) {
            int code = run.run();
            return interruption.interrupted() ? ExitCode.INTERRUPTED : code;
        }
    }
}
