package tickwing.replay.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.error.UserError;

class GrowingFileTest {
    @TempDir
    private Path folder;

    private Path file;
    /** What happens at each wait; nobody wants any more when it is empty. */
    private final Deque<Step> steps = new ArrayDeque<>();

    private interface Step {
        void run() throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("bars.csv");
        Files.writeString(file, "a\nb\n");
    }

    @Test
    void givesWhatIsAppended() throws IOException {
        steps.add(() -> append("c\nd\n"));
        steps.add(() -> {});
        steps.add(() -> append("e\n"));
        assertEquals("a\nb\nc\nd\ne\n", read());
    }

    @Test
    void holdsALineBackUntilItHasItsLineBreak() throws IOException {
        List<String> soFar = new java.util.ArrayList<>();
        steps.add(() -> append("c;1"));
        steps.add(() -> append("2"));
        steps.add(() -> append("3\nnext"));
        try (InputStream in = open()) {
            for (byte[] part = in.readNBytes(1); part.length > 0; part = in.readNBytes(1)) {
                soFar.add(new String(part, UTF_8) + steps.size());
            }
        }
        // The first byte of the third line comes with all waits behind it, the beginning of the fourth not at all.
        assertEquals(List.of("a3", "\n3", "b3", "\n3", "c0", ";0", "10", "20", "30", "\n0"), soFar);
    }

    @Test
    void findsTheLineBreakOfALineThatIsLongerThanItsBuffer() throws IOException {
        String line = "x".repeat(300_000);
        steps.add(() -> append(line));
        steps.add(() -> append("\n"));
        assertEquals("a\nb\n" + line + "\n", read());
    }

    @Test
    void refusesAFileThatHasBecomeShorter() {
        steps.add(() -> Files.writeString(file, "a\n"));
        assertTrue(assertThrows(UserError.class, this::read).getMessage().contains("has become shorter"));
    }

    @Test
    void refusesAnotherFileInItsPlace() {
        steps.add(() -> {
            Files.move(file, folder.resolve("bars.csv.1"));
            Files.writeString(file, "a\nb\nc\n");
        });
        assertTrue(assertThrows(UserError.class, this::read).getMessage().contains("has been replaced"));
    }

    @Test
    void saysThatTheFileIsGone() {
        steps.add(() -> Files.delete(file));
        assertTrue(assertThrows(UserError.class, this::read).getMessage().contains("moved or deleted"));
    }

    private String read() throws IOException {
        try (InputStream in = open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private InputStream open() throws IOException {
        return Input.of(file.toString(), InputStream.nullInputStream()).follow(() -> {
            if (steps.isEmpty()) {
                return false;
            }
            try {
                steps.poll().run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
