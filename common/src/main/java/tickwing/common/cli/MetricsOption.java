package tickwing.common.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import tickwing.common.error.UserError;
import tickwing.common.metrics.Metrics;
import tickwing.common.metrics.MetricsServer;

/** The option that {@link Program} adds to every command that is a client of Kafka. */
@Section("Kafka")
final class MetricsOption {
    /** What {@link Program} mixes it in as. */
    static final String MIXIN = "metricsOption";

    private static final int NOWHERE = -1;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            order = 903,
            description = "Show metrics to Prometheus, on http://localhost:PORT/metrics of this machine.")
    private int port = NOWHERE;

    private final Metrics metrics = new Metrics();

    /**
     * The metrics of the command that is run.
     *
     * @param mixee what options are mixed into, which may be mixed into the command themselves; null for nothing
     */
    static Metrics of(CommandSpec mixee) {
        CommandLine line = mixee == null ? null : mixee.commandLine();
        CommandSpec mixin = line == null ? null : line.getCommandSpec().mixins().get(MIXIN);
        return mixin == null ? new Metrics() : ((MetricsOption) mixin.userObject()).metrics;
    }

    /** Whether a command talks to a broker, and so has something to measure. */
    static boolean fits(CommandSpec command) {
        return command.findOption("--bootstrap-server") != null;
    }

    /** Executes the command, and serves while it runs where that is asked for. */
    int serveWhile(ParseResult parsed) {
        IExecutionStrategy command = new RunLast();
        CommandLine line = parsed.commandSpec().commandLine();
        if (port == NOWHERE || parsed.isVersionHelpRequested()) {
            return command.execute(parsed);
        }
        if (port < 1 || port > 65535) {
            throw new ParameterException(line, "--metrics-port must be 1 to 65535, was " + port + ".");
        }
        MetricsServer server = start(line);
        try (server) {
            return command.execute(parsed);
        }
    }

    private MetricsServer start(CommandLine line) {
        try {
            return MetricsServer.start(metrics, port);
        } catch (IOException e) {
            UserError taken = new UserError(
                    "Port " + port + " for metrics cannot be opened (" + e.getMessage()
                            + "); choose another with --metrics-port.",
                    e);
            throw new ExecutionException(line, taken.getMessage(), taken);
        }
    }
}
