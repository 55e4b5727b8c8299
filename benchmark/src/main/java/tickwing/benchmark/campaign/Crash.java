package tickwing.benchmark.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.common.cli.ExitCode;

/**
 * Kills the producer of a large file at random moments and starts it again, then does the same to the broker; in the end
 * reads the topic as anybody would, and counts: every row must be there once, and those of an airline in the file's order.
 */
@Command(
        name = "crash",
        description = "Kills a producer and its broker again and again: every row must be on the topic once, in order.")
public final class Crash implements Callable<Integer> {
    private static final int ROWS_A_SECOND = 25_000;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000000", description = "Default: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "25", description = "Default: ${DEFAULT-VALUE}.")
    private int kills;

    @Option(names = "--broker-kills", paramLabel = "N", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    private int brokerKills;

    @Spec
    private CommandSpec spec;

    private final Random random = new Random(20150101);
    private Testbed testbed;
    private TestBroker broker;
    private Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Testbed bed = Testbed.open(spec.commandLine().getOut())) {
            testbed = bed;
            file = bed.flights(rows);
            broker = bed.broker("broker");
            return killProducers("producer-killed") & killBroker("broker-killed") ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private boolean killProducers(String topic) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int killed = 0;
        while (killed < kills) {
            Started producer = producer(topic);
            if (producer.awaitEnd(Duration.ofMillis(1_500 + random.nextInt(2_000)))) {
                break;
            }
            producer.kill();
            killed++;
        }
        Started last = producer(topic);
        int code = last.process().waitFor();
        testbed.say("producer killed %d times, last run ended with %d, %d s", killed, code, seconds(start));
        return check(topic, last);
    }

    private boolean killBroker(String topic) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Started producer = producer(topic);
        // A program that finds no broker when it starts says so and ends; what counts here is what happens after.
        while (producer.process().isAlive() && !hasRows(topic)) {
            Thread.sleep(100);
        }
        int killed = 0;
        while (killed < brokerKills && !producer.awaitEnd(Duration.ofMillis(3_000 + random.nextInt(3_000)))) {
            broker.killAndRestart();
            killed++;
        }
        int code = producer.process().waitFor();
        testbed.say("broker killed %d times, the producer ended with %d, %d s", killed, code, seconds(start));
        return check(topic, producer);
    }

    private boolean check(String topic, Started producer) throws IOException {
        RowsOnTopic found = RowsOnTopic.of(broker, topic);
        boolean fine = producer.process().exitValue() == 0 && found.areExactly(rows);
        testbed.say("topic %s: %s: %s", topic, found, fine ? "exactly once" : "NOT exactly once");
        if (!fine) {
            testbed.say("%s", producer.complained());
        }
        return fine;
    }

    private boolean hasRows(String topic) {
        try {
            return RowsOnTopic.of(broker, topic).rows() > 0;
        } catch (KafkaException e) {
            return false;
        }
    }

    private Started producer(String topic) throws IOException {
        return testbed.start(
                "producer-flight",
                file,
                "--topic",
                topic,
                "--throughput",
                ROWS_A_SECOND,
                "--quiet",
                "--bootstrap-server",
                broker.address());
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }
}
