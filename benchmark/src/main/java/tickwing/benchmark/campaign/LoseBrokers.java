package tickwing.benchmark.campaign;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.common.cli.ExitCode;

/**
 * Kills brokers with {@code kill -9} while a producer publishes a large file and a consumer draws it: in a cluster of three
 * the leader of a partition four times and a follower twice, then a broker that is alone five times. In the end reads the
 * topic as anybody would, and counts: every row must be there once, those of an airline in the file's order, the chart's
 * counts must be the file's, and the consumer must never have stopped.
 */
@Command(
        name = "lose-brokers",
        description = "Kills brokers under a producer and a consumer: nothing may be lost, doubled or drawn wrong.")
public final class LoseBrokers implements Callable<Integer> {
    private static final String TOPIC = "flights";
    private static final int NODES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(100);

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000000", description = "Default: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--throughput",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Rows a second. Default: ${DEFAULT-VALUE}.")
    private int rowsASecond;

    @Spec
    private CommandSpec spec;

    private Testbed testbed;
    private TestBroker broker;
    private Path file;
    private long rowsAtLastKill;
    private int killed;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        try (Testbed bed = Testbed.open(spec.commandLine().getOut())) {
            testbed = bed;
            file = bed.flights(rows);
            broker = bed.broker("cluster", "--nodes", Integer.toString(NODES));
            boolean cluster = run("cluster", List.of("leader", "follower", "leader", "leader", "follower", "leader"));
            broker = bed.broker("single");
            boolean single = run("single", List.of("broker", "broker", "broker", "broker", "broker"));
            return cluster && single ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private boolean run(String name, List<String> victims)
            throws IOException, InterruptedException, ExecutionException {
        long start = System.nanoTime();
        Path chart = testbed.folder().resolve(name + ".csv");
        Started producer = start("producer-flight", file, "--quiet", "--throughput", rowsASecond);
        rowsAtLastKill = 0;
        awaitRows(producer);
        Started consumer = start("consumer-flights", "--no-window", "--refresh", "2s", "--top", 100, "--output", chart);
        killed = 0;
        for (String victim : victims) {
            awaitRows(producer);
            if (!producer.process().isAlive()) {
                break;
            }
            if (victim.equals("broker")) {
                killBroker();
            } else {
                killNode(victim, producer);
            }
        }
        int code = producer.process().waitFor();
        long published = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        awaitChart(chart, consumer);
        boolean alive = consumer.process().isAlive();
        testbed.say(
                "%s: %d of %d kills, the producer ended with %d after %d s, the consumer %s",
                name, killed, victims.size(), code, published, alive ? "never stopped" : "STOPPED");
        boolean drawn = counts(chart).equals(expected());
        testbed.say("%s: the chart's counts are %s", name, drawn ? "the file's" : "NOT the file's");
        RowsOnTopic found = RowsOnTopic.of(broker, TOPIC);
        boolean once = found.areExactly(rows);
        testbed.say("%s: %s: %s", name, found, once ? "exactly once" : "NOT exactly once");
        producer.complained()
                .lines()
                .filter(line -> !line.contains("org.apache.kafka"))
                .forEach(line -> testbed.say("  producer: %s", line));
        testbed.stopAll();
        return code == 0 && killed == victims.size() && alive && drawn && once;
    }

    private Started start(String program, Object... options) throws IOException {
        Object[] all = Arrays.copyOf(options, options.length + 2);
        all[options.length] = "--bootstrap-server";
        all[options.length + 1] = broker.address();
        return testbed.start(program, all);
    }

    /** Waits until rows flow, a second's worth since the last kill, so that no two kills hit the same wait. */
    private void awaitRows(Started producer) throws InterruptedException, ExecutionException {
        try (Admin admin = Testbed.admin(broker)) {
            boolean ended = false;
            while (!ended && rowsOn(admin) < rowsAtLastKill + rowsASecond) {
                ended = producer.awaitEnd(LOOK);
            }
            rowsAtLastKill = rowsOn(admin);
        }
    }

    private static long rowsOn(Admin admin) throws InterruptedException, ExecutionException {
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
    private void killNode(String victim, Started producer) throws InterruptedException, ExecutionException {
        try (Admin admin = Testbed.admin(broker)) {
            List<TopicPartitionInfo> partitions = partitions(admin);
            while (!allRun() || partitions.stream().anyMatch(p -> p.isr().size() < NODES)) {
                if (producer.awaitEnd(LOOK)) {
                    return;
                }
                partitions = partitions(admin);
            }
            TopicPartitionInfo partition = partitions.get(0);
            int leader = partition.leader().id();
            int id = victim.equals("leader")
                    ? leader
                    : partition.replicas().stream()
                            .mapToInt(n -> n.id())
                            .filter(n -> n != leader)
                            .findFirst()
                            .orElseThrow();
            long pid = broker.nodes().get(id);
            testbed.say("kill -9 %d, node %d, %s of partition 0, at %,d rows", pid, id, victim, rowsAtLastKill);
            ProcessHandle node = ProcessHandle.of(pid).orElseThrow();
            node.destroyForcibly();
            node.onExit().get();
            killed++;
        }
    }

    private boolean allRun() {
        return broker.nodes().size() == NODES
                && broker.nodes().values().stream()
                        .allMatch(pid -> ProcessHandle.of(pid)
                                .filter(ProcessHandle::isAlive)
                                .isPresent());
    }

    private static List<TopicPartitionInfo> partitions(Admin admin) throws InterruptedException, ExecutionException {
        return admin.describeTopics(List.of(TOPIC))
                .allTopicNames()
                .get()
                .get(TOPIC)
                .partitions();
    }

    private void killBroker() throws IOException, InterruptedException {
        testbed.say("kill -9 %d, the broker, at %,d rows", broker.pid(), rowsAtLastKill);
        broker.killAndRestart();
        killed++;
    }

    private void awaitChart(Path chart, Started consumer) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean ended = false;
        while (!ended
                && System.nanoTime() < deadline
                && counts(chart).values().stream().mapToInt(n -> n).sum() != rows) {
            ended = consumer.awaitEnd(Duration.ofMillis(500));
        }
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
}
