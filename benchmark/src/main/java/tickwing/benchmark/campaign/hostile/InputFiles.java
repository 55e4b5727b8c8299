package tickwing.benchmark.campaign.hostile;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import tickwing.benchmark.campaign.RowsOnTopic;
import tickwing.benchmark.campaign.Started;

/** Files that are cut off, grow in the middle of a line, are none, bombs, or of the same name as another. */
final class InputFiles implements Attack {
    private static final String BARS = "Date,Open,High,Low,Close,Adj Close,Volume,Symbol\n";
    private static final String FLIGHTS = "YEAR,MONTH,DAY,AIRLINE,FLIGHT_NUMBER,ORIGIN_AIRPORT\n";

    @Override
    public String name() {
        return "files that are cut off, grow, or are none";
    }

    @Override
    public void run(Scene scene) throws Exception {
        halfLines(scene);
        cut(scene);
        pipe(scene);
        equalNames(scene);
        outputOverInput(scene);
        encodings(scene);
        bombs(scene);
    }

    /** Published when its last line was half there, then whole. */
    private static void halfLines(Scene scene) throws IOException, InterruptedException {
        Path folder = scene.folder("half");
        String bar = "2013-01-03,10,11,9,10.5,,21226100,HALF\n";
        for (int cut : new int[] {bar.length() - 8, bar.length() - 1, 14}) {
            Path file = folder.resolve("bars-" + cut + ".csv");
            Files.writeString(file, BARS + "2013-01-02,10,11,9,10,,100,HALF\n" + bar.substring(0, cut));
            String topic = "half-stocks-" + cut;
            scene.run("producer-stock", file, "--topic", topic, "--quiet");
            Files.writeString(
                    file, bar.substring(cut) + "2013-01-04,10,11,9,10,,100,HALF\n", StandardOpenOption.APPEND);
            Started again = scene.run("producer-stock", file, "--topic", topic, "--quiet");
            scene.expectCode(again, 0);
            TreeSet<String> last = new TreeSet<>();
            RowsOnTopic.read(scene.broker(), topic, record -> last.add(new String(record.value(), UTF_8)));
            scene.expect(
                    last.stream().anyMatch(value -> value.contains("21226100")),
                    "a bar that was cut at byte %d never reached the topic whole",
                    cut);
        }
        String flight = "2014,1,2,AA,12345,LAX\n";
        Path file = folder.resolve("flights.csv");
        Files.writeString(file, FLIGHTS + "2014,1,1,AA,1,LAX\n" + flight.substring(0, flight.length() - 2));
        scene.run("producer-flight", file, "--topic", "half-flights", "--quiet");
        Files.writeString(file, flight.substring(flight.length() - 2), StandardOpenOption.APPEND);
        Started again = scene.run("producer-flight", file, "--topic", "half-flights", "--quiet");
        scene.expect(
                again.process().exitValue() != 0 && again.complained().contains("flights.csv:3"),
                "a flight that was cut stands on the topic without a word: %s",
                Scene.tail(again));
    }

    /** Cut while it is read. */
    private static void cut(Scene scene) throws Exception {
        Path file = scene.folder("cut").resolve("flights.csv");
        StringBuilder rows = new StringBuilder(FLIGHTS);
        for (int i = 1; i <= 50_000; i++) {
            rows.append("2014,1,1,AA,").append(i).append(",LAX\n");
        }
        Files.writeString(file, rows);
        Started producer =
                scene.start("producer-flight", file, "--topic", "cut-flights", "--quiet", "--throughput", "5000");
        Thread.sleep(3_000);
        try (OutputStream out =
                Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(rows.substring(0, rows.length() / 2 + 5).getBytes(UTF_8));
        }
        scene.testbed().ended(producer);
        scene.expectCode(producer, 1);
        scene.expect(
                producer.complained().contains("shorter"), "a file that was cut is not said: %s", Scene.tail(producer));
    }

    private static void pipe(Scene scene) throws Exception {
        Path pipe = scene.folder("pipe").resolve("flights.csv");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) {
            return;
        }
        Path rows =
                Files.writeString(pipe.resolveSibling("rows.csv"), FLIGHTS + "2014,1,1,AA,1,LAX\n2014,1,2,AA,2,LAX\n");
        Started producer = scene.start("producer-flight", pipe, "--topic", "pipe-flights", "--quiet");
        // Opening a pipe waits for its reader, which may not come: not on this thread.
        scene.testbed().start("cat", new ProcessBuilder("sh", "-c", "cat \"$1\" >\"$2\"", "sh", "" + rows, "" + pipe));
        scene.testbed().ended(producer);
        scene.expectCode(producer, 0);
        scene.expect(producer.said().contains("2 rows"), "a pipe's rows are not all there: %s", Scene.tail(producer));
    }

    private static void equalNames(Scene scene) throws IOException, InterruptedException {
        for (int i = 1; i <= 2; i++) {
            Path file = scene.folder("same" + i).resolve("flights.csv");
            Files.writeString(file, FLIGHTS + "2014,1," + i + ",AA,1,LAX\n");
            for (int run = 0; run < 2; run++) {
                scene.expectCode(scene.run("producer-flight", file, "--topic", "same-flights", "--quiet"), 0);
            }
        }
        List<String> found = new ArrayList<>();
        RowsOnTopic.read(scene.broker(), "same-flights", record -> found.add(new String(record.value(), UTF_8)));
        scene.expect(found.size() == 2, "two files of the same name became %d records", found.size());
    }

    private static void outputOverInput(Scene scene) throws IOException, InterruptedException {
        Path folder = scene.folder("over");
        Path file = folder.resolve("flights.csv");
        String content = FLIGHTS + "2014,1,1,AA,1,LAX\n";
        Files.writeString(file, content);
        Path link = Files.createSymbolicLink(folder.resolve("report.json"), file);
        for (Path report : List.of(file, folder.resolve("./flights.csv"), link)) {
            Started ended = scene.run("producer-flight", "--dry-run", "--report", report, file);
            scene.expect(
                    Files.readString(file).equals(content), "--report %s has replaced its input", report.getFileName());
            scene.expectCode(ended, 1, 2);
        }
    }

    private static void encodings(Scene scene) throws IOException, InterruptedException {
        Path folder = scene.folder("encodings");
        String text = BARS + "2013-01-02,10,11,9,10,,100,\u00c4\u00d6\n";
        List<byte[]> contents = List.of(
                text.getBytes(StandardCharsets.ISO_8859_1),
                ("\uFEFF" + text).getBytes(UTF_16LE),
                text.replace(",10,,", ",\u0000,,").getBytes(UTF_8),
                (BARS + "\"" + "x".repeat(3_000_000)).getBytes(UTF_8),
                (BARS + ",".repeat(1_000_000) + "\n").getBytes(UTF_8),
                new byte[200_000],
                text.replace("\n", "\r").getBytes(UTF_8));
        int number = 0;
        for (byte[] content : contents) {
            Path file = Files.write(folder.resolve(number + ".csv"), content);
            Started dry = scene.run("producer-stock", "--dry-run", file);
            scene.expectCode(dry, 0, 1, 3);
            Started published = scene.run("producer-stock", file, "--topic", "encodings-" + number++, "--quiet");
            scene.expectCode(published, 0, 1, 3);
        }
    }

    /** A gigabyte of one character in a megabyte of gzip. */
    private static void bombs(Scene scene) throws IOException, InterruptedException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(BARS.getBytes(UTF_8));
            byte[] block = "9".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 1_000; i++) {
                gzip.write(block);
            }
        }
        Path file = Files.write(scene.folder("bombs").resolve("bomb.csv.gz"), packed.toByteArray());
        Started ended = scene.run("producer-stock", "--dry-run", file);
        scene.expectCode(ended, 0, 1, 3);
    }
}
