package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

@Timeout(20)
class ReadAheadTest {
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Test
    void keepsTheRowsInOrder() throws IOException {
        try (ReadAhead ahead = ahead(bytes(10_000))) {
            for (int i = 0; i < 10_000; i++) {
                ReadAhead.Handled handled = ahead.next();
                assertEquals(i + 1, handled.row().line());
                assertEquals("" + i, ((Outcome.Rejected) handled.outcome()).kind());
            }
            assertNull(ahead.next());
            assertTrue(ahead.hasEnded());
        }
    }

    @Test
    void handsARowOverAtOnceWhenTheInputPauses() throws IOException {
        try (PipedOutputStream keyboard = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(keyboard);
                ReadAhead ahead = ahead(in)) {
            keyboard.write("zero\n".getBytes(UTF_8));
            keyboard.flush();
            assertEquals(1, ahead.next().row().line());
            assertFalse(ahead.hasEnded());
        }
    }

    @Test
    void readsNoMoreThanAFewBatchesAhead() throws Exception {
        AtomicLong worked = new AtomicLong();
        CsvRows rows = new CsvRows(bytes(100_000));
        try (ReadAhead ahead = new ReadAhead("f.csv", rows, row -> counted(worked), () -> {}, stopped::get)) {
            ahead.next();
            long before = -1;
            for (long now = worked.get(); now != before; now = worked.get()) {
                before = now;
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertTrue(worked.get() <= 6 * 128, "read ahead " + worked.get());
        }
    }

    @Test
    void passesOnWhyReadingHasFailedAfterTheRowsBefore() throws IOException {
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == 4) {
                    throw new IOException("the disk is gone");
                }
                return "0\n1\n".charAt(at++);
            }
        };
        try (ReadAhead ahead = ahead(broken)) {
            assertEquals(1, ahead.next().row().line());
            assertEquals(2, ahead.next().row().line());
            assertEquals(
                    "the disk is gone",
                    assertThrows(IOException.class, ahead::next).getMessage());
        }
    }

    @Test
    void passesOnWhatHasGoneWrongInItsWork() throws IOException {
        CsvRows rows = new CsvRows(bytes(3));
        try (ReadAhead ahead = new ReadAhead(
                "f.csv",
                rows,
                row -> {
                    throw new IllegalStateException("a bug");
                },
                () -> {},
                stopped::get)) {
            assertEquals(
                    "a bug",
                    assertThrows(IllegalStateException.class, ahead::next).getMessage());
        }
    }

    @Test
    void stopsWaitingForAnInputThatSaysNothing() throws IOException {
        try (PipedOutputStream keyboard = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(keyboard);
                ReadAhead ahead = ahead(in)) {
            stopped.set(true);
            assertNull(ahead.next());
            assertFalse(ahead.hasEnded());
        }
    }

    @Test
    void leavesNoThreadBehindWhenNobodyTakesTheRest() throws Exception {
        ReadAhead ahead = ahead(bytes(100_000));
        ahead.next();
        ahead.close();
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("reader of f.csv") && thread.isAlive()));
    }

    private ReadAhead ahead(InputStream in) {
        return new ReadAhead("f.csv", new CsvRows(in), ReadAheadTest::named, () -> {}, stopped::get);
    }

    private static Outcome named(CsvRow row) {
        return new Outcome.Rejected(((CsvRow.Good) row).cells().text(0), "");
    }

    private static Outcome counted(AtomicLong worked) {
        worked.incrementAndGet();
        return Outcome.FILTERED;
    }

    private static InputStream bytes(int rows) {
        return new ByteArrayInputStream(IntStream.range(0, rows)
                .mapToObj(i -> i + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8));
    }
}
