package tickwing.broker;

import java.nio.file.Path;
import java.util.Map;

/**
 * How one node is set up: controller and broker in one, on loopback only, for one desktop. Whatever is not named here is
 * Kafka's default.
 *
 * @param port where clients connect, as {@code localhost:port}
 * @param controllerPort where the node's broker finds the node's controller; may change from run to run, since it is
 *     kept nowhere
 * @param directory where the node keeps its metadata and its topics
 */
record NodeSettings(int port, int controllerPort, Path directory) {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String LOOPBACK = "127.0.0.1";
    private static final String MEBIBYTE = Integer.toString(1 << 20);

    NodeSettings {
        if (directory.toString().indexOf(',') >= 0) {
            throw new IllegalArgumentException("Kafka takes no comma in a directory's name, was " + directory);
        }
    }

    /** The settings by Kafka's names. */
    Map<String, String> properties() {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(NODE_ID)),
                Map.entry("controller.quorum.voters", NODE_ID + "@" + LOOPBACK + ":" + controllerPort),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://" + LOOPBACK + ":" + port + "," + CONTROLLER_LISTENER + "://" + LOOPBACK + ":"
                                + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://localhost:" + port),
                Map.entry("controller.listener.names", CONTROLLER_LISTENER),
                Map.entry(
                        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT"),
                Map.entry("log.dirs", directory.toString()),

                // There is one node to replicate to, and no group worth waiting for.
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),

                // A producer's position in its file is a committed offset: it must not expire.
                Map.entry("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE)),

                // A killed node starts again as soon as its own earlier session has expired. It is alone, so nobody
                // takes over meanwhile and an election needs no patience.
                Map.entry("broker.session.timeout.ms", "1500"),
                Map.entry("broker.heartbeat.interval.ms", "300"),
                Map.entry("controller.quorum.election.timeout.ms", "100"),
                Map.entry("controller.quorum.election.backoff.max.ms", "50"),
                // After a kill the last segment of every partition is read again: small ones make that quick.
                Map.entry("log.segment.bytes", Integer.toString(128 << 20)),
                // No record twice a second only to show that the controller is alive.
                Map.entry("metadata.max.idle.interval.ms", "0"),

                // Few threads, files and buffers: Kafka's defaults are made for a server of its own.
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "4"),
                Map.entry("num.recovery.threads.per.data.dir", "1"),
                Map.entry("group.coordinator.threads", "1"),
                Map.entry("share.coordinator.threads", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.num.partitions", "4"),
                Map.entry("log.index.size.max.bytes", MEBIBYTE),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)));
    }
}
