package tickwing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.text.Printable;
import tickwing.common.text.Terminal;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long LATER = 60 * SECOND;
    private static final Progress.Aim BYTES = new Progress.Aim(200, Long.MAX_VALUE);

    private final StringWriter err = new StringWriter();
    private long sent = 50;

    private Progress progress(Progress.Style style, int width, String name, Progress.Aim aim) {
        return new Progress(new Progress.Screen(style, new PrintWriter(err), width), name, aim, () -> sent, 0);
    }

    @Test
    void writesOverItsLineAndClearsIt() {
        Progress progress = progress(Progress.Style.TERMINAL, 100, "a.csv", BYTES);
        progress.update(LATER, 12_345_678, 0, 2);
        progress.update(2 * LATER, 1_000, 0, 2);
        progress.end();
        String[] writes = err.toString().split("\r");
        assertTrue(writes[1].startsWith("a.csv   25%  12,345,678 rows"), err.toString());
        assertTrue(writes[2].startsWith("a.csv   25%  1,000 rows"), err.toString());
        assertEquals(writes[1].length(), writes[2].length(), "nothing stands on of what was longer");
        assertEquals(" ".repeat(writes[1].length()), writes[3]);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void showsANameWithoutObeyingIt(Progress.Style style) {
        progress(style, 100, "\033]0;x\007\r\nfake", BYTES).update(LATER, 1, 0, 0);
        String line = err.toString().strip();
        assertTrue(line.startsWith("\\u001b]0;x\\u0007\\r\\nfake  "), line);
        assertEquals(Printable.of(line), line);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 20, 40, 60, 79, 80, 100, 200})
    void neverFillsALineOfTheTerminal(int width) {
        for (String name :
                List.of("a.csv", "prices-of-all-symbols-from-2010-to-2026-adjusted.csv", "\u682A\u4FA1".repeat(30))) {
            Progress progress = progress(Progress.Style.TERMINAL, width, name, BYTES);
            sent = 60;
            progress.update(LATER, 123_456_789, 0, 12_345);
            progress.end();
        }
        for (String line : err.toString().split("\r")) {
            assertTrue(Terminal.width(line) <= Math.max(1, width - 1), line);
        }
    }

    @Test
    void shortensTheNameInItsMiddleBeforeItLeavesAnythingOut() {
        Progress progress = progress(Progress.Style.TERMINAL, 80, "prices-of-all-symbols-from-2010-to-2026.csv", BYTES);
        sent = 100;
        progress.update(LATER, 1_000, 0, 2);
        String line = err.toString().strip();
        assertEquals("prices-of\u2026-2026.csv   50%  1,000 rows  0.0 MB  17 rows/s  2 rejected  2:00 left", line);
    }

    @Test
    void goesByTheRowsThatAreWantedWhereTheFileHasMore() {
        Progress progress = progress(Progress.Style.LINES, 80, "a.csv", new Progress.Aim(1_000_000, 100));
        progress.update(LATER, 60, 40, 0);
        assertTrue(err.toString().contains("  40%  60 rows"), err.toString());
        assertTrue(err.toString().contains("  1:30 left"), err.toString());
    }

    @Test
    void saysHowLongASteadyRunWillStillTake() {
        assertTimesLeft(120, Progress.Style.TERMINAL, second -> second / 120);
    }

    @Test
    void saysHowLongARunWillStillTakeThatStandsStillForATenthOfASecondAtEachCommit() {
        assertTimesLeft(
                120, Progress.Style.TERMINAL, s -> (Math.floor(s) + Math.min(1, (s - Math.floor(s)) / 0.9)) / 120);
    }

    @Test
    void forgetsHowFastARunWasBeforeItSlowedDown() {
        // Half of the file in the first third of the time.
        assertTimesLeft(60, Progress.Style.TERMINAL, s -> s < 20 ? s / 40 : 0.5 + (s - 20) / 80);
        assertTimesLeft(600, Progress.Style.LINES, s -> s < 200 ? s / 250 : 0.8 + (s - 200) / 2_000);
    }

    @Test
    void saysHowLongARunWillStillTakeThatWentOnInTheMiddleOfAFile() {
        assertTimesLeft(60, Progress.Style.TERMINAL, s -> 0.9 + s / 600);
    }

    @Test
    void saysHowLongRowsWillStillTakeThatAreMinutesApart() {
        sent = 0;
        Progress progress = progress(Progress.Style.TERMINAL, 100, "a.csv", new Progress.Aim(100, Long.MAX_VALUE));
        for (int row = 1; row <= 60; row++) {
            sent = row;
            progress.update(row * 300 * SECOND, row, row, 0);
        }
        assertTrue(err.toString().strip().endsWith("  3:20:00 left"), err.toString());
    }

    /** In the second half of a run, within a tenth, or half of the second that is shown. */
    private void assertTimesLeft(int seconds, Progress.Style style, DoubleUnaryOperator done) {
        long size = 1_000_000_000L;
        sent = (long) (size * done.applyAsDouble(0));
        err.getBuffer().setLength(0);
        Progress progress = progress(style, 100, "a.csv", new Progress.Aim(size, Long.MAX_VALUE));
        List<String> checked = new ArrayList<>();
        for (int hundredth = 1; hundredth < seconds * 100; hundredth++) {
            double now = hundredth / 100.0;
            sent = (long) (size * done.applyAsDouble(now));
            int before = err.getBuffer().length();
            progress.update((long) (now * SECOND), hundredth, 0, 0);
            String line = err.getBuffer().substring(before);
            if (now > seconds / 2.0 && sent < size && !line.isEmpty()) {
                Matcher left = Pattern.compile(" (\\d+):(\\d\\d) left").matcher(line);
                assertTrue(left.find(), line);
                int said = Integer.parseInt(left.group(1)) * 60 + Integer.parseInt(left.group(2));
                double is = seconds - now;
                assertTrue(Math.abs(said - is) <= 0.1 * is + 0.5, said + " s said, " + is + " s are left");
                checked.add(line);
            }
        }
        assertTrue(checked.size() > 20, checked.size() + " lines");
    }
}
