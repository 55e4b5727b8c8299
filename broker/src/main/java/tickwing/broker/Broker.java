package tickwing.broker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.internals.AppInfoParser;
import org.apache.kafka.common.utils.internals.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Interruption;
import tickwing.common.cli.Program;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;

/** Apache Kafka itself, one node in this process or several in processes of their own, until Ctrl-C. */
@Command(
        name = "broker",
        description = "A real Kafka (KRaft) on this machine, for clients on this machine. Ctrl-C stops it.")
public final class Broker implements Callable<Integer> {
    private static final int MOST_NODES = 9;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Clients connect to localhost:PORT; 0 takes any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "1",
            description = "Nodes of the cluster, on ports from --port on; each a process that can be killed to try"
                    + " failover, and is then started again (default: ${DEFAULT-VALUE}).")
    private int nodes;

    @Option(
            names = "--secure",
            description = "TLS, passwords (SCRAM-SHA-512) and ACLs. Certificates and users are made on first start.")
    private boolean secure;

    @Option(
            names = "--open-secure-data",
            description = "Start without --secure on data that was made with it: every program on this machine may then"
                    + " read and write its topics, without a password.")
    private boolean openSecureData;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where topics are kept from run to run (default: tickwing/broker, or tickwing/broker-N for N"
                    + " nodes, in the folder %%LOCALAPPDATA%%, $XDG_DATA_HOME or ~/.local/share).")
    private Path dataDirectory;

    @Mixin
    private Member member;

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
        if (member.isOne()) {
            return member.run(dataDirectory, secure, spec.commandLine().getOut());
        }
        if (port < 0 || port > 65535) {
            throw new UsageError("--port must be 0 to 65535, was " + port + ".");
        }
        if (nodes < 1 || nodes > MOST_NODES || port + nodes - 1 > 65535) {
            throw new UsageError(
                    "--nodes must be 1 to " + MOST_NODES + ", each with a port of its own, was " + nodes + ".");
        }
        Access access = access();
        CountDownLatch stop = new CountDownLatch(1);
        List<Ports> ports = ports();
        try (Interruption interruption = new Interruption(stop::countDown);
                DataDirectory directory = DataDirectory.open(directory())) {
            directory.expectNodes(nodes);
            directory.expect(access);
            keepToOwner(directory);
            Secrets secrets = secure ? Secrets.make(DataDirectory.secrets(directory.path()), servers(ports)) : null;
            Runnable close = start(directory, ports, secrets);
            try {
                if (!interruption.interrupted()) {
                    announce(directory, ports, secrets);
                }
                stop.await();
            } finally {
                close.run();
            }
        }
        return ExitCode.DONE;
    }

    private Access access() {
        if (secure && openSecureData) {
            throw new UsageError("--open-secure-data starts without --secure; take one of them away.");
        }
        if (secure) {
            return Access.SECURE;
        }
        return openSecureData ? Access.OPENED : Access.OPEN;
    }

    private void keepToOwner(DataDirectory directory) {
        try {
            directory.keepToOwner(nodes);
        } catch (UserError e) {
            // Without --secure everybody on the machine may read it by the broker anyway.
            if (secure) {
                throw e;
            }
        }
    }

    /** Returns what stops it. */
    private Runnable start(DataDirectory directory, List<Ports> ports, Secrets secrets) throws InterruptedException {
        Runnable close;
        if (nodes == 1) {
            NodeSettings settings = new NodeSettings(1, ports, directory.node(1), secrets);
            close = Node.start(settings, directory.clusterId())::close;
        } else {
            close = Cluster.start(ports, directory, secrets, spec.commandLine().getErr())::close;
        }
        if (secrets != null) {
            try {
                secrets.install(ports);
            } catch (InterruptedException | RuntimeException e) {
                close.run();
                throw e;
            }
        }
        return close;
    }

    private List<Ports> ports() {
        List<Ports> all = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            all.add(Ports.find(port == 0 ? 0 : port + node));
        }
        return all;
    }

    private Path directory() {
        if (dataDirectory != null) {
            return dataDirectory;
        }
        Path path = DataDirectory.defaultPath(System.getenv(), Path.of(System.getProperty("user.home")));
        return nodes == 1 ? path : path.resolveSibling(path.getFileName() + "-" + nodes);
    }

    private void announce(DataDirectory directory, List<Ports> ports, Secrets secrets) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Kafka " + AppInfoParser.getVersion() + " ready on " + servers(ports) + ", data in "
                + directory.path());
        if (secrets != null) {
            for (User user : User.all()) {
                out.println("  " + user.name() + ": --command-config " + secrets.client(user));
            }
        }
        out.flush();
    }

    private static String servers(List<Ports> ports) {
        return ports.stream().map(p -> "localhost:" + p.client()).collect(Collectors.joining(","));
    }

    private static void giveUp() {
        System.err.println("Kafka met the fault that is logged above and gave up; see to its cause"
                + " (is the disk of --data-dir full?) and start the broker again.");
        Runtime.getRuntime().halt(ExitCode.FAILED);
    }
}
