package tickwing.broker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.common.utils.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Interruption;
import tickwing.common.cli.Program;
import tickwing.common.error.UsageError;

/** Apache Kafka itself, one node in this process, until Ctrl-C. */
@Command(
        name = "broker",
        description = "A real Kafka (KRaft, one node) on this machine, for clients on this machine. Ctrl-C stops it.")
public final class Broker implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Clients connect to localhost:PORT. Default: ${DEFAULT-VALUE}; 0 takes any free port.")
    private int port;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = {
                "Where topics are kept from run to run.",
                "Default: tickwing/broker under %%LOCALAPPDATA%%, $XDG_DATA_HOME or ~/.local/share."
            })
    private Path dataDirectory;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        // Kafka ends the process by itself when a fault leaves it nothing to go on with, e.g. a full disk.
        Exit.setExitProcedure((code, message) -> giveUp());
        Exit.setHaltProcedure((code, message) -> giveUp());
        System.exit(Program.run(new Broker(), args));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65535) {
            throw new UsageError("--port must be 0 to 65535, was " + port + ".");
        }
        CountDownLatch stop = new CountDownLatch(1);
        Ports ports = Ports.find(port);
        try (Interruption interruption = new Interruption(stop::countDown);
                DataDirectory directory = DataDirectory.open(directory())) {
            NodeSettings settings =
                    new NodeSettings(ports.client(), ports.controller(), directory.node(NodeSettings.NODE_ID));
            Node node = Node.start(settings);
            try {
                if (!interruption.interrupted()) {
                    announce(settings, directory);
                }
                stop.await();
            } finally {
                node.close();
            }
        }
        return ExitCode.DONE;
    }

    private Path directory() {
        return dataDirectory != null
                ? dataDirectory
                : DataDirectory.defaultPath(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    private void announce(NodeSettings settings, DataDirectory directory) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Kafka " + AppInfoParser.getVersion() + " ready on localhost:" + settings.port() + ", data in "
                + directory.path());
        out.flush();
    }

    private static void giveUp() {
        System.err.println("Kafka met the fault that is logged above and gave up; see to its cause"
                + " (is the disk of --data-dir full?) and start the broker again.");
        Runtime.getRuntime().halt(ExitCode.FAILED);
    }
}
