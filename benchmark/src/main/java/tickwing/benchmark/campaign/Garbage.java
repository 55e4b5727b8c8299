package tickwing.benchmark.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.UsageError;

/**
 * A day in the life of the three consumers, each with a heap of 128 MB, on topics of which one record in a hundred is
 * garbage: random bytes, truncated JSON, values of 10 MB, deep nesting, duplicate keys, wrong types. In the end all of
 * them must be alive, have refreshed as often as a day with {@code --refresh 30s} has refreshes, show each good record,
 * have counted each bad one, and keep no more memory than they did early on.
 *
 * <p>Time is simulated by haste: a refresh every 100 ms instead of every 30 s, and the records of 30 s within 100 ms. So
 * this shows what 2,880 refreshes and a million records do to the heap, and nothing of what only a clock does. A hundred
 * values on each topic have 10 MB.
 */
@Command(
        name = "garbage",
        description = "A day of records of which one in a hundred is garbage: consumers must show all the others.")
public final class Garbage implements Callable<Integer> {
    private static final int REFRESHES_AN_HOUR = 120;
    private static final int TICK_MILLIS = 100;
    private static final int CHECKS = 12;
    private static final long ALLOWED_GROWTH = 2L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "On each topic. Default: ${DEFAULT-VALUE}.")
    private int records;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "24",
            description = "The day's length. Default: ${DEFAULT-VALUE}.")
    private int hours;

    @Spec
    private CommandSpec spec;

    /** A chart with its live heap at each check, in bytes. */
    private record Patient(WatchedChart chart, String topic, List<Long> heap) {}

    private final List<Patient> patients = new ArrayList<>();
    private Testbed testbed;
    private TestBroker broker;
    private GarbageRecords made;
    private int ticks;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (records < 1 || hours < 1) {
            throw new UsageError("--records and --hours must be 1 or more.");
        }
        ticks = hours * REFRESHES_AN_HOUR;
        made = new GarbageRecords(records);
        long start = System.nanoTime();
        try (Testbed bed = Testbed.open(spec.commandLine().getOut())) {
            testbed = bed;
            broker = bed.broker("broker");
            createTopics();
            start("consumer-flights", "flights", "--top", "100");
            start("consumer-bollinger", "stocks");
            start("consumer-aroon", "stocks");
            publish();
            boolean passed = true;
            for (Patient patient : patients) {
                passed &= check(patient);
            }
            bed.say(
                    "%,d records on each topic, %,d of them garbage, %d s",
                    records,
                    made.bad(),
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
            return passed ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private void start(String consumer, String topic, Object... options) throws IOException {
        patients.add(new Patient(
                WatchedChart.start(testbed, broker, TICK_MILLIS, consumer, options), topic, new ArrayList<>()));
    }

    private void createTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Testbed.admin(broker)) {
            Map<String, String> config =
                    Map.of("max.message.bytes", Integer.toString(GarbageRecords.BIG + 1024 * 1024));
            admin.createTopics(List.of(
                            new NewTopic("flights", 3, (short) 1).configs(config),
                            new NewTopic("stocks", 3, (short) 1).configs(config)))
                    .all()
                    .get();
        }
    }

    private void publish() {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers",
                broker.address(),
                "max.request.size",
                GarbageRecords.BIG + 1024 * 1024,
                "compression.type",
                "lz4");
        // The newest quote of a bar counts, so that no two may have the same time.
        long origin = System.currentTimeMillis() - records;
        int sent = 0;
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            long start = System.nanoTime();
            for (int tick = 1; tick <= ticks; tick++) {
                for (int due = (int) ((long) records * tick / ticks); sent < due; sent++) {
                    GarbageRecords.Pair pair = made.next(sent);
                    long time = origin + sent;
                    producer.send(new ProducerRecord<>(
                            "flights", null, time, pair.airline().getBytes(UTF_8), pair.flight()));
                    producer.send(new ProducerRecord<>(
                            "stocks", null, time, pair.symbol().getBytes(UTF_8), pair.bar()));
                }
                long wait = start + TimeUnit.MILLISECONDS.toNanos((long) tick * TICK_MILLIS) - System.nanoTime();
                LockSupport.parkNanos(Math.max(0, wait));
                if (tick % (ticks / CHECKS) == 0) {
                    look(tick, sent);
                }
            }
        }
    }

    private void look(int tick, int sent) {
        List<String> heaps = new ArrayList<>();
        for (Patient patient : patients) {
            long live = patient.chart().liveHeap();
            patient.heap().add(live);
            heaps.add(megabytes(live));
        }
        testbed.say("hour %.0f: %,d records, live heap %s", (double) tick / REFRESHES_AN_HOUR, sent, heaps);
    }

    /** Waits until the chart has everything, then compares. */
    private boolean check(Patient patient) throws IOException, InterruptedException {
        WatchedChart chart = patient.chart();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (chart.isAlive()
                && System.nanoTime() < deadline
                && (chart.metric("tickwing_records_total") < records
                        || chart.metric("tickwing_refresh_seconds_count") < ticks
                        || !isRight(patient))) {
            LockSupport.parkNanos(200_000_000);
        }
        boolean alive = chart.isAlive();
        long rejected = alive ? (long) chart.metric("tickwing_rejected_total") : -1;
        long refreshes = alive ? (long) chart.metric("tickwing_refresh_seconds_count") : -1;
        boolean right = alive && isRight(patient) && rejected == made.bad();
        // The least of three, since a value of 10 MB that has just arrived is no leak.
        long early = least(patient.heap().subList(0, CHECKS / 4));
        long late = least(patient.heap().subList(CHECKS * 3 / 4, CHECKS));
        boolean flat = alive && late <= early + ALLOWED_GROWTH;
        testbed.say(
                "%s: %s, %,d refreshes, %,d rejected, counts %s, live heap %s early and %s in the end: %s",
                chart.program().program(),
                alive ? "alive" : "DEAD",
                refreshes,
                rejected,
                right ? "right" : "WRONG",
                megabytes(early),
                megabytes(late),
                flat ? "flat" : "GROWING");
        if (!alive || !right) {
            testbed.say("%s", chart.program().complained());
        }
        return right && flat && refreshes >= ticks;
    }

    /** Whether the chart's file holds every good record, and nothing else. */
    private boolean isRight(Patient patient) throws IOException {
        Map<String, String> shown = patient.chart().shown();
        Map<String, String> expected = patient.topic().equals("flights") ? made.flights() : made.closes();
        // Aroon's file has no closes.
        boolean hasValues = !patient.chart().program().program().equals("consumer-aroon");
        Set<String> keys = shown.keySet();
        return hasValues ? shown.equals(expected) : keys.equals(expected.keySet());
    }

    private static long least(List<Long> heap) {
        return heap.stream().mapToLong(bytes -> bytes).min().orElse(0);
    }

    private static String megabytes(long bytes) {
        return "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
    }
}
