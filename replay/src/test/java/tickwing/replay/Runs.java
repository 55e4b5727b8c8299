package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.UserError;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.Topics;
import tickwing.common.record.ByteSlice;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.Unpivot;
import tickwing.replay.input.Input;
import tickwing.replay.pace.Pace;

/** Runs of a producer, in process, against a topic in memory. */
final class Runs {
    /** How a run ended. */
    record Ended(int code, String out, String error) {}

    final FakeTopic topic = new FakeTopic();
    private final boolean upserts;
    String selection = "all rows";
    ResumePoint.Repeat repeat = ResumePoint.Repeat.ONCE;
    boolean follow;
    long maxRecords = Long.MAX_VALUE;
    NanoClock time = NanoClock.REAL;
    Optional<Path> report = Optional.empty();
    Optional<Reconciliation.CutRow> cutRow = Optional.empty();
    Replay running;
    Runnable onFirstRow = () -> {};
    RowFormat format = this::open;
    /** How lines are taken apart that hold several rows; empty for those that are one. */
    Optional<Unpivot> sides = Optional.empty();

    /** @param upserts whether a record takes the place of an earlier one of the same day and key */
    Runs(boolean upserts) {
        this.upserts = upserts;
    }

    Ended run(Path... files) {
        StringWriter out = new StringWriter();
        try {
            List<Input> inputs = List.of(files).stream()
                    .map(f -> Input.of(f.toString(), InputStream.nullInputStream()))
                    .toList();
            running = new Replay(config(inputs), format, topic, new PrintWriter(out), new PrintWriter(out), time);
            return new Ended(running.run(), out.toString(), "");
        } catch (UserError e) {
            return new Ended(ExitCode.FAILED, out.toString(), e.getMessage());
        }
    }

    /** Follows the file until there is enough, which is asked for each time that there is nothing to read; 10 s at the most. */
    Ended follow(Path file, BooleanSupplier enough) {
        follow = true;
        long end = System.nanoTime() + 10_000_000_000L;
        time = new NanoClock() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(long nanos) {
                NanoClock.REAL.sleep(1_000_000);
                if (enough.getAsBoolean() || System.nanoTime() > end) {
                    running.stop();
                }
            }
        };
        try {
            return run(file);
        } finally {
            follow = false;
        }
    }

    /** Where the only input stands. */
    Bookmark bookmark() {
        return Bookmark.of(topic.positions.values().iterator().next()).orElseThrow();
    }

    private ReplayConfig config(List<Input> inputs) {
        return new ReplayConfig(
                ClientSettings.of("localhost:1"),
                "p",
                "t",
                inputs,
                () -> Pace.UNLIMITED,
                maxRecords,
                selection,
                repeat,
                follow,
                false,
                cutRow,
                Optional.empty(),
                new ReplayConfig.NewTopic(1, Topics.BROKER_DEFAULT_REPLICATION),
                new ReplayConfig.Monitoring(Progress.Style.NONE, report));
    }

    /** Rows of {@code day,key,note}; the key {@code skip} is left out. */
    private RowFormat.RowEncoder open(String name, tickwing.replay.csv.CsvRows rows, int shiftDays)
            throws java.io.IOException {
        List<String> header = rows.header();
        if (header == null) {
            throw new UserError(name + " is empty.");
        }
        sides.ifPresent(unpivot -> rows.header(header, unpivot));
        return new RowFormat.RowEncoder() {
            @Override
            public Outcome encode(CsvRow.Good row) {
                Runnable first = onFirstRow;
                onFirstRow = () -> {};
                first.run();
                return outcome(row.cells().texts());
            }

            @Override
            public boolean upserts() {
                return upserts;
            }
        };
    }

    private record DayKey(String day, String group) implements Subject {
        @Override
        public long eventMillis() {
            return 0;
        }

        @Override
        public Object[] identity() {
            return new Object[] {day, group};
        }
    }

    private static Outcome outcome(String[] cells) {
        if (!cells[0].matches("\\d{4}-\\d\\d-\\d\\d")) {
            return new Outcome.Rejected("no day", "\"" + cells[0] + "\" is no day");
        }
        if (cells[1].startsWith("skip")) {
            return Outcome.FILTERED;
        }
        return new Outcome.Publish(
                cells[1].getBytes(UTF_8),
                ByteSlice.of(String.join("|", cells).getBytes(UTF_8)),
                new DayKey(cells[0], cells[1]));
    }
}
