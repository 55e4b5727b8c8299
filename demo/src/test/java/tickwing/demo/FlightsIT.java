package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flights from the real file through real programs and a real broker to the numbers of the chart. */
class FlightsIT {
    private static final Path JANUARY = Suite.data("flights/flights-2014-01.csv");

    @TempDir
    private static Path folder;

    private static Suite.Broker broker;

    @BeforeAll
    static void publish() throws IOException {
        broker = new Suite.Broker(folder);
        Suite.Ended published = flights(JANUARY).expect(0);
        assertTrue(
                published.out().contains("9,746 rows read, 9,746 published to flights, 0 rejected"), published.out());
        assertEquals(1, published.out().lines().count());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void countsAsTheFileDoesForEveryDayAndAirline() throws IOException {
        String csv = chart("--airlines", "AA,DL,UA", "--output", "-");
        assertEquals(expected(Set.of("AA", "DL", "UA")), csv);
    }

    @Test
    void findsAll14AirlinesAnd9746Flights() throws IOException {
        String csv = chart("--top", 100, "--output", "-");
        assertEquals(14, rows(csv).map(r -> r[1]).distinct().count());
        assertEquals(9_746, rows(csv).mapToLong(r -> Long.parseLong(r[2])).sum());
        assertEquals(expected(Set.of()), csv);
    }

    @Test
    void publishesAFileOnceAndSaysSoTheSecondTime() throws IOException {
        String before = chart("--top", 100);
        Suite.Ended second = flights(JANUARY).expect(0);
        assertTrue(
                second.out().contains("all 9,746 rows are on topic flights already; --again publishes another copy"),
                second.out());
        assertEquals(before, chart("--top", 100));
    }

    @Test
    void selectsByDayAndAirlineAndNumber() throws IOException {
        String topic = "selected";
        Suite.Ended ended = flights(
                        JANUARY, "--topic", topic, "--airlines", "DL", "--from", "2014-01-05", "--to", "2014-01-07")
                .expect(0);
        assertTrue(ended.out().contains("filtered"), ended.out());
        String csv = chart("--topic", topic, "--top", 100);
        String all = expected(Set.of("DL"));
        String wanted = all.lines()
                .filter(l -> l.startsWith("date") || l.compareTo("2014-01-05") >= 0 && l.compareTo("2014-01-08") < 0)
                .collect(Collectors.joining("\n", "", "\n"));
        assertEquals(wanted, csv);
    }

    @Test
    void readsStandardInputAndGzip() throws IOException {
        Path gz = folder.resolve("some.csv.gz");
        List<String> head = Files.readAllLines(JANUARY).subList(0, 501);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(String.join("\n", head).getBytes(StandardCharsets.UTF_8));
        }
        Path plain = Files.write(folder.resolve("some.csv"), head);
        flights(gz, "--topic", "zipped").expect(0);
        Suite.run(
                        Map.of(),
                        plain.toFile(),
                        "producer-flight",
                        "-",
                        "--topic",
                        "piped",
                        "--bootstrap-server",
                        broker.address())
                .expect(0);
        String zipped = chart("--topic", "zipped", "--top", 100);
        assertEquals(500, rows(zipped).mapToLong(r -> Long.parseLong(r[2])).sum());
        assertEquals(zipped, chart("--topic", "piped", "--top", 100));
    }

    @Test
    void readsTheLayoutOfTheDataExpo() throws IOException {
        flights(Suite.data("flights/asa29-layout-sample.csv"), "--topic", "asa").expect(0);
        String csv = chart("--topic", "asa", "--top", 100);
        assertEquals(299, rows(csv).mapToLong(r -> Long.parseLong(r[2])).sum());
        Contract.FLIGHTS.isKeptBy(Topic.records(broker.address(), "asa"));
    }

    @Test
    void rejectsBadRowsToTheDeadLettersAndGoesOn() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(JANUARY).subList(0, 11));
        lines.set(3, "2014,1,1,3");
        lines.set(5, lines.get(5).replaceFirst("2014,1,", "2014,13,"));
        lines.set(7, lines.get(7) + ",,extra");
        Path bad = Files.write(folder.resolve("bad.csv"), lines);
        Suite.Ended ended = flights(bad, "--topic", "bad").expect(3);
        assertTrue(ended.out().contains("10 rows read, 7 published to bad, 3 rejected"), ended.out());
        assertTrue(ended.err().contains("bad.csv:4: 4 columns; the header has 31"), ended.err());
        assertTrue(ended.err().contains("bad.csv:6: date \"2014-13-1\" is not a date"), ended.err());
        List<Topic.Letter> letters = Topic.deadLetters(broker.address(), "bad.dlq");
        assertEquals(
                List.of(lines.get(3), lines.get(5), lines.get(7)),
                letters.stream().map(Topic.Letter::raw).toList());
        assertEquals(
                List.of("4", "6", "8"), letters.stream().map(Topic.Letter::line).toList());
        assertTrue(letters.stream().allMatch(l -> l.file().equals("bad.csv")));
        Contract.FLIGHTS.isKeptBy(Topic.records(broker.address(), "bad"));
        Contract.DEAD_LETTERS.isKeptBy(Topic.records(broker.address(), "bad.dlq"));
    }

    @Test
    void aWindowTakesItsGroupAlongAndThoseOfKilledOnesAndNoOther() throws Exception {
        String killed = "consumer-flights-00000000-0000-4000-8000-000000000001";
        Path chart = folder.resolve("group.csv");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            for (String group : List.of(killed, "consumer-flights-mine", "consumer-flights-" + killed)) {
                admin.alterConsumerGroupOffsets(
                                group, Map.of(new TopicPartition("flights", 0), new OffsetAndMetadata(1)))
                        .all()
                        .get();
            }
            Process window = new ProcessBuilder(Suite.command(
                            "consumer-flights",
                            with(broker.address(), "--no-window", "--output", chart, "--refresh", "500ms")))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("group.out").toFile())
                    .start();
            while (groups(admin).contains(killed) || groups(admin).size() != 3) {
                assertFalse(window.waitFor(50, TimeUnit.MILLISECONDS), () -> "ended; groups are " + groups(admin));
            }
            window.destroy();
            window.waitFor();
            assertEquals(Set.of("consumer-flights-mine", "consumer-flights-" + killed), groups(admin));
        }
    }

    @Test
    void readsATopicThatIsMadeAnewFromItsStartAndWaitsForTransactionsThatAreOpen() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()));
                Readers readers = new Readers(broker.address());
                Producer<byte[], byte[]> producer = readers.producer(null);
                Producer<byte[], byte[]> other = readers.producer("other")) {
            admin.createTopics(List.of(new NewTopic("open", 1, (short) 1), new NewTopic("anew", 1, (short) 1)))
                    .all()
                    .get();
            other.initTransactions();
            other.beginTransaction();
            other.send(new ProducerRecord<>("open", "late".getBytes(StandardCharsets.UTF_8)))
                    .get();
            Readers.Reading once = readers.toEnd("open");
            Readers.Reading window = readers.untilStopped("anew");
            for (String value : List.of("old", "old too")) {
                producer.send(new ProducerRecord<>("anew", value.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
            window.await(List.of("old", "old too"));
            admin.deleteTopics(List.of("anew")).all().get();
            admin.createTopics(List.of(new NewTopic("anew", 1, (short) 1)))
                    .all()
                    .get();
            for (String value : List.of("new", "new too", "newest")) {
                producer.send(new ProducerRecord<>("anew", value.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
            window.await(List.of("new", "new too", "newest"));
            other.commitTransaction();
            once.await(List.of("late"));
        }
    }

    /** Of windows. */
    private static Set<String> groups(Admin admin) {
        try {
            return admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .filter(group -> group.startsWith("consumer-"))
                    .collect(Collectors.toSet());
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Suite.Ended flights(Path file, Object... options) {
        return Suite.run("producer-flight", with(broker.address(), file, options));
    }

    private static String chart(Object... options) {
        Object[] all = with(broker.address(), "--once", options);
        return Suite.run("consumer-flights", all).expect(0).out();
    }

    private static Object[] with(String address, Object first, Object... options) {
        List<Object> all = new ArrayList<>(List.of(first, "--bootstrap-server", address));
        all.addAll(Arrays.asList(options));
        return all.toArray();
    }

    private static Stream<String[]> rows(String csv) {
        return csv.lines().skip(1).map(l -> l.split(","));
    }

    /** Counts the file's lines by themselves, without anything of the suite. */
    private static String expected(Set<String> airlines) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : Files.readAllLines(JANUARY).subList(1, 9_747)) {
            String[] cells = line.split(",");
            if (airlines.isEmpty() || airlines.contains(cells[4])) {
                String day =
                        String.format("%s-%02d-%02d", cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
                counts.merge(day + "," + cells[4], 1, Integer::sum);
            }
        }
        return "date,airline,flights\n"
                + counts.entrySet().stream()
                        .map(e -> e.getKey() + "," + e.getValue() + "\n")
                        .collect(Collectors.joining());
    }
}
