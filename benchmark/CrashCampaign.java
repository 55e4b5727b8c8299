import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Kills the producer of a large file at random moments and starts it again, then does the same to the broker; in the end
 * reads the topic as anybody would, and counts: every row must be there once, and those of an airline in the file's order.
 *
 * <pre>
 * ./mvnw -q package -DskipTests
 * java -cp producer-flight/target/producer-flight.jar benchmark/CrashCampaign.java [ROWS [KILLS [BROKER_KILLS]]]
 * </pre>
 *
 * <p>Defaults: 1,000,000 rows, 25 and 5. Listens on loopback only, ends by itself, leaves nothing behind; exit code 1 when
 * a row is missing, doubled, or out of order.
 */
public final class CrashCampaign {
    private static final int ROWS_A_SECOND = 25_000;

    private final Path folder;
    private final Path file;
    private final int rows;
    private final Random random = new Random(20150101);
    private Process broker;
    private String address;

    private CrashCampaign(Path folder, int rows) {
        this.folder = folder;
        this.file = folder.resolve("flights.csv");
        this.rows = rows;
    }

    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int kills = args.length > 1 ? Integer.parseInt(args[1]) : 25;
        int brokerKills = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        Path folder = Files.createTempDirectory("tickwing-campaign-");
        CrashCampaign campaign = new CrashCampaign(folder, rows);
        boolean passed = false;
        try {
            campaign.generate();
            campaign.startBroker(0);
            passed = campaign.killProducers("producer-killed", kills) & campaign.killBrokers("broker-killed", brokerKills);
        } finally {
            if (!passed) {
                System.out.println("The producers said:\n" + campaign.complaints());
            }
            campaign.end();
        }
        System.exit(passed ? 0 : 1);
    }

    private boolean killProducers(String topic, int kills) throws Exception {
        long start = System.nanoTime();
        int killed = 0;
        while (killed < kills) {
            Process producer = producer(topic);
            if (producer.waitFor(1_500 + random.nextInt(2_000), TimeUnit.MILLISECONDS)) {
                break;
            }
            producer.destroyForcibly().waitFor();
            killed++;
        }
        int code = producer(topic).waitFor();
        System.out.printf("producer killed %d times, last run ended with %d, %d s%n", killed, code, seconds(start));
        return code == 0 & check(topic);
    }

    private boolean killBrokers(String topic, int kills) throws Exception {
        long start = System.nanoTime();
        Process producer = producer(topic);
        // A program that finds no broker when it starts says so and ends; what counts here is what happens after.
        while (producer.isAlive() && rowsOn(topic) == 0) {
            Thread.sleep(100);
        }
        int killed = 0;
        while (killed < kills && !producer.waitFor(3_000 + random.nextInt(3_000), TimeUnit.MILLISECONDS)) {
            broker.destroyForcibly().waitFor();
            startBroker(Integer.parseInt(address.substring(address.indexOf(':') + 1)));
            killed++;
        }
        int code = producer.waitFor();
        System.out.printf("broker killed %d times, the producer ended with %d, %d s%n", killed, code, seconds(start));
        return code == 0 & check(topic);
    }

    private boolean check(String topic) {
        Map<String, Integer> last = new HashMap<>();
        long[] counts = new long[3]; // rows, doubled or out of order, missing in between
        Map<String, Object> properties = Map.of("bootstrap.servers", address, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(topic).forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    int number = number(new String(record.value(), UTF_8));
                    int before = last.getOrDefault(new String(record.key(), UTF_8), 0);
                    counts[0]++;
                    counts[1] += number <= before ? 1 : 0;
                    counts[2] += Math.max(0, number - before - 1);
                    last.put(new String(record.key(), UTF_8), number);
                }
            }
        }
        boolean fine = counts[0] == rows && counts[1] == 0 && counts[2] == 0;
        System.out.printf(
                "topic %s: %,d of %,d rows, %,d doubled or out of order, %,d missing in between: %s%n",
                topic, counts[0], rows, counts[1], counts[2], fine ? "exactly once" : "NOT exactly once");
        return fine;
    }

    private long rowsOn(String topic) {
        Map<String, Object> properties = Map.of("bootstrap.servers", address, "allow.auto.create.topics", false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(topic).forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static int number(String json) {
        int at = json.indexOf("\"FLIGHT_NUMBER\":\"") + 17;
        return Integer.parseInt(json.substring(at, json.indexOf('"', at)));
    }

    private void generate() throws Exception {
        Process generator = new ProcessBuilder(java(), "benchmark/GenerateFlights.java", Integer.toString(rows))
                .redirectOutput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (generator.waitFor() != 0) {
            throw new IOException("the generator failed");
        }
    }

    private Process producer(String topic) throws IOException {
        return new ProcessBuilder(
                        java(),
                        "-Xmx64m",
                        "-jar",
                        "producer-flight/target/producer-flight.jar",
                        file.toString(),
                        "--topic",
                        topic,
                        "--throughput",
                        Integer.toString(ROWS_A_SECOND),
                        "--quiet",
                        "--bootstrap-server",
                        address)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("producer.err").toFile()))
                .start();
    }

    private void startBroker(int port) throws IOException {
        broker = new ProcessBuilder(
                        java(),
                        "-Xmx384m",
                        "-jar",
                        "broker/target/broker.jar",
                        "--port",
                        Integer.toString(port),
                        "--data-dir",
                        folder.resolve("broker").toString())
                .redirectError(new File("/dev/null"))
                .start();
        String line = new BufferedReader(new InputStreamReader(broker.getInputStream(), UTF_8)).readLine();
        address = line.replaceAll(".*ready on (localhost:\\d+).*", "$1");
    }

    private String complaints() throws IOException {
        Path said = folder.resolve("producer.err");
        return Files.exists(said) ? Files.readString(said) : "nothing";
    }

    private void end() throws Exception {
        if (broker != null) {
            broker.destroy();
            if (!broker.waitFor(20, TimeUnit.SECONDS)) {
                broker.destroyForcibly().waitFor();
            }
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }
}
