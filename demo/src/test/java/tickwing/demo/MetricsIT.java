package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every program tells Prometheus while it runs, asked for as Prometheus asks. */
class MetricsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static Suite.Broker broker;

    @BeforeAll
    static void start() throws IOException {
        broker = new Suite.Broker(folder);
        Path bad = Files.writeString(
                folder.resolve("bad.csv"), "YEAR,MONTH,DAY,AIRLINE\n2015,1,1,AA\n2015,13,1,AA\n2015,1,2,AA\n");
        Suite.run("producer-flight", bad, "--bootstrap-server", broker.address())
                .expect(3);
        Suite.run("producer-stock", Suite.data("stocks/IBM.csv"), "--bootstrap-server", broker.address())
                .expect(0);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({"consumer-flights, flights, 2", "consumer-bollinger, stocks, 253", "consumer-aroon, stocks, 253"})
    void aConsumerTellsRecordsLagRefreshesAndItsClient(String program, String topic, int records) throws Exception {
        String ofTopic = "{topic=\"" + topic + "\"} ";
        String ofReader = "\\{reader=\"consumer-" + program + "-[-0-9a-f]+\",topic=\"" + topic + "\"}";
        int port = freePort();
        Process consumer = run(program, port, "--no-window", "--refresh", "1s", "--output", folder.resolve("c.csv"));
        try {
            String text = await(
                    consumer,
                    port,
                    t -> has(t, "tickwing_records_total" + ofTopic + records + ".0")
                            && t.matches("(?s).*\ntickwing_lag_records" + ofReader + " 0\\.0\n.*")
                            && hasSome(t, "tickwing_refresh_seconds_count" + ofReader));
            for (String metric : List.of(
                    "tickwing_rejected_total{reason=\"not JSON\",topic=\"" + topic + "\"} 0.0",
                    "tickwing_records_per_second" + ofTopic,
                    "tickwing_refresh_seconds_sum{",
                    "kafka_consumer_fetch_manager_records_consumed_total{client_id=\"consumer-" + program,
                    "jvm_memory_used_bytes{area=\"heap\"} ")) {
                assertTrue(has(text, metric), metric + " is not in\n" + text);
            }
        } finally {
            end(consumer);
        }
    }

    @Test
    void aProducerOfFilesTellsRowsAndRejectedOnesAndItsClient() throws Exception {
        List<String> lines = new ArrayList<>(List.of("YEAR,MONTH,DAY,AIRLINE", "2015,1,1,AA", "2015,13,1,AA"));
        for (int row = 0; row < 10_000; row++) {
            lines.add("2015,1,2,AA");
        }
        Path file = Files.write(folder.resolve("many.csv"), lines);
        int port = freePort();
        Process producer = run("producer-flight", port, file, "--topic", "many", "--throughput", 100);
        try {
            String text = await(
                    producer,
                    port,
                    t -> has(t, "tickwing_rejected_total{reason=\"row\",topic=\"many\"} 1.0")
                            && hasSome(t, "tickwing_records_total\\{topic=\"many\"}"));
            assertTrue(has(text, "kafka_producer_record_send_total{client_id=\"producer-producer-flight."), text);
            assertTrue(has(text, "kafka_producer_record_send_rate{"), text);
        } finally {
            end(producer);
        }
    }

    @Test
    void aProducerOfQuotesTellsThem() throws Exception {
        int port = freePort();
        Process producer = run(
                "producer-stock",
                port,
                "--source",
                "simulated",
                "--symbols",
                "IBM",
                "--every",
                "100ms",
                "--topic",
                "q",
                Suite.data("stocks/IBM.csv"));
        try {
            await(producer, port, t -> hasSome(t, "tickwing_records_total\\{topic=\"q\"}"));
        } finally {
            end(producer);
        }
    }

    @Test
    void aTakenPortIsOneSentence() throws Exception {
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Suite.Ended ended = Suite.run(
                            "consumer-flights",
                            "--once",
                            "--metrics-port",
                            somebody.getLocalPort(),
                            "--bootstrap-server",
                            broker.address())
                    .expect(1);
            assertEquals(
                    "Port " + somebody.getLocalPort()
                            + " for metrics cannot be opened (Address already in use); choose another with"
                            + " --metrics-port.",
                    ended.err().strip());
        }
    }

    @Test
    void aPortThatIsNoneIsAWrongOption() {
        String err = Suite.run("producer-flight", "x.csv", "--metrics-port", 65536)
                .expect(2)
                .err();
        assertTrue(err.startsWith("--metrics-port must be 1 to 65535, was 65536."), err);
    }

    private static Process run(String program, int port, Object... options) throws IOException {
        List<String> command = Suite.command(program, options);
        command.addAll(List.of("--metrics-port", "" + port, "--bootstrap-server", broker.address()));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("program.out").toFile())
                .redirectError(folder.resolve("program.err").toFile())
                .start();
    }

    private static String await(Process process, int port, Predicate<String> wanted) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                last = client.send(request, BodyHandlers.ofString()).body();
                if (wanted.test(last)) {
                    return last;
                }
            } catch (IOException e) {
                last = e.toString();
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("the last answer was\n" + last + Files.readString(folder.resolve("program.err")));
    }

    private static boolean has(String text, String start) {
        return text.startsWith(start) || text.contains("\n" + start);
    }

    /** Whether a count is there, given as a pattern, and is not zero. */
    private static boolean hasSome(String text, String count) {
        return text.matches("(?s).*\n" + count + " [1-9].*");
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
