package tickwing.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How one node is set up: controller and broker in one, on loopback only, for one desktop. Whatever is not named here is
 * Kafka's default.
 *
 * @param id 1 to the number of nodes
 * @param nodes the ports of all nodes, that with id 1 first; may change from run to run, since they are kept nowhere
 * @param directory where the node keeps its metadata and its topics
 * @param secrets the key and the users; null where clients need neither TLS nor a password
 */
record NodeSettings(int id, List<Ports> nodes, Path directory, Secrets secrets) {
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String LOOPBACK = "127.0.0.1";
    private static final String MEBIBYTE = Integer.toString(1 << 20);

    NodeSettings {
        nodes = List.copyOf(nodes);
        if (directory.toString().indexOf(',') >= 0) {
            throw new IllegalArgumentException("Kafka takes no comma in a directory's name, was " + directory);
        }
    }

    /** A node that is alone and lets everybody in. */
    static NodeSettings single(Ports ports, Path directory) {
        return new NodeSettings(1, List.of(ports), directory, null);
    }

    /** Where clients connect, on localhost. */
    int port() {
        return ports().client();
    }

    /** The settings by Kafka's names. */
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(id),
                "controller.quorum.voters",
                IntStream.rangeClosed(1, nodes.size())
                        .mapToObj(node ->
                                node + "@localhost:" + nodes.get(node - 1).controller())
                        .collect(Collectors.joining(",")),
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "log.dirs",
                directory.toString()));
        properties.putAll(secrets == null ? openListeners() : secureListeners());
        properties.putAll(replication());
        properties.putAll(nodes.size() == 1 ? hasteAlone() : hasteTogether());
        properties.putAll(small());
        return properties;
    }

    private Ports ports() {
        return nodes.get(id - 1);
    }

    private Map<String, String> openListeners() {
        return Map.of(
                "listeners",
                "PLAINTEXT://" + LOOPBACK + ":" + port() + "," + CONTROLLER_LISTENER + "://" + LOOPBACK + ":"
                        + ports().controller(),
                "advertised.listeners",
                "PLAINTEXT://localhost:" + port(),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    }

    /** Clients show a password; nodes show each other the certificate, which nobody else has. */
    private Map<String, String> secureListeners() {
        return Map.ofEntries(
                Map.entry(
                        "listeners",
                        "CLIENTS://" + LOOPBACK + ":" + port() + ",BROKERS://" + LOOPBACK + ":"
                                + ports().broker() + "," + CONTROLLER_LISTENER + "://" + LOOPBACK + ":"
                                + ports().controller()),
                Map.entry(
                        "advertised.listeners",
                        "CLIENTS://localhost:" + port() + ",BROKERS://localhost:" + ports().broker()),
                Map.entry(
                        "listener.security.protocol.map",
                        "CLIENTS:SASL_SSL,BROKERS:SSL," + CONTROLLER_LISTENER + ":SSL"),
                Map.entry("inter.broker.listener.name", "BROKERS"),
                Map.entry("listener.name.brokers.ssl.client.auth", "required"),
                Map.entry("listener.name.controller.ssl.client.auth", "required"),
                Map.entry("ssl.keystore.type", "PEM"),
                Map.entry("ssl.keystore.location", secrets.brokerKey().toString()),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", secrets.authority().toString()),
                Map.entry("sasl.enabled.mechanisms", "SCRAM-SHA-512"),
                Map.entry(
                        "listener.name.clients.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:" + Certificates.BROKER_NAME + ";User:" + User.ADMIN));
    }

    /** Three replicas where there are three nodes to hold them, so that one may die without anything being lost. */
    private Map<String, String> replication() {
        String replicas = Integer.toString(Math.min(3, nodes.size()));
        String inSync = nodes.size() < 3 ? "1" : "2";
        return Map.of(
                "default.replication.factor", replicas,
                "min.insync.replicas", inSync,
                "offsets.topic.replication.factor", replicas,
                "transaction.state.log.replication.factor", replicas,
                "transaction.state.log.min.isr", inSync,
                "share.coordinator.state.topic.replication.factor", replicas,
                "share.coordinator.state.topic.min.isr", inSync);
    }

    /**
     * A killed node starts again as soon as its own earlier session has expired. It is alone, so nobody takes over
     * meanwhile and an election needs no patience.
     */
    private static Map<String, String> hasteAlone() {
        return Map.of(
                "broker.session.timeout.ms", "1500",
                "broker.heartbeat.interval.ms", "300",
                "controller.quorum.election.timeout.ms", "100",
                "controller.quorum.election.backoff.max.ms", "50",
                // No record twice a second only to show that the controller is alive.
                "metadata.max.idle.interval.ms", "0");
    }

    /** A dead node's partitions go to another within seconds; a busy machine does not make a node look dead. */
    private static Map<String, String> hasteTogether() {
        return Map.of("broker.session.timeout.ms", "4000", "broker.heartbeat.interval.ms", "500");
    }

    /** Few threads, files and buffers: Kafka's defaults are made for a server of its own. */
    private static Map<String, String> small() {
        return Map.ofEntries(
                // There is no group worth waiting for.
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // A producer's position in its file is a committed offset: it must not expire.
                Map.entry("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE)),
                // After a kill the last segment of every partition is read again: small ones make that quick.
                Map.entry("log.segment.bytes", Integer.toString(128 << 20)),
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
