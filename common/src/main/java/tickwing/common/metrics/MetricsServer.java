package tickwing.common.metrics;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Serves {@code http://localhost:PORT/metrics} to Prometheus on this machine, from {@link #start} to {@link #close}. */
public final class MetricsServer implements AutoCloseable {
    private static final String REQUEST_SECONDS = "10";

    private final HTTPServer server;
    /** Kept, since Java forgets levels of loggers that nobody holds. */
    private final Logger hangUps;

    private MetricsServer(HTTPServer server, Logger hangUps) {
        this.server = server;
        this.hangUps = hangUps;
    }

    /**
     * Listens on loopback only. Each client has a thread of its own, and 10 s to ask, so that one that hangs keeps nobody
     * waiting, the program least of all.
     *
     * @param metrics what to serve, together with memory and time of the process; of one server at the most
     * @param port 1 to 65535; 0 takes any free one
     * @throws IOException when the port is taken, or may not be opened
     */
    public static MetricsServer start(Metrics metrics, int port) throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
        // Its one message is a stack trace on standard error about a client that hung up, which is no concern of the
        // program's.
        Logger hangUps = Logger.getLogger(HTTPServer.class.getPackageName());
        hangUps.setLevel(Level.OFF);
        JvmMemoryMetrics.builder().register(metrics.registry());
        ProcessMetrics.builder().register(metrics.registry());
        HTTPServer server = HTTPServer.builder()
                .inetAddress(InetAddress.getLoopbackAddress())
                .port(port)
                .registry(metrics.registry())
                .executorService(Executors.newCachedThreadPool(MetricsServer::thread))
                .buildAndStart();
        return new MetricsServer(server, hangUps);
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Thread thread(Runnable answer) {
        Thread thread = new Thread(answer, "metrics");
        thread.setDaemon(true);
        return thread;
    }
}
