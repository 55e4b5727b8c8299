package tickwing.common.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

class PrintableStreamTest {
    private static final String END = System.lineSeparator();

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintableStream(new PrintStream(written, true, UTF_8));

    @Test
    void escapesWhateverWayTextComes() {
        stream.print("\033[1m");
        stream.print('\007');
        stream.append("\u202e").printf("%s", "\u009b");
        PrintWriter writer = new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
        writer.println("\u2028");
        assertEquals("\\u001b[1m\\u0007\\u202e\\u009b\\u2028" + END, written.toString(UTF_8));
    }

    @Test
    void leavesLetters() {
        stream.println("Gr\u00f6\u00dfe \u2026 \ud83d\udcc8");
        assertEquals("Gr\u00f6\u00dfe \u2026 \ud83d\udcc8" + END, written.toString(UTF_8));
    }

    @Test
    void joinsTheBytesOfACharacterThatComeOneByOne() {
        for (byte b : "\u20ac\ud83d\udcc8".getBytes(UTF_8)) {
            stream.write(b);
        }
        stream.flush();
        assertEquals("\u20ac\ud83d\udcc8", written.toString(UTF_8));
    }

    @Test
    void letsNoLineWithinATextPassForALineOfItsOwn() {
        stream.println("topic a\n12:00:00 [ERROR] all is lost\n\tacks = all\n");
        assertEquals(
                String.join(END, "topic a", "    12:00:00 [ERROR] all is lost", "\tacks = all", "", ""),
                written.toString(UTF_8));
    }

    @Test
    void keepsStackTracesReadable() {
        new IllegalStateException("a\nb\033c").printStackTrace(stream);
        String[] lines = written.toString(UTF_8).split(END);
        assertEquals("java.lang.IllegalStateException: a", lines[0]);
        assertEquals("    b\\u001bc", lines[1]);
        assertEquals("\tat ", lines[2].substring(0, 4));
    }
}
