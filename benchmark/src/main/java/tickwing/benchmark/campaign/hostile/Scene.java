package tickwing.benchmark.campaign.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tickwing.benchmark.campaign.Started;
import tickwing.benchmark.campaign.TestBroker;
import tickwing.benchmark.campaign.Testbed;
import tickwing.benchmark.campaign.WatchedChart;

/** The programs that an attack meets, and what it has found. One thread. */
final class Scene {
    /** Consumers of bars; a new one joins the campaign here. */
    static final List<String> STOCK_CONSUMERS = List.of("consumer-bollinger", "consumer-aroon", "consumer-indicator");

    static final String FLIGHT_CONSUMER = "consumer-flights";

    /** The largest record that topics of the campaign take. */
    static final int MAX_MESSAGE_BYTES = 12 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);
    /** What a chart in a terminal is drawn with: colours, and the cursor's way home. */
    private static final Pattern DRAWING = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");

    private static final Pattern STACK_TRACE = Pattern.compile("(?m)^\\s+at [\\w.$/]+\\(|Exception in thread");

    private final Testbed testbed;
    private final TestBroker broker;
    private final List<String> failures = new ArrayList<>();

    Scene(Testbed testbed, TestBroker broker) {
        this.testbed = testbed;
        this.broker = broker;
    }

    Testbed testbed() {
        return testbed;
    }

    TestBroker broker() {
        return broker;
    }

    List<String> failures() {
        return failures;
    }

    /** Notes what is not as it must be. */
    void expect(boolean fine, String format, Object... values) {
        if (!fine) {
            failures.add(String.format(format, values));
        }
    }

    /** A folder of its own for an attack. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(testbed.folder().resolve(name));
    }

    /** Runs a program to its end, with the broker's address, and looks at how it has spoken. */
    Started run(String program, Object... options) throws IOException, InterruptedException {
        Started ended = testbed.run(program, withBroker(options));
        expectCleanWords(ended);
        return ended;
    }

    /** Starts a program with the broker's address. */
    Started start(String program, Object... options) throws IOException {
        return testbed.start(program, withBroker(options));
    }

    /** Starts a consumer that rewrites a CSV file five times a second. */
    WatchedChart watch(String consumer, Object... options) throws IOException {
        return WatchedChart.start(testbed, broker, 200, consumer, options);
    }

    /** Whether a program has ended with one of the codes. */
    void expectCode(Started ended, Integer... codes) throws IOException {
        int code = ended.process().exitValue();
        expect(
                Arrays.asList(codes).contains(code),
                "%s has ended with %d, not with one of %s; it said: %s",
                ended.program(),
                code,
                Arrays.asList(codes),
                tail(ended));
    }

    /** No control character but line breaks and tabs, no stack trace, whatever a program was given to read. */
    void expectCleanWords(Started program) throws IOException {
        String words = program.complained();
        expect(!hasControls(words), "%s let a control character through: %s", program.program(), escaped(words));
        expect(!STACK_TRACE.matcher(words).find(), "%s showed a stack trace: %s", program.program(), tail(program));
    }

    /** The same of what was drawn on a terminal. */
    void expectCleanDrawing(Started program) throws IOException {
        String drawn = DRAWING.matcher(program.said()).replaceAll("");
        expect(!hasControls(drawn), "%s drew a control character: %s", program.program(), escaped(drawn));
    }

    static boolean hasControls(String text) {
        return text.codePoints()
                .anyMatch(c -> c != '\n' && c != '\t' && c != '\r' && (Character.isISOControl(c) || isBidi(c)));
    }

    private static boolean isBidi(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** Waits until something is so. */
    boolean await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK.toMillis());
        }
        return true;
    }

    void createTopic(String name) throws InterruptedException, ExecutionException {
        try (Admin admin = Testbed.admin(broker)) {
            NewTopic topic = new NewTopic(name, 3, (short) 1)
                    .configs(Map.of("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES)));
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    void deleteTopic(String name) throws InterruptedException, ExecutionException {
        try (Admin admin = Testbed.admin(broker)) {
            admin.deleteTopics(List.of(name)).all().get();
        }
    }

    /** Publishes values under keys of their own. */
    void publish(String topic, List<byte[]> values) {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            for (int i = 0; i < values.size(); i++) {
                producer.send(new ProducerRecord<>(topic, Integer.toString(i).getBytes(UTF_8), values.get(i)));
            }
            producer.flush();
        }
    }

    void publishTexts(String topic, List<String> values) {
        publish(topic, values.stream().map(value -> value.getBytes(UTF_8)).toList());
    }

    /** A producer of Kafka's own, which the caller closes. */
    KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "bootstrap.servers",
                broker.address(),
                "max.request.size",
                MAX_MESSAGE_BYTES,
                "compression.type",
                "lz4"));
        properties.putAll(more);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Object[] withBroker(Object... options) {
        List<Object> all = new ArrayList<>(Arrays.asList(options));
        all.addAll(List.of("--bootstrap-server", broker.address()));
        return all.toArray();
    }

    static String tail(Started program) throws IOException {
        String words = program.said() + program.complained();
        return escaped(words.substring(Math.max(0, words.length() - 600)));
    }

    private static String escaped(String text) {
        StringBuilder all = new StringBuilder();
        text.codePoints()
                .limit(600)
                .forEach(c -> all.append(
                        c != '\n' && hasControls(Character.toString(c))
                                ? "<" + Integer.toHexString(c) + ">"
                                : Character.toString(c)));
        return all.toString();
    }
}
