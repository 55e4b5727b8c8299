package tickwing.common.metrics;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.Executors;

/** Serves {@code http://localhost:PORT/metrics} to Prometheus on this machine, from {@link #start} to {@link #close}. */
public final class MetricsServer implements AutoCloseable {
    private static final String REQUEST_SECONDS = "10";

    private final HTTPServer server;

    private MetricsServer(HTTPServer server) {
        this.server = server;
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
        JvmMemoryMetrics.builder().register(metrics.registry());
        ProcessMetrics.builder().register(metrics.registry());
        return new MetricsServer(HTTPServer.builder()
                .inetAddress(InetAddress.getLoopbackAddress())
                .port(port)
                .registry(metrics.registry())
                .executorService(Executors.newCachedThreadPool(MetricsServer::thread))
                .buildAndStart());
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
