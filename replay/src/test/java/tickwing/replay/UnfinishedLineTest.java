package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.cli.ExitCode;
import tickwing.common.kafka.TopicEnds;
import tickwing.replay.Reconciliation.CutRow;

/** Files that are published while their last line is still being written. */
class UnfinishedLineTest {
    private static final String HEAD = "day,key,note\n2014-01-01,AA,1\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-01-02,AA,212\n2014-01-03,DL,é9\uD83D\uDE80\n",
                "2014-01-02,AA,21\r\n2014-01-03,DL,78\r\n",
                "2014-01-02,AA,\"x, \"\"y\"\"\r\nz\"\n2014-01-03,DL,\"a\nb\n2014-01-05,UA,c\n\nd\"\n",
                "2014-01-02,\"AA\",7\n\n  \n\"2014-01-03\",skip,1",
                "2014-01-02,AA,\"stray\n2014-01-03,DL,2\n2014-01-04,UA,\"3\"\n",
            })
    void takesEachRowOnceWhereverTheFileWasCut(String rows) throws IOException {
        byte[] whole = (HEAD + rows).getBytes(UTF_8);
        Runs straight = new Runs(false);
        int code = straight.run(write(whole)).code();
        for (boolean upserts : List.of(true, false)) {
            for (int cut = HEAD.length() - 1; cut <= whole.length; cut++) {
                Path file = write(Arrays.copyOf(whole, cut));
                Runs runs = new Runs(upserts);
                runs.run(file);
                List<String> before = List.copyOf(runs.topic.records);
                Files.write(file, whole);
                Runs.Ended ended = runs.run(file);
                String what = "cut at " + cut + ", upserts " + upserts + ": " + ended + " " + runs.topic.records;
                if (ended.code() == ExitCode.FAILED) {
                    assertTrue(ended.error().contains("f.csv:"), what);
                    assertTrue(ended.error().contains("--cut-row"), what);
                    assertEquals(before, runs.topic.records, what);
                    assertBothWaysOn(straight.topic, runs, file, before, what);
                } else {
                    assertTrue(ended.code() == ExitCode.DONE || code == ExitCode.REJECTED, what);
                    assertSame(straight.topic, runs.topic, upserts, what);
                    assertEquals(straight.bookmark().accounts(), runs.bookmark().accounts(), what);
                }
            }
        }
    }

    /** The row that stands wrong is either left alone, or the right one comes as well. */
    private void assertBothWaysOn(FakeTopic right, Runs runs, Path file, List<String> before, String what) {
        Map<String, tickwing.common.kafka.Position> positions = Map.copyOf(runs.topic.positions);
        Map<String, TopicEnds> redriven = Map.copyOf(runs.topic.redriven);
        for (CutRow choice : CutRow.values()) {
            runs.topic.records.clear();
            runs.topic.records.addAll(before);
            runs.topic.positions.putAll(positions);
            runs.topic.redriven.clear();
            runs.topic.redriven.putAll(redriven);
            runs.cutRow = Optional.of(choice);
            Runs.Ended ended = runs.run(file);
            String now = what + " " + choice + ": " + ended;
            assertTrue(ended.code() == ExitCode.DONE || ended.code() == ExitCode.REJECTED, now);
            List<String> missing = new ArrayList<>(right.records);
            runs.topic.records.forEach(missing::remove);
            if (choice == CutRow.PUBLISH) {
                assertEquals(List.of(), missing, now);
            } else {
                assertTrue(missing.size() <= 1, now);
                assertTrue(runs.topic.records.size() <= right.records.size() + 1, now);
            }
        }
        runs.cutRow = Optional.empty();
    }

    private static void assertSame(FakeTopic right, FakeTopic topic, boolean upserts, String what) {
        if (upserts) {
            assertEquals(byIdentity(right.records), byIdentity(topic.records), what);
        } else {
            assertEquals(right.records, topic.records, what);
        }
        assertEquals(right.open(), topic.open(), what);
        right.open().forEach(l -> assertEquals(right.deadLetters.get(l), topic.deadLetters.get(l), what));
    }

    /** The last record of each day and key, as a reader of bars sees it. */
    private static Map<String, String> byIdentity(List<String> records) {
        Map<String, String> last = new LinkedHashMap<>();
        records.forEach(r -> last.put(r.substring(0, r.indexOf('|', r.indexOf('|') + 1)), r));
        return last;
    }

    @Test
    void saysWhichRowStandsWrongAndHowToGoOn() throws IOException {
        Path file = write((HEAD + "2014-01-02,DL,21226").getBytes(UTF_8));
        Runs runs = new Runs(false);
        assertEquals(ExitCode.DONE, runs.run(file).code());
        append(file, "100\n2014-01-03,UA,1\n");
        assertEquals(
                "f.csv:3 is on topic t as it was before its line was complete; run the same command again with"
                        + " --cut-row skip to leave it so, or with --cut-row publish to publish the whole row as well"
                        + " (it counts twice then), or publish the file to a new topic.",
                runs.run(file).error());
        runs.cutRow = Optional.of(CutRow.SKIP);
        Runs.Ended skipped = runs.run(file);
        assertEquals(ExitCode.DONE, skipped.code());
        assertTrue(skipped.out().contains("1 rows read, 1 published"), skipped.out());
        assertEquals(List.of("AA=2014-01-01|AA|1", "DL=2014-01-02|DL|21226", "UA=2014-01-03|UA|1"), runs.topic.records);
        assertEquals(new Accounts(3, 3, 0, 0), runs.bookmark().accounts());
        assertTrue(runs.run(file).out().contains("already"));
    }

    @Test
    void putsARejectedRowRightAndMarksItsDeadLetterDoneInOneTransaction() throws IOException {
        Path file = write((HEAD + "2014-01-02,D").getBytes(UTF_8));
        Runs runs = new Runs(false);
        assertEquals(ExitCode.REJECTED, runs.run(file).code());
        assertEquals(Set.of("f.csv:3"), runs.topic.open());
        append(file, "L,7\n2014-01-03,UA,1\n");
        runs.topic.commitsLeft = 0;
        assertEquals("The power is gone.", runs.run(file).error().substring(0, 18));
        assertEquals(Set.of("f.csv:3"), runs.topic.open());
        assertEquals(List.of("AA=2014-01-01|AA|1"), runs.topic.records);
        runs.topic.commitsLeft = Integer.MAX_VALUE;
        Runs.Ended ended = runs.run(file);
        assertEquals(ExitCode.DONE, ended.code());
        assertTrue(ended.out().contains("2 rows read, 2 published to t, 0 rejected"), ended.out());
        assertEquals(Set.of(), runs.topic.open());
        assertEquals(List.of("AA=2014-01-01|AA|1", "DL=2014-01-02|DL|7", "UA=2014-01-03|UA|1"), runs.topic.records);
        assertEquals(new Accounts(3, 3, 0, 0), runs.bookmark().accounts());
    }

    @Test
    void leavesARowAloneThatWasCorrectedByHandMeanwhile() throws IOException {
        Path file = write((HEAD + "2014-01-02,D").getBytes(UTF_8));
        Runs runs = new Runs(false);
        runs.run(file);
        runs.topic.redriven.put("f.csv:3", TopicEnds.ALL);
        append(file, "L,7\n");
        assertEquals(ExitCode.DONE, runs.run(file).code());
        assertEquals(List.of("AA=2014-01-01|AA|1"), runs.topic.records);
        assertEquals(new Accounts(2, 1, 1, 0), runs.bookmark().accounts());
    }

    @Test
    void marksNoDeadLetterDoneThatAnotherCopyOfTheFileBrings() throws IOException {
        Path file = write((HEAD + "2014-01-02,D").getBytes(UTF_8));
        Runs runs = new Runs(false);
        runs.run(file);
        append(file, "L,7\n");
        assertEquals(ExitCode.DONE, runs.run(file).code());
        assertEquals(Set.of(), runs.topic.open());
        write((HEAD + "2014-01-02,D").getBytes(UTF_8));
        runs.repeat = ResumePoint.Repeat.AGAIN;
        assertEquals(ExitCode.REJECTED, runs.run(file).code());
        assertEquals(Set.of("f.csv:3"), runs.topic.open());
    }

    @Test
    void putsARowOfAnotherCopyRightThatWasCorrectedByHandInTheFirst() throws IOException {
        Path file = write((HEAD + "2014-01-02,D").getBytes(UTF_8));
        Runs runs = new Runs(false);
        runs.run(file);
        runs.topic.redriven.put("f.csv:3", runs.topic.earlierLetters().ends());
        runs.repeat = ResumePoint.Repeat.AGAIN;
        assertEquals(ExitCode.REJECTED, runs.run(file).code());
        assertEquals(Set.of("f.csv:3"), runs.topic.open());
        runs.repeat = ResumePoint.Repeat.ONCE;
        append(file, "L,7\n");
        assertEquals(ExitCode.DONE, runs.run(file).code());
        assertEquals(List.of("AA=2014-01-01|AA|1", "AA=2014-01-01|AA|1", "DL=2014-01-02|DL|7"), runs.topic.records);
        assertEquals(Set.of(), runs.topic.open());
    }

    /** A symbol in the last column: the whole row does not take the place of the half one. */
    @Test
    void refusesABarThatStandsUnderAnotherSymbol() throws IOException {
        Path file = write("day,key\n2014-01-01,DL\n2014-01-02,AA".getBytes(UTF_8));
        Runs runs = new Runs(true);
        runs.run(file);
        append(file, "PL\n");
        assertTrue(runs.run(file).error().startsWith("f.csv:3 is on topic t"));
        runs.cutRow = Optional.of(CutRow.PUBLISH);
        assertEquals(ExitCode.DONE, runs.run(file).code());
        assertEquals("AAPL=2014-01-02|AAPL", runs.topic.records.get(2));
    }

    @Test
    void sharesItsPositionWithARunThatFollowsTheFile() throws IOException {
        Path file = write((HEAD + "2014-01-02,DL,21226").getBytes(UTF_8));
        Runs runs = new Runs(true);
        runs.run(file);
        Bookmark before = runs.bookmark();
        // The line that is not complete is no row to one who follows, and stays in the position nevertheless.
        assertEquals(ExitCode.INTERRUPTED, runs.follow(file, () -> true).code());
        assertEquals(before, runs.bookmark());
        append(file, "100\n2014-01-03,UA,1\n2014-01-04,UA");
        assertEquals(
                ExitCode.INTERRUPTED,
                runs.follow(file, () -> runs.topic.records.size() == 4).code());
        assertEquals("DL=2014-01-02|DL|21226100", runs.topic.records.get(2));
        append(file, ",4");
        assertEquals(ExitCode.DONE, runs.run(file).code());
        assertEquals("UA=2014-01-04|UA|4", runs.topic.records.get(4));
        assertEquals(new Accounts(4, 4, 0, 0), runs.bookmark().accounts());
    }

    @Test
    void goesOnWithinTheLastRowsWhenFewerWereAskedFor() throws IOException {
        Path file = write((HEAD + "2014-01-02,AA,\"stray\n2014-01-03,DL,2\n2014-01-04,UA,3").getBytes(UTF_8));
        Runs runs = new Runs(false);
        runs.maxRecords = 2;
        runs.run(file);
        runs.maxRecords = Long.MAX_VALUE;
        assertEquals(ExitCode.DONE, runs.run(file).code());
        append(file, "\n");
        assertEquals(ExitCode.DONE, runs.run(file).code());
        assertEquals(List.of("AA=2014-01-01|AA|1", "DL=2014-01-03|DL|2", "UA=2014-01-04|UA|3"), runs.topic.records);
    }

    @Test
    void putsTheLastRowOfACompressedFileRightToo() throws IOException {
        Path file = write(gzip(HEAD + "2014-01-02,DL,21226"));
        Runs runs = new Runs(true);
        runs.run(file);
        Files.write(file, gzip("100\n2014-01-03,UA,1\n"), java.nio.file.StandardOpenOption.APPEND);
        assertEquals(ExitCode.DONE, runs.run(file).code());
        assertEquals(
                List.of(
                        "AA=2014-01-01|AA|1",
                        "DL=2014-01-02|DL|21226",
                        "DL=2014-01-02|DL|21226100",
                        "UA=2014-01-03|UA|1"),
                runs.topic.records);
    }

    @Test
    void keepsHundredsOfLinesBehindAStrayQuoteInALittleMetadata() throws IOException {
        StringBuilder rows = new StringBuilder(HEAD + "2014-01-02,AA,\"stray\n");
        for (int i = 0; i < 198; i++) {
            rows.append("2014-01-03,DL,").append("x".repeat(2_000)).append(i).append('\n');
        }
        Path file = write(rows.append("2014-01-04,UA,3").toString().getBytes(UTF_8));
        Runs runs = new Runs(false);
        runs.selection = "y".repeat(10_000);
        runs.run(file);
        String metadata = runs.topic.positions.values().iterator().next().metadata();
        assertTrue(metadata.length() < 4_096, "" + metadata.length());
        assertEquals(200, runs.bookmark().tail().rows().size());
        append(file, "\n");
        assertEquals(ExitCode.DONE, runs.run(file).code());
        assertEquals(200, runs.topic.records.size() + runs.topic.deadLetters.size() - 1);
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("f.csv"), content);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, java.nio.file.StandardOpenOption.APPEND);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
