package tickwing.common.metrics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import tickwing.common.record.Reason;

class MetricsServerTest {
    private static final double NOT_THERE = -7;

    private final Metrics metrics = new Metrics();

    @Test
    void countsWhatIsReadAndRejectedByTopic() throws Exception {
        try (MetricsServer server = MetricsServer.start(metrics, 0)) {
            metrics.records("stocks").records(2);
            metrics.records("stocks").rejected();
            metrics.records("stocks").rejected(Reason.NO_DATE);
            metrics.records("stocks").rejected(Reason.NO_DATE);
            metrics.records("flights").records(40);
            metrics.records("stocks").records(1);
            String text = get(server);
            assertEquals(3, value(text, "tickwing_records_total{topic=\"stocks\"}"));
            assertEquals(1, value(text, "tickwing_rejected_total{reason=\"row\",topic=\"stocks\"}"));
            assertEquals(2, value(text, "tickwing_rejected_total{reason=\"no date\",topic=\"stocks\"}"));
            assertEquals(0, value(text, "tickwing_rejected_total{reason=\"not JSON\",topic=\"stocks\"}"));
            assertEquals(40, value(text, "tickwing_records_total{topic=\"flights\"}"));
            assertEquals(0, value(text, "tickwing_rejected_total{reason=\"row\",topic=\"flights\"}"));
            assertTrue(value(text, "tickwing_records_per_second{topic=\"stocks\"}") >= 0, text);
        }
    }

    /** It was a stack trace for each. */
    @Test
    void saysNothingOnStandardErrorOfAClientThatHangsUp() throws Exception {
        List<LogRecord> said = new CopyOnWriteArrayList<>();
        Handler ear = new StreamHandler() {
            @Override
            public void publish(LogRecord logged) {
                said.add(logged);
            }
        };
        Logger root = Logger.getLogger("");
        root.addHandler(ear);
        try (MetricsServer server = MetricsServer.start(metrics, 0)) {
            for (int i = 0; i < 10; i++) {
                try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                    client.getOutputStream()
                            .write("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
                    // Closed at once, with a reset instead of a farewell.
                    client.setSoLinger(true, 0);
                }
            }
            get(server);
        } finally {
            root.removeHandler(ear);
        }
        assertEquals(List.of(), said.stream().map(LogRecord::getMessage).toList());
    }

    @Test
    void tellsLagSilenceAndHowLongARefreshTook() throws Exception {
        ReaderMetrics reader = metrics.reader("stocks", "desk-1");
        reader.reading(42, 7, Duration.ofMillis(4_500));
        reader.timed(() -> {});
        try (MetricsServer server = MetricsServer.start(metrics, 0)) {
            String text = get(server);
            String labels = "{reader=\"desk-1\",topic=\"stocks\"}";
            assertEquals(42, value(text, "tickwing_lag_records" + labels));
            assertEquals(7, value(text, "tickwing_waiting_records" + labels));
            assertEquals(4.5, value(text, "tickwing_silence_seconds" + labels));
            assertEquals(1, value(text, "tickwing_refresh_seconds_count" + labels));
            assertTrue(value(text, "jvm_memory_used_bytes{area=\"heap\"}") > 0, text);
        }
    }

    @Test
    void keepsReadersApartEvenOfTheSameNameAndShowsThemWhileTheyAreThere() throws Exception {
        ReaderMetrics one = metrics.reader("stocks", "desk");
        ReaderMetrics other = metrics.reader("stocks", "desk");
        ReaderMetrics elsewhere = metrics.reader("flights", "desk");
        one.reading(1, 0, Duration.ZERO);
        other.reading(2, 0, Duration.ZERO);
        String labels = "tickwing_lag_records{reader=\"desk\",topic=\"stocks\"}";
        String second = "tickwing_lag_records{reader=\"desk-2\",topic=\"stocks\"}";
        try (MetricsServer server = MetricsServer.start(metrics, 0)) {
            String text = get(server);
            assertEquals(1, value(text, labels));
            assertEquals(2, value(text, second));
            assertEquals(-1, value(text, "tickwing_lag_records{reader=\"desk\",topic=\"flights\"}"));
            one.close();
            text = get(server);
            assertEquals(NOT_THERE, value(text, labels, NOT_THERE));
            assertEquals(2, value(text, second));
            other.close();
            elsewhere.close();
            assertFalse(get(server).contains("tickwing_lag_records{"));
        }
    }

    @Test
    void keepsToWhatIsTheirsWhereTwoProgramsRunInAProcess() throws Exception {
        Metrics others = new Metrics();
        others.records("stocks").records(5);
        try (MetricsServer server = MetricsServer.start(metrics, 0);
                MetricsServer second = MetricsServer.start(others, 0)) {
            assertFalse(get(server).contains("tickwing_records_total{"));
            assertEquals(5, value(get(second), "tickwing_records_total{topic=\"stocks\"}"));
        }
    }

    @Test
    void showsKafkasClientsByTheirIdWhileTheyAreThere() throws Exception {
        try (MetricsServer server = MetricsServer.start(metrics, 0);
                KafkaConsumer<byte[], byte[]> one = consumer("desk 1");
                KafkaConsumer<byte[], byte[]> other = consumer("desk-2")) {
            String metric = "kafka_consumer_incoming_byte_total{client_id=\"desk 1\"}";
            ClientMetrics first = metrics.client(one.metrics());
            ClientMetrics second = metrics.client(other.metrics());
            try (first;
                    second) {
                String text = get(server);
                assertEquals(0, value(text, metric));
                assertEquals(0, value(text, "kafka_consumer_incoming_byte_total{client_id=\"desk-2\"}"));
                assertTrue(text.contains("# TYPE kafka_consumer_incoming_byte_total counter\n"), text);
            }
            assertFalse(get(server).contains("kafka_consumer"));
        }
    }

    @Test
    void saysWhenThePortIsTaken() throws Exception {
        try (MetricsServer server = MetricsServer.start(metrics, 0)) {
            IOException refused =
                    assertThrows(IOException.class, () -> MetricsServer.start(new Metrics(), server.port()));
            assertEquals("Address already in use", refused.getMessage());
        }
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        try (MetricsServer server = MetricsServer.start(metrics, 0)) {
            for (InetAddress address : outside) {
                assertThrows(IOException.class, () -> new Socket(address, server.port()).close(), "" + address);
            }
        }
    }

    @Test
    void isNotDisturbedByClientsThatHangOrTalkNonsense() throws Exception {
        String half = "GET /metrics HTTP/1.1\r\nHost: ";
        String nonsense = "\u0000\u0001\r\n\r\n";
        List<Socket> clients = new ArrayList<>();
        try {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                try (MetricsServer server = MetricsServer.start(metrics, 0)) {
                    for (int i = 0; i < 15; i++) {
                        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port());
                        clients.add(client);
                        client.getOutputStream().write((i < 12 ? half : nonsense).getBytes(US_ASCII));
                    }
                    assertTrue(value(get(server), "jvm_memory_used_bytes{area=\"heap\"}") > 0);
                }
            });
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void measuresTheRateSinceTheLastLook() {
        double[] count = {0};
        long[] now = {0};
        Rate rate = new Rate(() -> count[0], () -> now[0]);
        count[0] = 500;
        now[0] = 500_000_000L;
        assertEquals(0, rate.perSecond());
        now[0] = 2_000_000_000L;
        assertEquals(250, rate.perSecond());
        now[0] = 12_000_000_000L;
        count[0] = 600;
        assertEquals(10, rate.perSecond());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String clientId) {
        Map<String, Object> settings = Map.of("bootstrap.servers", "localhost:1", "client.id", clientId);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static double value(String text, String metric) {
        return found(text, metric).orElseThrow(() -> new AssertionError("no " + metric + " in\n" + text));
    }

    private static double value(String text, String metric, double otherwise) {
        return found(text, metric).orElse(otherwise);
    }

    private static OptionalDouble found(String text, String metric) {
        return text.lines()
                .filter(line -> line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
                .findFirst();
    }

    private static String get(MetricsServer server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/metrics"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }
}
