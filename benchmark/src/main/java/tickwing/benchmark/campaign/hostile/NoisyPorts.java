package tickwing.benchmark.campaign.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import tickwing.benchmark.campaign.Started;
import tickwing.benchmark.campaign.TestBroker;
import tickwing.benchmark.campaign.Testbed;
import tickwing.benchmark.campaign.WatchedChart;

/** Noise at the ports that programs listen on, services that answer nonsense, and what other users of the machine may read. */
final class NoisyPorts implements Attack {
    private static final List<String> NONSENSE = List.of(
            "",
            "<html><body>Will be right back</body></html>",
            "{\"chart\":{\"result\":[{\"meta\":null,\"timestamp\":[1,2,3],\"indicators\":{}}]}}",
            "{\"chart\":{\"result\":null,\"error\":{\"code\":\"\u001b[2J\",\"description\":\"\u001b]0;owned\u0007\"}}}",
            "[".repeat(200_000),
            "[[1e999,\"NaN\",null,{},[]]]",
            "\u0000".repeat(1_000));

    @Override
    public String name() {
        return "noise at ports, services that answer nonsense, readers on the same machine";
    }

    @Override
    public void run(Scene scene) throws Exception {
        noise(scene);
        nonsense(scene);
        strangers(scene);
    }

    private static void noise(Scene scene) throws Exception {
        scene.createTopic("noise-flights");
        WatchedChart chart = scene.watch(Scene.FLIGHT_CONSUMER, "--topic", "noise-flights");
        scene.expect(scene.await(() -> chart.metric("tickwing_lag_records") == 0), "no metrics");
        for (int port : new int[] {scene.broker().port(), chart.port()}) {
            for (String noise :
                    List.of("GET / HTTP/1.1\r\n\r\n", "\u00ff".repeat(100_000), "\u0000\u0000\u0000\u0001", "")) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                        OutputStream out = socket.getOutputStream()) {
                    out.write(noise.getBytes(UTF_8));
                } catch (IOException e) {
                    // Hung up on, which is as well.
                }
            }
        }
        scene.expect(chart.metric("tickwing_lag_records") == 0, "metrics are gone after noise at their port");
        try (Admin admin = Testbed.admin(scene.broker())) {
            scene.expect(!admin.listTopics().names().get().isEmpty(), "the broker is gone after noise at its port");
        }
        chart.program().stop();
    }

    private static void nonsense(Scene scene) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            byte[] answer =
                    NONSENSE.get(asked.getAndIncrement() % NONSENSE.size()).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
        String url = "http://127.0.0.1:" + service.getAddress().getPort();
        try {
            for (String source : List.of("yahoo", "binance")) {
                int before = asked.get();
                Started live = scene.start(
                        "producer-stock",
                        "--source",
                        source,
                        "--" + source + "-url",
                        url,
                        "--symbols",
                        "AAPL,\u001b[2J",
                        "--every",
                        "1s",
                        "--topic",
                        "nonsense-" + source);
                scene.expect(
                        scene.await(() ->
                                asked.get() >= before + 3 || !live.process().isAlive()),
                        "%s does not ask its service again",
                        source);
                live.stop();
                scene.expectCode(live, 130, 143, 1, 2);
                scene.expectCleanWords(live);
            }
        } finally {
            service.stop(0);
        }
    }

    /** A secure broker's files are its owner's alone, and it does not become an open one by a forgotten option. */
    private static void strangers(Scene scene) throws Exception {
        TestBroker secure = scene.testbed().broker("secure-broker", "--secure");
        Path directory = scene.testbed().folder().resolve("secure-broker");
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (Stream<Path> files = Files.walk(directory, 1)) {
                Set<String> open = new TreeSet<>();
                files.filter(Files::isDirectory).limit(1).forEach(path -> {
                    try {
                        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                        if (!mode.endsWith("------")) {
                            open.add(path.getFileName() + " " + mode);
                        }
                    } catch (IOException e) {
                        open.add(path + " " + e);
                    }
                });
                scene.expect(open.isEmpty(), "others may look into %s", open);
            }
        }
        secure.close();
        Started opened = scene.testbed().ended(scene.testbed().start("broker", "--port", "0", "--data-dir", directory));
        scene.expectCode(opened, 1, 2);
    }
}
