package tickwing.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of all kinds through the producer and a broker, and back: what comes out is what went in. */
class ReplayIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] PIECES = {
        "a", "Z", "0005", ",", "\"", "\n", "\r\n", "é", "\u2028", "\uD83D\uDE80", " ", "\\", "\t", "'", ";", "{", "NA?"
    };

    @TempDir
    private static Path folder;

    private static Suite.Broker broker;

    @BeforeAll
    static void start() throws IOException {
        broker = new Suite.Broker(folder);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "YEAR,MONTH,DAY,AIRLINE,NOTE,MORE",
                "Year,Month,DayofMonth,UniqueCarrier,NOTE,MORE,",
                "FL_DATE,OP_UNIQUE_CARRIER,NOTE,MORE",
                "year,month,day,carrier,NOTE,MORE",
            })
    void bringsBackEveryFieldByteForByte(String header) throws Exception {
        Random random = new Random(header.hashCode());
        boolean trailing = header.endsWith(",");
        String[] names = (trailing ? header.substring(0, header.length() - 1) : header).split(",");
        Map<String, List<Map<String, String>>> expected = new HashMap<>();
        int bad = 0;
        StringBuilder file = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        file.append(header).append("\r\n");
        for (int row = 0; row < 400; row++) {
            if (random.nextInt(20) == 0) {
                file.append(random.nextBoolean() ? "too,few\n" : "1,2,3,4,5,6,7,8,9\n");
                bad++;
                continue;
            }
            Map<String, String> cells = row(names, random);
            expected.computeIfAbsent(cells.get(airline(names)), a -> new ArrayList<>())
                    .add(cells);
            for (int i = 0; i < names.length; i++) {
                file.append(i == 0 ? "" : ",").append(quoted(cells.get(names[i]), random));
            }
            file.append(trailing ? "," : "").append(random.nextBoolean() ? "\n" : "\r\n");
        }
        String topic = "fields" + Math.abs(header.hashCode());
        Path csv = Files.writeString(folder.resolve(topic + ".csv"), file);
        Suite.Ended ended = Suite.run("producer-flight", csv, "--topic", topic, "--bootstrap-server", broker.address())
                .expect(bad == 0 ? 0 : 3);
        assertTrue(
                ended.out()
                        .contains(
                                "400 rows read, " + (400 - bad) + " published to " + topic + ", " + bad + " rejected"),
                ended.out());
        Map<String, List<Map<String, String>>> found = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : Topic.records(broker.address(), topic)) {
            found.computeIfAbsent(new String(record.key(), UTF_8), a -> new ArrayList<>())
                    .add(fields(record.value()));
        }
        assertEquals(expected, found);
        assertEquals(bad, Topic.deadLetters(broker.address(), topic + ".dlq").size());
    }

    @Test
    void accountsForEveryRowOfRandomBytes() throws Exception {
        Path noise = folder.resolve("noise.csv");
        Random random = new Random(99);
        try (OutputStream out = Files.newOutputStream(noise)) {
            out.write("YEAR,MONTH,DAY,AIRLINE\n2014,1,1,AA\n".getBytes(UTF_8));
            byte[] line = new byte[60];
            for (int i = 0; i < 100_000; i++) {
                random.nextBytes(line);
                for (int b = 0; b < line.length; b++) {
                    if (line[b] == '\n') {
                        line[b] = 'x';
                    }
                }
                line[line.length - 1] = '\n';
                out.write(line);
            }
            out.write("2014,1,2,DL\n".getBytes(UTF_8));
        }
        Path report = folder.resolve("noise.json");
        Suite.run(
                        "producer-flight",
                        noise,
                        "--topic",
                        "noise",
                        "--report",
                        report,
                        "--bootstrap-server",
                        broker.address())
                .expect(3);
        JsonNode json = JSON.readTree(report.toFile());
        assertEquals(2, json.get("published").asLong());
        assertEquals(
                json.get("read").asLong(),
                json.get("published").asLong() + json.get("rejected").asLong());
        assertTrue(json.get("rejected").asLong() > 90_000, json.get("rejected").asText());
        assertEquals(2, Topic.records(broker.address(), "noise").size());
        assertEquals(
                json.get("rejected").asLong(),
                Topic.records(broker.address(), "noise.dlq").size());
    }

    @Test
    void resumesTheSecondLapOfALoopWithTheDatesThatItBeganWith() throws Exception {
        Path file = Files.writeString(folder.resolve("lap.csv"), "YEAR,MONTH,DAY,AIRLINE\n2014,1,1,AA\n2014,1,3,DL\n");
        for (int run = 0; run < 3; run++) {
            Suite.run(
                            "producer-flight",
                            file,
                            "--loop",
                            "--num-records",
                            "3",
                            "--topic",
                            "laps",
                            "--bootstrap-server",
                            broker.address())
                    .expect(0);
        }
        String csv = Suite.run("consumer-flights", "--once", "--topic", "laps", "--bootstrap-server", broker.address())
                .expect(0)
                .out();
        assertEquals(
                "date,airline,flights\n2014-01-01,AA,1\n2014-01-03,DL,1\n2014-01-08,AA,1\n2014-01-10,DL,1\n"
                        + "2014-01-15,AA,1\n2014-01-17,DL,1\n2014-01-22,AA,1\n2014-01-24,DL,1\n2014-01-29,AA,1\n",
                csv);
    }

    @Test
    void refusesAFileThatHasChangedUntilAskedForAnotherCopy() throws Exception {
        Path file = Files.writeString(folder.resolve("edited.csv"), "YEAR,MONTH,DAY,AIRLINE\n2014,1,1,AA\n");
        Object[] publish = {file, "--topic", "edited", "--bootstrap-server", broker.address()};
        Suite.run("producer-flight", publish).expect(0);
        Files.writeString(file, "YEAR,MONTH,DAY,AIRLINE\n2014,1,2,AA\n");
        Suite.Ended refused = Suite.run("producer-flight", publish).expect(1);
        assertTrue(refused.err().contains("its content has changed since 1 of its rows were taken"), refused.err());
        Files.writeString(file, "YEAR,MONTH,DAY,AIRLINE\n2014,1,1,AA\n2014,1,5,DL\n");
        Suite.Ended grown = Suite.run("producer-flight", publish).expect(0);
        assertTrue(grown.out().contains("1 rows read, 1 published"), grown.out());
        assertEquals(2, Topic.records(broker.address(), "edited").size());
    }

    @Test
    void losesNoRowThatIsAppendedWhileTheProducerStarts() throws Exception {
        Path file = Files.writeString(folder.resolve("appended.csv"), "YEAR,MONTH,DAY,AIRLINE\n2014,1,1,AA\n");
        Object[] publish = {file, "--topic", "appended", "--bootstrap-server", broker.address()};
        Process process = new ProcessBuilder(Suite.command("producer-flight", publish))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader log = process.errorReader()) {
            // By then the reader is done with the file, but no position is asked for.
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                if (line.contains("Created topic appended with")) {
                    Files.writeString(file, "2014,1,5,DL\n", StandardOpenOption.APPEND);
                }
            }
        }
        assertEquals(0, process.waitFor());
        Suite.run("producer-flight", publish).expect(0);
        assertEquals(2, Topic.records(broker.address(), "appended").size());
    }

    @Test
    void publishesACellThatIsCorrectedInTheListOfDeadLettersOnce() throws Exception {
        Path file = Files.writeString(
                folder.resolve("letters.csv"),
                "YEAR,MONTH,DAY,AIRLINE\n2014,1,1,AA\n2014,13,1,\u00dc\n2014,1\n2014,1,2,UA\n");
        Object[] where = {"--topic", "letters", "--bootstrap-server", broker.address()};
        Suite.run("producer-flight", with(where, file)).expect(3);
        String list = redrive("producer-flight", null, with(where, "--dry-run"))
                .expect(0)
                .out();
        assertEquals(3, list.lines().count(), list);
        assertTrue(list.contains("\"letters.csv\",3,") && list.contains("\"2014,13,1,\u00dc\""), list);
        Path corrected = Files.writeString(folder.resolve("corrected.csv"), list.replace("2014,13", "2014,12"));
        Suite.Ended sent = redrive("producer-flight", corrected, where).expect(3);
        assertTrue(sent.out().contains("2 read, 1 published to letters and marked done, 0 done before"), sent.out());
        assertTrue(
                sent.err().contains("letters.csv:4: 2 columns; the header has 4; its dead letter waits on."),
                sent.err());
        Path columns = Files.writeString(
                folder.resolve("columns.csv"),
                "file,line,YEAR,MONTH,DAY,AIRLINE\nletters.csv,3,2014,12,1,\u00dc\nletters.csv,4,2014,12,1,DL\n"
                        + "letters.csv,99,2014,12,1,DL\n");
        Suite.Ended again = redrive("producer-flight", columns, where).expect(3);
        assertTrue(again.out().contains("3 read, 1 published to letters and marked done, 1 done before"), again.out());
        assertTrue(again.err().contains("no dead letter of letters.csv:99"), again.err());
        assertEquals(4, Topic.records(broker.address(), "letters").size());
        Contract.FLIGHTS.isKeptBy(Topic.records(broker.address(), "letters"));
        Contract.DEAD_LETTERS.isKeptBy(Topic.records(broker.address(), "letters.dlq"));
    }

    @Test
    void listsTheBarsThatWaitOnceOthersAreCorrected() throws Exception {
        Path file = Files.writeString(
                folder.resolve("GOOG.csv"),
                "Date,Open,High,Low,Close\n2013-01-02,1,2,1,2\n2013-01-03,1,2,1,\u00dc2\n2013-01-04,1,0,1,1\n");
        Object[] where = {"--topic", "bars", "--bootstrap-server", broker.address()};
        Suite.run("producer-stock", with(where, file)).expect(3);
        Path corrected = Files.writeString(
                folder.resolve("bars.csv"),
                "file,line,raw\nGOOG.csv,3,\"2013-01-03,1,2,1,2\"\nGOOG.csv,4,\"2013-01-04,1,0,1,1\"\n");
        Suite.Ended sent = redrive("producer-stock", corrected, where).expect(3);
        assertTrue(sent.out().contains("2 read, 1 published to bars and marked done"), sent.out());
        assertTrue(sent.err().contains("GOOG.csv:4: high 0 is below low 1; its dead letter waits on."), sent.err());
        String left = redrive("producer-stock", null, with(where, "--dry-run"))
                .expect(0)
                .out();
        assertEquals(
                "file,line,error,raw\n\"GOOG.csv\",4,\"GOOG.csv:4: high 0 is below low 1\",\"2013-01-04,1,0,1,1\"\n",
                left);
        List<ConsumerRecord<byte[], byte[]>> bars = Topic.records(broker.address(), "bars");
        assertEquals(
                List.of("GOOG", "GOOG"),
                bars.stream().map(bar -> new String(bar.key(), UTF_8)).toList());
    }

    @Test
    void canBeLookedAtOnTheBroker() throws Exception {
        Path file = Files.writeString(
                folder.resolve("looked.csv"), "YEAR,MONTH,DAY,AIRLINE\n2014,1,1,AA\n2014,13,1,\u00dc\n2014,1,2,UA\n");
        Suite.run("producer-flight", file, "--topic", "looked", "--bootstrap-server", broker.address())
                .expect(3);
        Topic.commit(broker.address(), "half-way", new TopicPartition("looked", 0), 0);
        // Neither disturbs the other.
        CompletableFuture<List<JsonNode>> ofOneKey =
                CompletableFuture.supplyAsync(() -> look("tail", "looked", "--once", "--key", "UA"));
        List<JsonNode> rows = look("topics", "looked", "looked.dlq", "--count", "--json");
        assertEquals(
                List.of("topic looked", "topic looked.dlq", "group half-way", "file looked.csv"),
                rows.stream()
                        .map(row -> row.get("kind").asText() + " "
                                + row.get(row.get("kind").asText()).asText())
                        .toList());
        assertEquals(2, rows.get(0).get("records").asLong());
        assertTrue(rows.get(0).get("offsets").asLong() > 2, "markers have offsets: " + rows.get(0));
        assertEquals(-1, rows.get(0).get("retention_ms").asLong());
        assertEquals(1, rows.get(1).get("records").asLong());
        assertTrue(rows.get(2).get("lag").isIntegralNumber(), rows.get(2).toString());
        assertEquals(3, rows.get(3).get("rows").asLong());
        assertEquals(2, rows.get(3).get("published").asLong());
        assertTrue(rows.get(3).get("complete").asBoolean());
        assertEquals(1, ofOneKey.get().size());
        assertEquals("2", ofOneKey.get().get(0).get("value").get("DAY").asText());
    }

    /** The objects that a program prints. */
    private static List<JsonNode> look(String program, Object... options) {
        String out = Suite.run(program, with(options, "--bootstrap-server", broker.address()))
                .expect(0)
                .out();
        try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(out)) {
            return lines.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Suite.Ended redrive(String program, Path corrected, Object... options) {
        File input = corrected == null ? null : corrected.toFile();
        return Suite.run(Map.of(), input, program, with(options, "--redrive"));
    }

    private static Object[] with(Object[] options, Object... more) {
        List<Object> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static Map<String, String> row(String[] names, Random random) {
        Map<String, String> cells = new HashMap<>();
        int day = 1 + random.nextInt(28);
        for (String name : names) {
            cells.put(
                    name,
                    switch (name.toLowerCase(Locale.ROOT)) {
                        case "year" -> "2014";
                        case "month" -> "01";
                        case "day", "dayofmonth" -> Integer.toString(day);
                        case "fl_date" -> "1/" + day + "/2014 12:00:00 AM";
                        case "airline", "uniquecarrier", "op_unique_carrier", "carrier" -> "A" + random.nextInt(5);
                        default -> text(random);
                    });
        }
        return cells;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static String quoted(String cell, Random random) {
        boolean must = cell.matches("(?s).*[,\"\r\n].*") || cell.startsWith(" ") || cell.endsWith(" ");
        return must || random.nextBoolean() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String airline(String[] names) {
        for (String name : names) {
            if (name.matches("AIRLINE|UniqueCarrier|OP_UNIQUE_CARRIER|carrier")) {
                return name;
            }
        }
        throw new IllegalArgumentException();
    }

    /** A record's fields; null stands for an empty cell. */
    private static Map<String, String> fields(byte[] value) throws IOException {
        Map<String, String> fields = new HashMap<>();
        JSON.readTree(value)
                .properties()
                .forEach(f -> fields.put(
                        f.getKey(), f.getValue().isNull() ? "" : f.getValue().asText()));
        return fields;
    }
}
