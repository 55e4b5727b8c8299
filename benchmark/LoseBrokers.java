import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Kills brokers with {@code kill -9} while a producer publishes a large file and a consumer draws it: in a cluster of three
 * the leader of a partition four times and a follower twice, then a broker that is alone five times. In the end reads the
 * topic as anybody would, and counts: every row must be there once, those of an airline in the file's order, the chart's
 * counts must be the file's, and the consumer must never have stopped.
 *
 * <pre>
 * ./mvnw -q package -DskipTests
 * java -cp producer-flight/target/producer-flight.jar benchmark/LoseBrokers.java [ROWS [ROWS_A_SECOND]]
 * </pre>
 *
 * <p>Defaults: 1,000,000 and 20,000. Listens on loopback only, ends by itself, leaves nothing behind; exit code 1 when
 * anything of the above is not so.
 */
public final class LoseBrokers {
    private static final String TOPIC = "flights";
    private static final int NODES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path folder;
    private final Path file;
    private final int rows;
    private final int rowsASecond;
    private final Map<Integer, Long> processes = new ConcurrentHashMap<>();
    private final List<Process> started = new ArrayList<>();
    private Process broker;
    private String address;
    private long rowsAtLastKill;
    private int killed;

    private LoseBrokers(Path folder, int rows, int rowsASecond) {
        this.folder = folder;
        this.file = folder.resolve("flights.csv");
        this.rows = rows;
        this.rowsASecond = rowsASecond;
    }

    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int rowsASecond = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        Path folder = Files.createTempDirectory("tickwing-campaign-");
        LoseBrokers campaign = new LoseBrokers(folder, rows, rowsASecond);
        boolean passed = false;
        try {
            campaign.generate();
            passed = campaign.cluster() & campaign.single();
        } finally {
            campaign.end();
            try (Stream<Path> tree = Files.walk(folder)) {
                tree.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
        System.exit(passed ? 0 : 1);
    }

    private boolean cluster() throws Exception {
        startBroker(0, "--nodes", "3", "--data-dir", folder.resolve("cluster").toString());
        return run("cluster", List.of("leader", "follower", "leader", "leader", "follower", "leader"));
    }

    private boolean single() throws Exception {
        startBroker(0, "--data-dir", folder.resolve("single").toString());
        return run("single", List.of("broker", "broker", "broker", "broker", "broker"));
    }

    private boolean run(String name, List<String> victims) throws Exception {
        long start = System.nanoTime();
        Path chart = folder.resolve(name + ".csv");
        Process producer = program(name, "producer-flight", file.toString(), "--quiet", "--throughput", "" + rowsASecond);
        rowsAtLastKill = 0;
        awaitRows(producer);
        Process consumer = program(
                name, "consumer-flights", "--no-window", "--refresh", "2s", "--top", "100", "--output", chart.toString());
        killed = 0;
        for (String victim : victims) {
            awaitRows(producer);
            if (!producer.isAlive()) {
                break;
            }
            if (victim.equals("broker")) {
                killBroker();
            } else {
                killNode(victim, producer);
            }
        }
        int code = producer.waitFor();
        long published = seconds(start);
        awaitChart(chart, consumer);
        boolean alive = consumer.isAlive();
        System.out.printf(
                "%s: %d of %d kills, the producer ended with %d after %d s, the consumer %s%n",
                name, killed, victims.size(), code, published, alive ? "never stopped" : "STOPPED");
        boolean drawn = counts(chart).equals(expected());
        System.out.printf("%s: the chart's counts are %s%n", name, drawn ? "the file's" : "NOT the file's");
        boolean once = exactlyOnce(name);
        System.out.print(Files.readString(folder.resolve(name + ".producer-flight.err"))
                .lines()
                .filter(line -> !line.contains("org.apache.kafka"))
                .map(line -> "  producer: " + line + "\n")
                .reduce("", String::concat));
        end();
        return code == 0 & killed == victims.size() & alive & drawn & once;
    }

    /** Waits until rows flow, a second's worth since the last kill, so that no two kills hit the same wait. */
    private void awaitRows(Process producer) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            while (rowsOn(admin) < rowsAtLastKill + rowsASecond && !producer.waitFor(100, TimeUnit.MILLISECONDS)) {}
            rowsAtLastKill = rowsOn(admin);
        }
    }

    private static long rowsOn(Admin admin) throws Exception {
        if (!admin.listTopics().names().get().contains(TOPIC)) {
            return 0;
        }
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions(admin).forEach(p -> latest.put(new TopicPartition(TOPIC, p.partition()), OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    /** Waits until every node runs and every replica is in sync, so that one loss is not two; then kills one of them. */
    private void killNode(String victim, Process producer) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            List<TopicPartitionInfo> partitions = partitions(admin);
            while (!allRun() || partitions.stream().anyMatch(p -> p.isr().size() < NODES)) {
                if (producer.waitFor(100, TimeUnit.MILLISECONDS)) {
                    return;
                }
                partitions = partitions(admin);
            }
            TopicPartitionInfo partition = partitions.get(0);
            int leader = partition.leader().id();
            int id = victim.equals("leader")
                    ? leader
                    : partition.replicas().stream().mapToInt(n -> n.id()).filter(n -> n != leader).findFirst().orElseThrow();
            long pid = processes.get(id);
            System.out.printf("kill -9 %d, node %d, %s of partition 0, at %,d rows%n", pid, id, victim, rowsAtLastKill);
            ProcessHandle node = ProcessHandle.of(pid).orElseThrow();
            node.destroyForcibly();
            node.onExit().get();
            killed++;
        }
    }

    private boolean allRun() {
        return processes.size() == NODES
                && processes.values().stream()
                        .allMatch(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    }

    private static List<TopicPartitionInfo> partitions(Admin admin) throws Exception {
        return admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC).partitions();
    }

    private void killBroker() throws Exception {
        System.out.printf("kill -9 %d, the broker, at %,d rows%n", broker.pid(), rowsAtLastKill);
        broker.destroyForcibly().waitFor();
        killed++;
        startBroker(Integer.parseInt(address.replaceAll(".*:", "")), "--data-dir", folder.resolve("single").toString());
    }

    private void awaitChart(Path chart, Process consumer) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline
                && counts(chart).values().stream().mapToInt(n -> n).sum() != rows
                && !consumer.waitFor(500, TimeUnit.MILLISECONDS)) {}
    }

    /** Flights by "date,airline", of a chart's file. */
    private static Map<String, Integer> counts(Path chart) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        if (Files.exists(chart)) {
            for (String line : Files.readAllLines(chart)) {
                int comma = line.lastIndexOf(',');
                if (!line.startsWith("date")) {
                    counts.put(line.substring(0, comma), Integer.parseInt(line.substring(comma + 1)));
                }
            }
        }
        return counts;
    }

    /** The same of the producer's file. */
    private Map<String, Integer> expected() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", 6);
                String day = "%s-%02d-%02d".formatted(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
                counts.merge(day + "," + cells[4], 1, Integer::sum);
            }
        }
        return counts;
    }

    private boolean exactlyOnce(String name) {
        Map<String, Integer> last = new HashMap<>();
        long[] counts = new long[3]; // rows, doubled or out of order, missing in between
        Map<String, Object> properties = Map.of("bootstrap.servers", address, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(TOPIC).forEach(p -> partitions.add(new TopicPartition(TOPIC, p.partition())));
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
                "%s: %,d of %,d rows, %,d doubled or out of order, %,d missing in between: %s%n",
                name, counts[0], rows, counts[1], counts[2], fine ? "exactly once" : "NOT exactly once");
        return fine;
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

    private Process program(String name, String program, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(java(), "-Xmx128m", "-jar", program + "/target/" + program + ".jar"));
        command.addAll(List.of(options));
        command.addAll(List.of("--bootstrap-server", address));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(folder.resolve(name + "." + program + ".err").toFile())
                .start();
        started.add(process);
        return process;
    }

    private void startBroker(int port, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                java(), "-Xmx384m", "-jar", "broker/target/broker.jar", "--port", Integer.toString(port)));
        command.addAll(List.of(options));
        broker = new ProcessBuilder(command).start();
        started.add(broker);
        followNodes(broker.getErrorStream());
        String line = new BufferedReader(new InputStreamReader(broker.getInputStream(), UTF_8)).readLine();
        if (line == null || !line.contains("ready on ")) {
            throw new IOException("the broker said: " + line);
        }
        address = line.replaceAll(".*ready on ([^ ]+), data in .*", "$1");
    }

    /** Reads which process each node is, whenever one is started; up to the broker's end. */
    private void followNodes(InputStream err) {
        Thread reader = new Thread(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(err, UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    follow(line);
                }
            } catch (IOException e) {
                // Closed, since the broker was killed.
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    private void follow(String line) {
        if (line.matches("Node \\d+ on \\S+ is process \\d+\\.")) {
            String[] words = line.replace(".", "").split(" ");
            processes.put(Integer.parseInt(words[1]), Long.parseLong(words[words.length - 1]));
        } else if (line.startsWith("Node ")) {
            System.out.println("  broker: " + line);
        }
    }

    private void end() throws Exception {
        for (int last = started.size() - 1; last >= 0; last--) {
            Process process = started.get(last);
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        started.clear();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }
}
