package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickwing.common.error.UserError;
import tickwing.common.kafka.LetterLayout;
import tickwing.common.kafka.Position;
import tickwing.common.record.ByteSlice;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.pace.Pace;
import tickwing.replay.pace.Throughput;

class RowLoopTest {
    private static final Subject NOBODY_ASKS = new Subject() {
        @Override
        public String group() {
            throw new AssertionError("asked for");
        }

        @Override
        public long eventMillis() {
            throw new AssertionError("asked for");
        }

        @Override
        public Object[] identity() {
            throw new AssertionError("asked for");
        }
    };

    private final FakePublisher publisher = new FakePublisher();
    private final FakeTime time = new FakeTime();
    private String name = "f.csv";
    private volatile boolean stopped;

    private static final class FakeTime implements NanoClock {
        private long now;
        private long step;
        private int readings;
        private Runnable eachSleep = () -> {};

        @Override
        public long nanos() {
            readings++;
            now += step;
            return now;
        }

        @Override
        public void sleep(long nanos) {
            now += nanos;
            eachSleep.run();
        }
    }

    @Test
    void publishesRowsInOrderAndSaysThatTheInputHasEnded() throws IOException {
        run("a,1\nb,2\n", Pace.UNLIMITED, Long.MAX_VALUE);
        assertEquals(List.of("a=1", "b=2"), publisher.committed);
        assertEquals(List.of(new Position(2, "2 0 0 true")), publisher.positions);
    }

    @Test
    void countsEachRowAsPublishedRejectedOrFiltered() throws IOException {
        RowLoop loop = run("a,1\nb\nskip,2\nbad,3\nc,4\n", Pace.UNLIMITED, Long.MAX_VALUE);
        assertEquals(new Accounts(5, 2, 2, 1), loop.committed());
        assertEquals(
                List.of("f.csv|3|f.csv:3: 1 columns; the header has 2|b", "f.csv|5|f.csv:5: bad 3|bad,3"),
                publisher.deadLetters);
    }

    @Test
    void warnsOfARowWithoutObeyingWhatItHolds() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            run("bad,\"\033]0;x\007\n12:00:00 [INFO] fake \u202e\"\n", Pace.UNLIMITED, Long.MAX_VALUE);
        } finally {
            System.setErr(before);
        }
        String shown = "f.csv:2: bad \\u001b]0;x\\u0007\\n12:00:00 [INFO] fake \\u202e";
        assertEquals(1, log.toString(UTF_8).lines().count(), log.toString(UTF_8));
        assertTrue(log.toString(UTF_8).contains(shown + " (rejected;"), log.toString(UTF_8));
        assertTrue(publisher.deadLetters.get(0).startsWith("f.csv|2|" + shown + "|"), "the row itself is as it was");
        assertTrue(publisher.deadLetters.get(0).endsWith("|bad,\"\033]0;x\007\n12:00:00 [INFO] fake \u202e\""));
    }

    @Test
    void stopsBehindTheLastRowThatWasAskedFor() throws IOException {
        run("a,1\nskip,2\nb,3\nc,4\n", Pace.UNLIMITED, 2);
        assertEquals(List.of("a=1", "b=3"), publisher.committed);
        assertEquals(new Position(3, "2 0 1 false"), publisher.positions.get(0));
    }

    @Test
    void commitsAboutEverySecond() throws IOException {
        run(rows(100), new Throughput(20), Long.MAX_VALUE);
        assertEquals(100, publisher.committed.size());
        assertTrue(publisher.positions.size() >= 5 && publisher.positions.size() <= 7, publisher.positions.toString());
    }

    @Test
    void commitsAboutEveryTwoSecondsWhereNothingWaits() throws IOException {
        time.step = 10_000_000;
        run(rows(40_000), Pace.UNLIMITED, Long.MAX_VALUE);
        assertEquals(40_000, publisher.committed.size());
        assertTrue(time.readings < 400, time.readings + " readings of the clock");
        assertTrue(publisher.positions.size() >= 3 && publisher.positions.size() <= 4, publisher.positions.toString());
    }

    @Test
    void commitsTheFirstRowsSoon() throws IOException {
        time.eachSleep = () -> assertTrue(
                time.now < 300_000_000L || !publisher.committed.isEmpty(),
                "nothing committed after " + time.now + " ns");
        run(rows(100), new Throughput(20), Long.MAX_VALUE);
        assertEquals(100, publisher.committed.size());
    }

    @Test
    void commitsAtOnceWhenTheNextRowIsFarOff() throws IOException {
        time.eachSleep = () -> assertTrue(!publisher.committed.isEmpty(), "waiting with a row in hand");
        run(rows(3), new Throughput(0.5), Long.MAX_VALUE);
        assertEquals(4.0, time.now / 1e9, 0.01);
    }

    @Test
    void commitsWhatItHasWhenToldToStop() throws IOException {
        time.eachSleep = () -> stopped = time.now > 3_000_000_000L;
        RowLoop loop = run(rows(1_000), new Throughput(10), Long.MAX_VALUE);
        assertTrue(
                publisher.committed.size() >= 30 && publisher.committed.size() <= 32, "" + publisher.committed.size());
        assertEquals(publisher.committed.size(), loop.committed().read());
        assertTrue(publisher
                .positions
                .get(publisher.positions.size() - 1)
                .metadata()
                .endsWith("false"));
    }

    @Test
    void sendsARecordThatIsTooLargeToTheDeadLettersCutToSize() throws IOException {
        publisher.maxRecordBytes = 10;
        run("a,1234567890\nb,2\n", Pace.UNLIMITED, Long.MAX_VALUE);
        assertEquals(List.of("b=2"), publisher.committed);
        assertTrue(publisher.deadLetters.get(0).endsWith("|a,12345678"), publisher.deadLetters.get(0));
    }

    @Test
    void letsDeadLettersSayWhatTheColumnsOfTheirFileAreByWhateverNameItGoes() throws IOException {
        name = "f.csv~1a2b3c4d";
        run("a,1\nb\nbad,3\n", Pace.UNLIMITED, Long.MAX_VALUE);
        LetterLayout layout = new LetterLayout("key,value", "", "");
        assertEquals(List.of(layout, layout), publisher.layouts);
        assertTrue(
                publisher.deadLetters.get(1).startsWith(name + "|4|" + name + ":4: bad 3|"),
                publisher.deadLetters.get(1));
    }

    @Test
    void leavesRoomForTheColumnsWhenItCutsARowToSize() throws IOException {
        publisher.maxRecordBytes = 40;
        run("bad," + "x".repeat(60) + "\n", Pace.UNLIMITED, Long.MAX_VALUE);
        assertTrue(publisher.deadLetters.get(0).endsWith("|bad," + "x".repeat(27)), publisher.deadLetters.get(0));
    }

    @Test
    void claimsNothingThatWasNotCommitted() throws IOException {
        RowLoop loop = loop(rows(10), Pace.UNLIMITED);
        publisher.failure = new UserError("gone");
        assertThrows(UserError.class, () -> loop.run(Long.MAX_VALUE));
        assertEquals(Accounts.NONE, loop.committed());
        assertEquals(List.of(), publisher.committed);
    }

    private RowLoop run(String rows, Pace pace, long maxRecords) throws IOException {
        RowLoop loop = loop(rows, pace);
        loop.run(maxRecords);
        return loop;
    }

    private RowLoop loop(String text, Pace pace) {
        InputStream bytes = new ByteArrayInputStream(("key,value\n" + text).getBytes(UTF_8));
        CsvRows rows = new CsvRows(bytes);
        ReadAhead.Opener opener = () -> {
            rows.header();
            return new OpenInput(bytes, rows, RowLoopTest::encode, -1);
        };
        ReadAhead ahead = new ReadAhead("f.csv", opener, new Reach(() -> 0, () -> 0), () -> stopped);
        return new RowLoop(
                new RowLoop.Intake(name, ahead, ResumePoint.start(1), Reconciliation.none()),
                publisher,
                new RowLoop.Timing(pace, time, () -> stopped),
                (a, tail, ended) ->
                        new Position(a.read(), a.published() + " " + a.rejected() + " " + a.filtered() + " " + ended),
                (row, outcome, now) -> {});
    }

    private static Outcome encode(CsvRow.Good row) {
        return switch (row.cells().text(0)) {
            case "skip" -> Outcome.FILTERED;
            case "bad" -> new Outcome.Rejected("bad", "bad " + row.cells().text(1));
            default ->
                new Outcome.Publish(
                        row.cells().text(0).getBytes(UTF_8),
                        ByteSlice.of(row.cells().text(1).getBytes(UTF_8)),
                        NOBODY_ASKS);
        };
    }

    private static String rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k," + i + "\n").collect(Collectors.joining());
    }
}
