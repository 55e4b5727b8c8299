package tickwing.broker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Interruption;

/** One node of a {@link Cluster}, in a process of its own: the options by which the cluster starts it. */
final class Member {
    static final String ID = "--member-id";
    static final String CLUSTER = "--member-cluster";
    static final String PORTS = "--member-ports";

    @Option(names = ID, hidden = true)
    private int id;

    @Option(names = CLUSTER, hidden = true)
    private String clusterId;

    @Option(names = PORTS, hidden = true)
    private String ports;

    /** The options for a node. */
    static List<String> options(int id, List<Ports> ports, String clusterId) {
        // With "=", since an id may start with a hyphen.
        return List.of(
                ID + "=" + id,
                CLUSTER + "=" + clusterId,
                PORTS + "=" + ports.stream().map(Ports::toString).collect(Collectors.joining(",")));
    }

    boolean isOne() {
        return id > 0;
    }

    /** Runs until told to stop; the cluster has claimed the directory, and made the secrets. */
    int run(Path directory, boolean secure, PrintWriter out) throws InterruptedException {
        List<Ports> all = Arrays.stream(ports.split(",")).map(Ports::parse).toList();
        Secrets secrets = secure ? new Secrets(DataDirectory.secrets(directory)) : null;
        NodeSettings settings = new NodeSettings(id, all, DataDirectory.node(directory, id), secrets);
        CountDownLatch stop = new CountDownLatch(1);
        Interruption interruption = new Interruption(stop::countDown);
        try {
            Node node = Node.start(settings, clusterId);
            try {
                out.println(Cluster.READY);
                out.flush();
                stop.await();
            } finally {
                node.close();
            }
        } finally {
            interruption.close();
        }
        return ExitCode.DONE;
    }
}
