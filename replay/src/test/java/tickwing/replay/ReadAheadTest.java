package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.error.UserError;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;

@Timeout(20)
class ReadAheadTest {
    private static final Runnable IDLE = () -> {};
    private static final int BATCH = 128;
    /** What is read before the first row is taken, with a batch that waits for room and one that is being filled. */
    private static final int MOST_AT_FIRST = (32 + 2) * BATCH;

    private static final int MOST_LATER = (4 + 2) * BATCH;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicLong encoded = new AtomicLong();

    @Test
    void keepsTheRowsInOrder() throws IOException {
        try (ReadAhead ahead = ahead(bytes(10_000))) {
            assertRows(ahead, 0, 10_000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 129, 1_000, 4_095, 4_096, 4_097, 5_000, 9_999, 10_000, 20_000})
    void skipsRowsWhetherTheyAreReadAlreadyOrNot(int rows) throws Exception {
        try (ReadAhead ahead = ahead(bytes(10_000))) {
            if (rows % 2 == 0) {
                awaitEncoded(MOST_AT_FIRST - 2 * BATCH);
            }
            ahead.skip(rows);
            assertRows(ahead, Math.min(rows, 10_000), 10_000);
        }
    }

    @Test
    void skipsBadRowsAndRowsOverSeveralLinesLikeAllOthers() throws IOException {
        InputStream in = stream("a,b\n1,2\nbad\n\n3,\"x\ny\"\n5,6\n");
        ReadAhead.Opener opener = () -> {
            CsvRows rows = new CsvRows(in);
            rows.header();
            return new OpenInput(in, rows, this::encode, -1);
        };
        try (ReadAhead ahead = new ReadAhead("f.csv", opener, new Reach(() -> 0, () -> 0), stopped::get)) {
            ahead.skip(3);
            assertEquals(outcome("5"), ahead.next(IDLE).outcome());
            assertNull(ahead.next(IDLE));
        }
    }

    @Test
    void encodesNoRowThatIsKnownToBeSkipped() throws Exception {
        try (ReadAhead ahead = ahead(bytes(200_000))) {
            ahead.skip(199_000);
            assertEquals(outcome("199000"), ahead.next(IDLE).outcome());
            assertTrue(encoded.get() <= MOST_AT_FIRST + 1_000, "encoded " + encoded.get());
        }
    }

    @Test
    void handsARowOverAtOnceWhenTheInputPauses() throws IOException {
        try (PipedOutputStream keyboard = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(keyboard);
                ReadAhead ahead = ahead(in)) {
            keyboard.write("zero\none\n".getBytes(UTF_8));
            keyboard.flush();
            ahead.skip(1);
            assertEquals(2, ahead.next(IDLE).row().line());
            assertFalse(ahead.hasEnded());
        }
    }

    @Test
    void saysWhereTheRowsStandThatWereTakenAndNotThoseThatWereRead() throws IOException {
        byte[] file = "1234567\r\n".repeat(100_000).getBytes(UTF_8);
        AtomicLong read = new AtomicLong();
        InputStream in = new FilterInputStream(new ByteArrayInputStream(file)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int some = super.read(bytes, offset, length);
                read.addAndGet(Math.max(0, some));
                return some;
            }
        };
        // As if the file were half as large as what it unpacks to.
        Reach reach = new Reach(() -> read.get() / 2, read::get);
        ReadAhead.Opener opener = () -> new OpenInput(in, new CsvRows(in), this::encode, -1);
        try (ReadAhead ahead = new ReadAhead("f.csv", opener, reach, stopped::get)) {
            ahead.skip(10_000);
            assertEquals(45_000, ahead.position(), 45_000 * 0.15);
            for (int row = 10_001; ahead.next(IDLE) != null; row++) {
                assertEquals(row * 4.5, ahead.position(), row * 4.5 * 0.15);
            }
            assertEquals(file.length / 2, ahead.position(), 1);
        }
    }

    @Test
    void readsNoMoreThanAFewBatchesAheadOnceRowsAreTaken() throws Exception {
        try (ReadAhead ahead = ahead(bytes(100_000))) {
            assertTrue(settled() <= MOST_AT_FIRST, "read ahead " + encoded);
            int taken = 40 * BATCH;
            for (int i = 0; i < taken; i++) {
                ahead.next(IDLE);
            }
            assertTrue(settled() - taken <= MOST_LATER, "read ahead " + (encoded.get() - taken));
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
            assertEquals(1, ahead.next(IDLE).row().line());
            assertEquals(2, ahead.next(IDLE).row().line());
            assertEquals(
                    "the disk is gone",
                    assertThrows(IOException.class, () -> ahead.next(IDLE)).getMessage());
        }
    }

    @Test
    void passesOnWhyTheInputCannotBeOpened() throws IOException {
        ReadAhead.Opener opener = () -> {
            throw new UserError("no header");
        };
        try (ReadAhead ahead = new ReadAhead("f.csv", opener, new Reach(() -> 0, () -> 0), stopped::get)) {
            assertEquals(
                    "no header", assertThrows(UserError.class, ahead::opened).getMessage());
            assertEquals(
                    "no header",
                    assertThrows(UserError.class, () -> ahead.next(IDLE)).getMessage());
        }
    }

    @Test
    void passesOnWhatHasGoneWrongInItsWork() throws IOException {
        InputStream in = bytes(3);
        ReadAhead.Opener opener = () -> new OpenInput(
                in,
                new CsvRows(in),
                row -> {
                    throw new IllegalStateException("a bug");
                },
                -1);
        try (ReadAhead ahead = new ReadAhead("f.csv", opener, new Reach(() -> 0, () -> 0), stopped::get)) {
            assertEquals(
                    "a bug",
                    assertThrows(IllegalStateException.class, () -> ahead.next(IDLE))
                            .getMessage());
        }
    }

    @Test
    void stopsWaitingForAnInputThatSaysNothing() throws IOException {
        try (PipedOutputStream keyboard = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(keyboard);
                ReadAhead ahead = ahead(in)) {
            stopped.set(true);
            assertNull(ahead.next(IDLE));
            assertFalse(ahead.hasEnded());
        }
    }

    @Test
    void stopsWaitingForAHeader() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        ReadAhead.Opener opener = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UserError("too late");
        };
        try (ReadAhead ahead = new ReadAhead("f.csv", opener, new Reach(() -> 0, () -> 0), stopped::get)) {
            stopped.set(true);
            assertNull(ahead.opened());
        }
    }

    @Test
    void leavesNoThreadAndNoOpenInputBehindWhenNobodyTakesTheRest() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new FilterInputStream(bytes(100_000)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        ReadAhead ahead = ahead(in);
        ahead.next(IDLE);
        ahead.close();
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("reader of f.csv") && thread.isAlive()));
        assertTrue(closed.get());
    }

    private void assertRows(ReadAhead ahead, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            RowBatch.Handled handled = ahead.next(IDLE);
            assertEquals(i + 1, handled.row().line());
            assertEquals(outcome("" + i), handled.outcome());
        }
        assertNull(ahead.next(IDLE));
        assertTrue(ahead.hasEnded());
    }

    private ReadAhead ahead(InputStream in) {
        return new ReadAhead(
                "f.csv",
                () -> new OpenInput(in, new CsvRows(in), this::encode, -1),
                new Reach(() -> 0, () -> 0),
                stopped::get);
    }

    private Outcome encode(CsvRow.Good row) {
        encoded.incrementAndGet();
        return outcome(row.cells().text(0));
    }

    private static Outcome outcome(String cell) {
        return new Outcome.Rejected(cell, "");
    }

    private void awaitEncoded(int rows) throws InterruptedException {
        while (encoded.get() < rows) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** How many rows are encoded once no more are for a tenth of a second. */
    private long settled() throws InterruptedException {
        long before = -1;
        for (long now = encoded.get(); now != before; now = encoded.get()) {
            before = now;
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return before;
    }

    private static InputStream bytes(int rows) {
        return stream(IntStream.range(0, rows).mapToObj(i -> i + "\n").collect(Collectors.joining()));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
