package tickwing.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import tickwing.common.error.UserError;

/** A Kafka node that runs in this process, from {@link #start} to {@link #close}. */
final class Node {
    /** Kafka writes this file last when it formats a directory. */
    private static final String FORMATTED = "meta.properties";

    private final KafkaRaftServer server;

    private Node(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts a node, on a directory that is formatted if it is new. Returns when the node serves clients, which in a
     * cluster needs most of the others.
     *
     * @param clusterId what a new directory is formatted for
     * @throws UserError when the port was taken in the meantime, or the directory holds what this Kafka cannot use
     */
    static Node start(NodeSettings settings, String clusterId) {
        KafkaRaftServer server = null;
        try {
            formatIfNew(settings, clusterId);
            server = new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
            server.startup();
            return new Node(server);
        } catch (Exception e) {
            if (server != null) {
                server.shutdown();
            }
            throw failure(e, settings);
        }
    }

    /** Stops the node: open requests are answered, logs flushed, so that the next start has nothing to repair. */
    void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void formatIfNew(NodeSettings settings, String clusterId) throws Exception {
        if (Files.exists(settings.directory().resolve(FORMATTED))) {
            return;
        }
        String directory = settings.directory().toString();
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(clusterId)
                .setNodeId(settings.id())
                .setDirectories(List.of(directory))
                .setMetadataLogDirectory(directory)
                .setControllerListenerName(NodeSettings.CONTROLLER_LISTENER)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .run();
    }

    private static UserError failure(Exception e, NodeSettings settings) {
        if (e instanceof KafkaException && String.valueOf(e.getMessage()).contains("failed to bind")) {
            return Ports.taken(settings.port());
        }
        String reason = e instanceof IOException ? e.toString() : String.valueOf(e.getMessage());
        return new UserError(
                "Kafka cannot start on " + settings.directory() + " ("
                        + reason.lines().findFirst().orElse("").replaceAll("\\.$", "")
                        + "); choose another directory with --data-dir, or see --verbose.",
                e);
    }
}
