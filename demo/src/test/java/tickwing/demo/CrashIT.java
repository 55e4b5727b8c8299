package tickwing.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a producer's or a broker's sudden end leaves behind: every row, once, in the order of the file. */
class CrashIT {
    private static final int ROWS = 60_000;
    private static final String[] AIRLINES = {"AA", "DL", "UA", "WN", "B6"};

    @TempDir
    private Path folder;

    @Test
    void publishesEveryRowOnceThoughTheProducerIsKilledAgainAndAgain() throws Exception {
        Path file = write();
        try (Suite.Broker broker = new Suite.Broker(folder)) {
            Random random = new Random(25);
            for (int kill = 0; kill < 5; kill++) {
                Process producer = start(file, broker, 6_000);
                awaitPublishing(producer);
                // Around the first commits, in the middle of a transaction or between two.
                if (!producer.waitFor(1_000 + random.nextInt(700), TimeUnit.MILLISECONDS)) {
                    producer.destroyForcibly().waitFor();
                }
            }
            Suite.Ended last = Suite.run("producer-flight", file, "--bootstrap-server", broker.address())
                    .expect(0);
            assertTrue(last.err().contains("from row"), "resumed in the middle: " + last.err());
            assertEveryRowOnceInOrder(broker);
        }
    }

    @Test
    void publishesEveryRowOnceThoughTheBrokerCrashes() throws Exception {
        Path file = write();
        try (Suite.Broker broker = new Suite.Broker(folder)) {
            Process producer = start(file, broker, 8_000);
            awaitPublishing(producer);
            assertFalse(producer.waitFor(1_000, TimeUnit.MILLISECONDS), "the producer ended before the crash");
            broker.crashAndRestart();
            assertFalse(producer.waitFor(1_500, TimeUnit.MILLISECONDS), "the producer ended before the crash");
            broker.crash();
            // Longer than a single call waits for its answer.
            assertFalse(producer.waitFor(12, TimeUnit.SECONDS), "the producer gave up on the broker");
            broker.restart();
            assertTrue(producer.waitFor(90, TimeUnit.SECONDS), "the producer goes on after the crash");
            assertEquals(0, producer.exitValue(), Files.readString(folder.resolve("producer.err")));
            assertEveryRowOnceInOrder(broker);
        }
    }

    @Test
    void givesUpAfterTheDeliveryTimeoutAndSaysWhereItGoesOn() throws Exception {
        Path file = write();
        Path config = Files.writeString(folder.resolve("client.properties"), "delivery.timeout.ms=4000\n");
        try (Suite.Broker broker = new Suite.Broker(folder)) {
            Process producer = start(file, broker, 8_000, "--command-config", config);
            awaitPublishing(producer);
            assertFalse(producer.waitFor(2_500, TimeUnit.MILLISECONDS), "the producer ended before the crash");
            broker.crash();
            assertTrue(producer.waitFor(20, TimeUnit.SECONDS), "the producer gives up");
            String err = Files.readString(folder.resolve("producer.err"));
            assertEquals(1, producer.exitValue(), err);
            Matcher said = Pattern.compile("No broker answers at localhost:\\d+; .* The first ([0-9,]+) rows of "
                            + Pattern.quote(file.toString())
                            + " are taken care of; run the same command again to go on from there\\.\n$")
                    .matcher(err);
            assertTrue(said.find(), err);
            int committed = Integer.parseInt(said.group(1).replace(",", ""));
            assertTrue(committed > 0 && committed < ROWS, err);
            broker.restart();
            String again = Suite.run("producer-flight", file, "--bootstrap-server", broker.address())
                    .expect(0)
                    .err();
            assertTrue(again.contains("from row %,d on".formatted(committed + 1)), again);
            assertEveryRowOnceInOrder(broker);
        }
    }

    @Test
    void turnsAwayASecondProgramOnTheSameFile() throws Exception {
        Path file = write();
        try (Suite.Broker broker = new Suite.Broker(folder)) {
            Process first = start(file, broker, 10_000);
            awaitPublishing(first);
            Suite.Ended second = Suite.run("producer-flight", file, "--bootstrap-server", broker.address())
                    .expect(1);
            assertTrue(second.err().contains("is publishing this input to topic flights already"), second.err());
            assertTrue(first.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, first.exitValue());
            assertEveryRowOnceInOrder(broker);
        }
    }

    private void awaitPublishing(Process producer) throws Exception {
        while (!Files.readString(folder.resolve("producer.err")).contains("Publishing")) {
            assertTrue(producer.isAlive(), Files.readString(folder.resolve("producer.err")));
            producer.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    private Process start(Path file, Suite.Broker broker, int throughput, Object... more) throws IOException {
        List<String> command = Suite.command(
                "producer-flight", file, "--throughput", throughput, "--bootstrap-server", broker.address());
        Arrays.stream(more).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("producer.out").toFile())
                .redirectError(folder.resolve("producer.err").toFile())
                .start();
    }

    /** The rows of an airline are numbered from 1 on. */
    private Path write() throws IOException {
        Random random = new Random(5);
        int[] numbers = new int[AIRLINES.length];
        List<String> lines = new ArrayList<>(List.of("YEAR,MONTH,DAY,AIRLINE,FLIGHT_NUMBER"));
        for (int row = 0; row < ROWS; row++) {
            int airline = random.nextInt(AIRLINES.length);
            lines.add("2015,1," + (1 + row * 31L / ROWS) + "," + AIRLINES[airline] + "," + ++numbers[airline]);
        }
        return Files.write(folder.resolve("numbered.csv"), lines);
    }

    private static void assertEveryRowOnceInOrder(Suite.Broker broker) {
        Map<String, Integer> last = new HashMap<>();
        int rows = 0;
        for (ConsumerRecord<byte[], byte[]> record : Topic.records(broker.address(), "flights")) {
            String airline = new String(record.key(), UTF_8);
            String json = new String(record.value(), UTF_8);
            int number = Integer.parseInt(json.replaceAll(".*\"FLIGHT_NUMBER\":\"(\\d+)\".*", "$1"));
            assertEquals(last.getOrDefault(airline, 0) + 1, number, "row after row of " + airline);
            last.put(airline, number);
            rows++;
        }
        assertEquals(ROWS, rows);
    }
}
