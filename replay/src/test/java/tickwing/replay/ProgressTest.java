package tickwing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tickwing.common.text.Printable;

class ProgressTest {
    private static final long LATER = 60_000_000_000L;

    private final StringWriter err = new StringWriter();

    private Progress progress(Progress.Style style, String name) {
        return new Progress(style, new PrintWriter(err), name, 200, () -> 50, 0);
    }

    @Test
    void writesOverItsLineAndClearsIt() {
        Progress progress = progress(Progress.Style.TERMINAL, "a.csv");
        progress.update(LATER, 1_000, 2);
        progress.end();
        String[] writes = err.toString().split("\r");
        assertTrue(writes[1].startsWith("a.csv   25%  1,000 rows"), err.toString());
        assertEquals(" ".repeat(100), writes[2]);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void showsANameWithoutObeyingIt(Progress.Style style) {
        progress(style, "\033]0;x\007\r\nfake").update(LATER, 1, 0);
        String line = err.toString().strip();
        assertTrue(line.startsWith("\\u001b]0;x\\u0007\\r\\nfake  "), line);
        assertEquals(Printable.of(line), line);
    }
}
