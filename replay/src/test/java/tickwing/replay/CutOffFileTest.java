package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.UserError;
import tickwing.replay.input.Input;

/** Compressed files of which a part has come only, as a download that broke off leaves them. */
class CutOffFileTest {
    private static final int ROWS = 5_000;

    @TempDir
    private Path folder;

    @Test
    void publishesTheRowsThatThereAreAndGoesOnOnceTheFileIsWhole() throws IOException {
        byte[] whole = gzip();
        Path file = Files.write(folder.resolve("f.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        Runs runs = new Runs(false);
        Runs.Ended ended = runs.run(file);
        assertEquals(ExitCode.FAILED, ended.code());
        String rows = afterRow(ended.error());
        assertEquals(
                file + " ends too early, after row " + rows
                        + ": the end of its gzip data is missing; download or copy it once more. The first " + rows
                        + " rows of " + file
                        + " are taken care of; run the same command again once the file is whole, to go on from there.",
                ended.error());
        assertEquals(rows, Numbers.grouped(runs.topic.records.size()));
        assertTrue(runs.topic.records.size() > ROWS / 3, rows);
        assertFalse(runs.bookmark().done());

        Files.write(file, whole);
        assertEquals(ExitCode.DONE, runs.run(file).code());
        assertEquals(ROWS, runs.topic.records.size());
        assertEquals(ROWS, new HashSet<>(runs.topic.records).size());
    }

    @Test
    void saysTheSameBeforeItIsPublished() throws IOException {
        byte[] whole = gzip();
        Path file = Files.write(folder.resolve("f.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        List<Input> inputs = List.of(Input.of(file.toString(), System.in));
        RowFormat format = (name, rows, shiftDays) -> {
            rows.header();
            return row -> Outcome.FILTERED;
        };
        PrintWriter out = new PrintWriter(new StringWriter());
        UserError e = assertThrows(
                UserError.class, () -> DryRun.run(inputs, format, "t", Optional.empty(), () -> false, out));
        String published = new Runs(false).run(file).error();
        assertTrue(published.startsWith(e.getMessage() + " The first " + afterRow(e.getMessage())), published);
    }

    private static String afterRow(String sentence) {
        Matcher row = Pattern.compile("after row ([0-9,]+):").matcher(sentence);
        assertTrue(row.find(), sentence);
        return row.group(1);
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("day,key,note\n".getBytes(UTF_8));
            for (int i = 0; i < ROWS; i++) {
                gzip.write(("2014-01-02,AA," + i + "\n").getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
