package tickwing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.cli.ExitCode;

/** Files that somebody cuts while they are read, and files that are none. */
class ChangingFileTest {
    private static final String ROW = "2014-01-02,AA,7\n";

    @TempDir
    private Path folder;

    @Test
    void doesNotTakeTheHalfRowOfAFileThatIsCutWhileItIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "day,key,note\n" + ROW.repeat(100_000));
        Runs runs = new Runs(false);
        runs.onFirstRow = () -> cut(file, 500_004);
        Runs.Ended ended = runs.run(file);
        assertEquals(ExitCode.FAILED, ended.code());
        assertTrue(ended.error().contains("f.csv has become shorter while it was read"), ended.error());
        assertTrue(ended.error().contains("--again"), ended.error());
        assertEquals(java.util.Map.of(), runs.topic.deadLetters);
        assertFalse(runs.bookmark().done());
        // What it advises works.
        runs.repeat = ResumePoint.Repeat.AGAIN;
        assertEquals(ExitCode.REJECTED, runs.run(file).code());
        assertTrue(runs.bookmark().done());
    }

    @Test
    void advisesWhatWorksWhenAFileThatIsFollowedIsCut() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "day,key,note\n" + ROW.repeat(3));
        Runs runs = new Runs(false);
        Runs.Ended ended = runs.follow(file, () -> {
            if (runs.topic.records.size() == 3) {
                write(file, "day,key,note\n" + ROW);
            }
            return false;
        });
        assertEquals(
                file
                        + " has become shorter while it was followed, so that its rows cannot be told apart from those on the"
                        + " topic. The first 3 rows of " + file
                        + " are taken care of; to publish what it holds now, run the same"
                        + " command once with --again instead of --follow, then with --follow as before.",
                ended.error());
        runs.repeat = ResumePoint.Repeat.AGAIN;
        assertEquals(ExitCode.DONE, runs.run(file).code());
        assertEquals(4, runs.topic.records.size());
        runs.repeat = ResumePoint.Repeat.ONCE;
        write(file, "day,key,note\n" + ROW + ROW);
        assertEquals(
                ExitCode.INTERRUPTED,
                runs.follow(file, () -> runs.topic.records.size() == 5).code());
    }

    @Test
    void takesTheLastRowsOfAFileThatIsReplacedWhileItIsFollowed() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "day,key,note\n" + ROW);
        Runs runs = new Runs(false);
        Runs.Ended ended = runs.follow(file, () -> {
            if (runs.topic.records.size() == 1 && Files.notExists(folder.resolve("f.csv.1"))) {
                rotate(file);
            }
            return false;
        });
        assertTrue(ended.error().contains("has been replaced by another file"), ended.error());
        assertTrue(ended.error().contains("once with --again instead of --follow"), ended.error());
        assertEquals(2, runs.topic.records.size());
        // Though the new one begins as the old one did when it was first looked at.
        assertEquals(ExitCode.FAILED, runs.run(file).code());
        runs.repeat = ResumePoint.Repeat.AGAIN;
        assertEquals(ExitCode.DONE, runs.run(file).code());
        assertEquals(3, runs.topic.records.size());
    }

    @Test
    @Timeout(60)
    @DisabledOnOs(OS.WINDOWS)
    void readsANamedPipeAsItReadsStandardInput() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Process writer =
                new ProcessBuilder("sh", "-c", "printf 'day,key,note\n" + ROW.strip() + "\n' > " + pipe).start();
        Runs runs = new Runs(false);
        Runs.Ended ended = runs.run(pipe);
        assertEquals(new Runs.Ended(ExitCode.DONE, ended.out(), ""), ended);
        assertTrue(writer.waitFor(10, TimeUnit.SECONDS));
        assertEquals(1, runs.topic.records.size());
    }

    @Test
    @Timeout(60)
    @DisabledOnOs(OS.WINDOWS)
    void createsNothingForAPipeThatHoldsNoHeader() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Process writer = new ProcessBuilder("sh", "-c", ": > " + pipe).start();
        Runs runs = new Runs(false);
        assertEquals(ExitCode.FAILED, runs.run(pipe).code());
        assertTrue(writer.waitFor(10, TimeUnit.SECONDS));
        assertFalse(runs.topic.ensured);
    }

    private static void cut(Path file, long size) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a log is rotated: a row comes last, then another file is in its place. */
    private void rotate(Path file) {
        try {
            Files.writeString(file, ROW, StandardOpenOption.APPEND);
            Files.move(file, folder.resolve("f.csv.1"));
            Files.writeString(file, "day,key,note\n" + ROW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
