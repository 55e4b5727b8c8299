package tickwing.benchmark.measure;

import static tickwing.benchmark.Unit.RECORDS_A_SECOND;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tickwing.benchmark.Lab;
import tickwing.benchmark.Results;
import tickwing.benchmark.Run;
import tickwing.common.error.UserError;
import tickwing.common.kafka.ClientSettings;

/**
 * producer-flight from a file, exactly once, beside kafka-producer-perf-test with the same records: with the settings of
 * the suite, and with those it has by itself. And beside producer-flight without transactions, from standard input.
 *
 * <p>Each rate is the program's own, from the first record to the last that is safe. The tool has its records in memory
 * by then, draws them at random, and gives them no key.
 */
public final class FlightProducers implements Section {
    private static final String EXACTLY_ONCE = "producer-flight, exactly once";
    private static final String PLAIN = "producer-flight, standard input";
    private static final String SAME = "kafka-producer-perf-test, same settings";
    private static final String DEFAULTS = "kafka-producer-perf-test, its defaults";
    /** More would not fit into the memory that Kafka's script gives the tool. */
    private static final int PAYLOADS = 100_000;
    /** What the tool is given of the suite's settings. */
    private static final List<String> SHARED = List.of(
            ProducerConfig.ACKS_CONFIG,
            ProducerConfig.LINGER_MS_CONFIG,
            ProducerConfig.BATCH_SIZE_CONFIG,
            ProducerConfig.COMPRESSION_TYPE_CONFIG);

    private final int rows;
    private Path file;
    private Path payload;

    public FlightProducers(int rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "producers";
    }

    /** Four times as many: no other figures differ as much from one round to the next. */
    @Override
    public int rounds(int wanted) {
        return 4 * wanted;
    }

    @Override
    public void round(Lab lab, Results results, int round) throws InterruptedException {
        if (file == null) {
            prepare(lab);
        }
        String suite = "flights-" + round;
        String stdin = "stdin-" + round;
        String same = "same-" + round;
        String defaults = "defaults-" + round;
        lab.createTopic(same);
        lab.createTopic(defaults);
        Turns.take(
                round,
                () -> addSuite(
                        results,
                        EXACTLY_ONCE,
                        lab.suite("producer-flight", file.toString(), "--topic", suite, "--quiet")),
                () -> addTool(results, SAME, Rates.producePerf(lab, same, rows, payload.toString(), settings(lab))),
                () -> addSuite(results, PLAIN, fromStandardInput(lab, stdin)),
                () -> addTool(results, DEFAULTS, Rates.producePerf(lab, defaults, rows, payload.toString())));
        lab.deleteTopics(suite, suite + ".dlq", stdin, stdin + ".dlq", same, defaults);
    }

    /** The suite's program runs once before it is measured: its class-data sharing archive is made on first use. */
    private void prepare(Lab lab) throws InterruptedException {
        file = lab.generate("GenerateFlights", "flights.csv", Integer.toString(rows));
        String topic = "payload";
        String most = Integer.toString(PAYLOADS);
        lab.suite("producer-flight", file.toString(), "--topic", topic, "--num-records", most, "--quiet");
        payload = payload(lab, topic);
        lab.deleteTopics(topic, topic + ".dlq");
    }

    private static void addSuite(Results results, String name, Run run) {
        results.add(name, RECORDS_A_SECOND, Rates.suiteRate(run), run.peakMegabytes());
    }

    private static void addTool(Results results, String name, Run run) {
        results.add(name, RECORDS_A_SECOND, Rates.kafkaRate(run), run.peakMegabytes());
    }

    @Override
    public void compare(Results results) {
        results.ratio("producer-flight / kafka-producer-perf-test, same settings", EXACTLY_ONCE, SAME, 1.2, 1.5);
        results.ratio("producer-flight / kafka-producer-perf-test, its defaults", EXACTLY_ONCE, DEFAULTS, 1.8, 2.5);
        results.ratio("exactly once / standard input, not transactional", EXACTLY_ONCE, PLAIN, 0.95, 1);
    }

    private static String[] settings(Lab lab) {
        Map<String, Object> suite = ClientSettings.of(lab.address()).producer(Lab.PARTITIONS);
        return SHARED.stream().map(name -> name + "=" + suite.get(name)).toArray(String[]::new);
    }

    private Run fromStandardInput(Lab lab, String topic) throws InterruptedException {
        List<String> command = lab.suiteCommand(
                "producer-flight", "-", "--topic", topic, "--quiet", "--bootstrap-server", lab.address());
        return lab.run("producer-flight", command, file.toFile());
    }

    /** A line for each of the first records of a topic. */
    private Path payload(Lab lab, String topic) {
        Path target = lab.folder().resolve("payload.json");
        Map<String, Object> properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                lab.address(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                OutputStream out = Files.newOutputStream(target)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            int wanted = Math.min(rows, PAYLOADS);
            for (int written = 0; written < wanted; ) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (written++ < wanted) {
                        out.write(record.value());
                        out.write('\n');
                    }
                }
            }
        } catch (IOException e) {
            throw new UserError(target + " cannot be written: " + e.getMessage() + ".", e);
        }
        return target;
    }
}
