package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.KafkaOptions;
import tickwing.common.cli.Program;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.error.UserError;
import tickwing.common.record.ByteSlice;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.csv.Dialect;
import tickwing.replay.input.Input;

class AnalysisTest {
    @TempDir
    private Path folder;

    /** Rows of {@code group,day,note}; a day is a number, {@code -} is filtered. */
    private static final RowFormat FORMAT = (name, rows, shiftDays) -> {
        rows.header();
        return row -> outcome(row);
    };
    private static final Look LOOK = new Look(Dialect.STANDARD, FORMAT, List.of());

    private record GroupDay(String group, int day) implements Subject {
        @Override
        public long eventMillis() {
            return day * 86_400_000L;
        }

        @Override
        public Object[] identity() {
            return new Object[] {group, day};
        }
    }

    private static Outcome outcome(CsvRow.Good row) {
        String day = row.cells().text(1);
        if (day.equals("-")) {
            return Outcome.FILTERED;
        }
        if (!day.matches("\\d+")) {
            return new Outcome.Rejected("not a day", "day \"" + day + "\" is not a number");
        }
        return new Outcome.Publish(
                new byte[0], ByteSlice.of(new byte[0]), new GroupDay(row.cells().text(0), Integer.parseInt(day)));
    }

    @Command(name = "trial")
    private static final class Trial implements Callable<Integer> {
        @Mixin
        private RunOptions run;

        @Mixin
        private ReplayOptions replay;

        @Mixin
        private KafkaOptions kafka;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            return Replay.run(replay.config(run, kafka.settings(), "trial", "t", "", System.in), FORMAT, out, out);
        }
    }

    @Test
    void refusesAReportInPlaceOfAFileThatIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "group,day,note\nA,1,x\n");
        Path config = Files.writeString(folder.resolve("client.properties"), "ssl.truststore.location=" + file + "1\n");
        Path keys = Files.writeString(folder.resolve("x.csv1"), "keys");
        for (Path report : List.of(file, config, keys)) {
            String before = Files.readString(report);
            StringWriter err = new StringWriter();
            int code = Program.run(
                    new Trial(),
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(err),
                    "--dry-run",
                    file.toString(),
                    "--command-config",
                    config.toString(),
                    "--report",
                    report.toString());
            assertEquals(ExitCode.USAGE, code);
            assertTrue(err.toString().contains("which would be lost; name another."), err.toString());
            assertEquals(before, Files.readString(report));
        }
    }

    @Test
    void readsNoFurtherFileWhenNobodyReadsStandardOutput() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "group,day,note\nA,1,x\n");
        List<String> opened = new ArrayList<>();
        RowFormat counting = (name, rows, shiftDays) -> {
            opened.add(name);
            return FORMAT.open(name, rows, shiftDays);
        };
        PrintWriter closed = new PrintWriter(new StringWriter()) {
            @Override
            public boolean checkError() {
                return true;
            }
        };
        List<Input> twice = List.of(Input.of(file.toString(), System.in), Input.of(file.toString(), System.in));
        assertThrows(
                StandardOutputLost.class,
                () -> DryRun.run(twice, counting, "t", Optional.empty(), () -> false, closed));
        assertEquals(1, opened.size());
        Path report = folder.resolve("report.json");
        DryRun.run(twice, counting, "t", Optional.of(report), () -> false, closed);
        assertTrue(Files.exists(report), "a report is read by somebody else");
    }

    @Test
    void saysInWhichLineTheHeaderHasAQuoteOutOfPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "group,\"day,note\nA,1,x\n");
        List<Input> inputs = List.of(Input.of(file.toString(), System.in));
        PrintWriter out = new PrintWriter(new StringWriter());
        UserError e = assertThrows(
                UserError.class, () -> DryRun.run(inputs, FORMAT, "t", Optional.empty(), () -> false, out));
        assertEquals(
                file + ":1: a quote is out of place: not closed, or in a cell that does not begin with one.",
                e.getMessage());
    }

    @Test
    void saysWhatRowsAreLikeBeforeTheyArePublished() throws IOException {
        Path file = Files.writeString(
                folder.resolve("f.csv"),
                "group,day,note\nA,1,x\nB,2,\nA,1,NA\nA,0,y\nB,-,z\nA,bad,z\nA,worse,z\nA,1\nA,x,z\nA,y,z\n");
        StringWriter out = new StringWriter();
        Path report = folder.resolve("report.json");
        int code = DryRun.run(
                List.of(Input.of(file.toString(), System.in)),
                FORMAT,
                "t",
                Optional.of(report),
                () -> false,
                new PrintWriter(out));
        assertEquals(ExitCode.REJECTED, code);
        String text = out.toString();
        for (String line : List.of(
                "rows          10 (5 rejected, 1 filtered)",
                "dates         1970-01-01 to 1970-01-03",
                "groups        2: A 3, B 1",
                "duplicates    1",
                "out of order  2",
                "missing       note 2 (22.2%)",
                "rejected      4 where not a day:",
                "f.csv:7: day \"bad\" is not a number",
                "f.csv:10: day \"x\" is not a number",
                "rejected      1 where too few columns:")) {
            assertTrue(text.contains(line), line + " is not in:\n" + text);
        }
        assertTrue(!text.contains("f.csv:11"), "three examples are enough:\n" + text);
        JsonNode json = new ObjectMapper().readTree(report.toFile());
        assertEquals(10, json.get("read").asInt());
        assertEquals(
                10,
                json.get("published").asInt()
                        + json.get("rejected").asInt()
                        + json.get("filtered").asInt());
        JsonNode input = json.get("inputs").get(0);
        assertEquals(1, input.get("duplicates").asInt());
        assertEquals(3, input.get("groups").get("A").asInt());
        assertEquals(2, input.get("missing").get("note").asInt());
        assertEquals(3, input.get("rejections").get(0).get("first").size());
    }

    @Test
    void countsRepetitionsAcrossItsPieces() {
        Random random = new Random(3);
        Repetitions repetitions = new Repetitions();
        Set<Long> seen = new HashSet<>();
        long expected = 0;
        for (int i = 0; i < 300_000; i++) {
            long number = random.nextInt(200_000) - 100_000L;
            expected += seen.add(number) ? 0 : 1;
            repetitions.addHash(number);
        }
        assertEquals(expected, repetitions.count());
    }

    @Test
    void movesALapOnByWholeWeeks() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "group,day,note\nA,0,x\nA,7,x\n");
        assertEquals(14, Laps.days(Input.of(file.toString(), System.in), LOOK));
        Files.writeString(file, "group,day,note\nA,5,x\n");
        assertEquals(7, Laps.days(Input.of(file.toString(), System.in), LOOK));
    }

    @Test
    void tellsDifferentRowsApart() {
        assertTrue(Repetitions.hash("a", "bc") != Repetitions.hash("ab", "c"));
        assertTrue(Repetitions.hash("a", null) != Repetitions.hash("a"));
        assertEquals(Repetitions.hash("AA", 7), Repetitions.hash("AA", "7"));
    }

    @Test
    void knowsTheColumnsOnceTheHeaderIsRead() throws IOException {
        CsvRows rows = new CsvRows(new ByteArrayInputStream("a, b ,\n".getBytes(UTF_8)));
        assertEquals(List.of(), rows.columns());
        rows.header();
        assertEquals(List.of("a", "b"), rows.columns());
    }
}
