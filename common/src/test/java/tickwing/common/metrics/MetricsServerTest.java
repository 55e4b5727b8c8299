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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class MetricsServerTest {
    @Test
    void countsWhatIsReadAndRejected() throws Exception {
        try (MetricsServer server = MetricsServer.start(0)) {
            RecordMetrics.rejected();
            double records = value(get(server), "tickwing_records_total");
            double rejected = value(get(server), "tickwing_rejected_total");
            RecordMetrics.records(2);
            RecordMetrics.rejected();
            String text = get(server);
            assertEquals(records + 2, value(text, "tickwing_records_total"));
            assertEquals(rejected + 1, value(text, "tickwing_rejected_total"));
            assertTrue(value(text, "tickwing_records_per_second") >= 0, text);
        }
    }

    @Test
    void tellsLagSilenceAndHowLongARefreshTook() throws Exception {
        ReaderMetrics.reading(42, 7, Duration.ofMillis(4_500));
        ReaderMetrics.timed(() -> {});
        try (MetricsServer server = MetricsServer.start(0)) {
            String text = get(server);
            assertEquals(42, value(text, "tickwing_lag_records"));
            assertEquals(7, value(text, "tickwing_waiting_records"));
            assertEquals(4.5, value(text, "tickwing_silence_seconds"));
            assertTrue(value(text, "tickwing_refresh_seconds_count") >= 1, text);
            assertTrue(value(text, "jvm_memory_used_bytes{area=\"heap\"}") > 0, text);
        }
    }

    @Test
    void showsKafkasClientsByTheirIdWhileTheyAreThere() throws Exception {
        try (MetricsServer server = MetricsServer.start(0);
                KafkaConsumer<byte[], byte[]> one = consumer("desk 1");
                KafkaConsumer<byte[], byte[]> other = consumer("desk-2")) {
            String metric = "kafka_consumer_incoming_byte_total{client_id=\"desk 1\"}";
            ClientMetrics first = ClientMetrics.show(one.metrics());
            ClientMetrics second = ClientMetrics.show(other.metrics());
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
        try (MetricsServer server = MetricsServer.start(0)) {
            IOException refused = assertThrows(IOException.class, () -> MetricsServer.start(server.port()));
            assertEquals("Address already in use", refused.getMessage());
        }
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        try (MetricsServer server = MetricsServer.start(0)) {
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
                try (MetricsServer server = MetricsServer.start(0)) {
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
        return text.lines()
                .filter(line -> line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + metric + " in\n" + text));
    }

    private static String get(MetricsServer server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/metrics"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }
}
