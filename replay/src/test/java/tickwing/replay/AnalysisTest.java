package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

    private final StringWriter printed = new StringWriter();

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
                json.get("would_publish").asInt()
                        + json.get("rejected").asInt()
                        + json.get("filtered").asInt());
        assertTrue(json.get("dry_run").asBoolean());
        assertEquals(null, json.get("published"), "nothing is");
        assertEquals(null, json.get("broker"), "none was asked");
        assertTimes(json);
        JsonNode input = json.get("inputs").get(0);
        assertEquals(1, input.get("duplicates").asInt());
        assertEquals(3, input.get("groups").get("A").asInt());
        assertEquals(2, input.get("missing").get("note").asInt());
        assertEquals(3, input.get("rejections").get(0).get("first").size());
    }

    private static void assertTimes(JsonNode report) {
        Instant started = Instant.parse(report.get("started").asText());
        Instant ended = Instant.parse(report.get("ended").asText());
        assertEquals(
                Duration.between(started, ended).toMillis() / 1e3,
                report.get("seconds").asDouble());
        assertTrue(report.get("rows_per_second").asDouble() > 0, report.toString());
    }

    @Test
    void saysThatADryRunWithoutAGoodRowIsOne() throws IOException {
        JsonNode json = report("group,day,note\nA,x,x\n", FORMAT);
        assertTrue(json.get("dry_run").asBoolean());
        assertEquals(0, json.get("would_publish").asInt());
    }

    @Test
    void remarksOnDuplicatesThatAreMoreThanATenth() throws IOException {
        String ten = "group,day,note\n" + "A,1,x\nA,2,x\nA,3,x\nA,4,x\nA,5,x\nA,6,x\nA,7,x\nA,8,x\nA,9,x\n";
        assertEquals(0, report(ten + "A,1,x\n", FORMAT).at("/inputs/0/remarks").size());
        JsonNode odd = report(ten + "A,1,x\nA,1,x\n", FORMAT).at("/inputs/0");
        assertEquals(2, odd.get("duplicates").asInt());
        String remark = odd.get("remarks").get(0).asText();
        assertTrue(remark.startsWith("2 of 11 rows are duplicates, which mostly means"), remark);
        assertTrue(printed.toString().contains("  remark        " + remark), printed.toString());
    }

    @Test
    void doesNotCountDuplicatesWhereNothingTellsRowsApart() throws IOException {
        RowFormat format = (name, rows, shiftDays) -> {
            rows.header();
            return new RowFormat.RowEncoder() {
                @Override
                public Outcome encode(CsvRow.Good row) {
                    return outcome(row);
                }

                @Override
                public boolean knowsIdentity() {
                    return false;
                }
            };
        };
        JsonNode input = report("group,day,note\nA,1,x\nA,1,x\n", format).at("/inputs/0");
        assertTrue(input.get("duplicates").isNull(), input.toString());
        assertEquals(0, input.get("remarks").size());
        assertTrue(printed.toString().contains("  duplicates    not known ("), printed.toString());
    }

    private JsonNode report(String rows, RowFormat format) throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), rows);
        Path report = folder.resolve("report.json");
        List<Input> inputs = List.of(Input.of(file.toString(), System.in));
        DryRun.run(inputs, format, "t", Optional.of(report), () -> false, new PrintWriter(printed));
        return new ObjectMapper().readTree(report.toFile());
    }

    @Test
    void reportsWhatARunHasPublishedAndWhenAndWhere() throws IOException {
        Path file = Files.writeString(
                folder.resolve("f.csv"), "day,key,note\n" + "2014-01-02,AA,1\n2014-01-02,AA,2\n2014-01-02,skip,3\n");
        Runs runs = new Runs(false);
        runs.report = Optional.of(folder.resolve("report.json"));
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            assertEquals(ExitCode.DONE, runs.run(file).code());
        } finally {
            System.setErr(before);
        }
        JsonNode json = new ObjectMapper().readTree(runs.report.get().toFile());
        assertTrue(json.has("dry_run") && !json.get("dry_run").asBoolean());
        assertEquals(2, json.get("published").asInt());
        assertEquals(null, json.get("would_publish"));
        assertEquals("localhost:1", json.get("broker").asText());
        assertTimes(json);
        String remark = json.at("/inputs/0/remarks/0").asText();
        assertTrue(log.toString(UTF_8).contains("[WARN] f.csv: " + remark + "."), log.toString(UTF_8));
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
