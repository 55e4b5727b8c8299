import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Measures how well {@code producer-flight} keeps a pace: from the timestamps of the records on the topic, which say when
 * each was sent.
 *
 * <pre>
 * ./mvnw -q package -DskipTests
 * ./tickwing broker &amp;
 * java -cp producer-flight/target/producer-flight.jar benchmark/Pace.java localhost:9092 20 0.5 10 1000 50000
 * </pre>
 *
 * <p>The arguments are the broker, seconds a measurement, and rates in rows a second; exit code 1 when one is off by more
 * than 1%.
 */
public final class Pace {
    private Pace() {}

    public static void main(String[] args) throws Exception {
        int seconds = Integer.parseInt(args[1]);
        boolean fine = true;
        for (int i = 2; i < args.length; i++) {
            fine &= measure(args[0], seconds, Double.parseDouble(args[i]));
        }
        System.exit(fine ? 0 : 1);
    }

    private static boolean measure(String broker, int seconds, double rate) throws Exception {
        long rows = Math.round(rate * seconds) + 1;
        Path file = Files.createTempFile("tickwing-pace-", ".csv");
        String topic = "pace-" + System.nanoTime();
        run(file, "benchmark/GenerateFlights.java", Long.toString(rows));
        run(
                null,
                "-jar",
                "producer-flight/target/producer-flight.jar",
                file.toString(),
                "--throughput",
                Double.toString(rate),
                "--topic",
                topic,
                "--quiet",
                "--bootstrap-server",
                broker);
        Files.delete(file);
        List<Long> times = timestamps(broker, topic);
        long burst = mostWithin(times, 100);
        double measured = (rows - 1) * 1000.0 / (times.get(times.size() - 1) - times.get(0));
        boolean fine = times.size() == rows && Math.abs(measured / rate - 1) <= 0.01;
        System.out.printf(
                "asked for %,.2f rows/s: %,.3f over %d s (%+.3f%%), at most %,d rows within 100 ms: %s%n",
                rate, measured, seconds, 100 * (measured / rate - 1), burst, fine ? "within 1%" : "OFF");
        return fine;
    }

    private static long mostWithin(List<Long> times, long millis) {
        int from = 0;
        int most = 0;
        for (int to = 0; to < times.size(); to++) {
            while (times.get(to) - times.get(from) >= millis) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    private static List<Long> timestamps(String broker, String topic) {
        List<Long> times = new ArrayList<>();
        Map<String, Object> properties = Map.of("bootstrap.servers", broker, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(topic).forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> times.add(record.timestamp()));
            }
        }
        times.sort(null);
        return times;
    }

    private static void run(Path output, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.redirectOutput(
                output == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(output.toFile()));
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }
}
