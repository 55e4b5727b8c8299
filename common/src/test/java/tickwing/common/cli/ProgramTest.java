package tickwing.common.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;
import tickwing.common.text.Printable;

class ProgramTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "trial", description = "Tries things.")
    private static final class Trial implements Callable<Integer> {
        private final Callable<Integer> work;

        @Option(names = "--every")
        private Duration every = Duration.ZERO;

        @Option(names = "--zone")
        private ZoneId zone = ZoneOffset.UTC;

        Trial(Callable<Integer> work) {
            this.work = work;
        }

        @Override
        public Integer call() throws Exception {
            return work.call();
        }
    }

    @Test
    void returnsWhatTheCommandReturns() {
        assertEquals(ExitCode.REJECTED, run(() -> ExitCode.REJECTED));
        assertEquals("", err.toString());
    }

    @Test
    void saysAUsersErrorInOneSentenceAndReturns1() {
        int code = run(() -> {
            throw new UserError("flights.csv does not exist; name another file.");
        });
        assertEquals(ExitCode.FAILED, code);
        assertEquals("flights.csv does not exist; name another file." + System.lineSeparator(), err.toString());
    }

    @Command(name = "suite", subcommands = Part.class)
    private static final class Whole implements Callable<Integer> {
        @Override
        public Integer call() {
            return ExitCode.DONE;
        }
    }

    @Command(name = "part", description = "Tries a part.")
    private static final class Part implements Callable<Integer> {
        @Override
        public Integer call() {
            return ExitCode.REJECTED;
        }
    }

    @Test
    void givesCommandsOfCommandsTheStandardOptionsToo() {
        assertEquals(ExitCode.REJECTED, Program.run(new Whole(), new PrintWriter(out), new PrintWriter(err), "part"));
        assertEquals(
                ExitCode.DONE,
                Program.run(new Whole(), new PrintWriter(out, true), new PrintWriter(err, true), "part", "--help"));
        assertTrue(out.toString().contains("Usage: tickwing suite part [OPTIONS]"), out.toString());
        assertEquals("", err.toString());
    }

    @Command(name = "sorted")
    @Section("First things")
    private static final class Sorted implements Callable<Integer> {
        @Option(names = "--late", order = 5, description = "Late, but of the first section.")
        private boolean late;

        @Section("Second things")
        @Option(
                names = "--a-name-that-leaves-little-room",
                paramLabel = "VALUE",
                order = 2,
                description =
                        "A text that is longer than what is left of a line, with https://an.address.example/in?it=all.")
        private String second;

        @Option(names = "--early", order = 1, description = "Early.")
        private boolean early;

        @Override
        public Integer call() {
            return ExitCode.DONE;
        }
    }

    @Test
    void listsOptionsBySectionsInLinesOfATerminal() {
        assertEquals(
                ExitCode.DONE,
                Program.run(new Sorted(), new PrintWriter(out, true), new PrintWriter(err, true), "--help"));
        List<String> lines = out.toString().lines().toList();
        assertEquals("Usage: tickwing sorted [OPTIONS]", lines.get(0));
        assertEquals(
                List.of(
                        "First things:",
                        "--early",
                        "--late",
                        "Second things:",
                        "--a-name-that-leaves-little-room=VALUE",
                        "About the program:",
                        "-h,",
                        "-V,",
                        "--verbose"),
                lines.stream()
                        .map(String::strip)
                        .filter(line -> line.matches("-.*|.*:"))
                        .map(line -> line.endsWith(":") ? line : line.replaceAll(" .*", ""))
                        .toList());
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), out.toString());
        assertTrue(out.toString().contains(" https://an.address.example/in?it=all."), out.toString());
    }

    @Test
    void saysThatTheHeapIsTooSmallAndReturns1() {
        int code = run(() -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertEquals(ExitCode.FAILED, code);
        assertTrue(err.toString().contains("give Java more with TICKWING_JAVA_OPTS=-Xmx"), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void returns2AndPointsToTheHelpForAnOptionThatMakesNoSense() {
        int code = run(() -> {
            throw new UsageError("--period must be at least 2 bars, was 1.");
        });
        assertEquals(ExitCode.USAGE, code);
        assertTrue(err.toString().contains("was 1."));
        assertTrue(err.toString().contains("trial --help"));
    }

    @Test
    void returns2ForAnUnknownOption() {
        assertEquals(ExitCode.USAGE, run(() -> 0, "--evry", "3s"));
        assertTrue(err.toString().contains("--evry"), err.toString());
        assertTrue(err.toString().contains("--every"), "suggests the option that was meant: " + err);
    }

    @Test
    void returns2ForADurationWithoutUnit() {
        assertEquals(ExitCode.USAGE, run(() -> 0, "--every", "30"));
        assertTrue(err.toString().contains("expected e.g. 500ms, 30s"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "UTC", "+05:30"})
    void takesTimeZones(String zone) {
        assertEquals(ExitCode.DONE, run(() -> ExitCode.DONE, "--zone", zone), err.toString());
    }

    @Test
    void returns2ForATimeZoneThatDoesNotExist() {
        assertEquals(ExitCode.USAGE, run(() -> 0, "--zone", "America/Gotham"));
        assertTrue(err.toString().contains("'America/Gotham' is not a time zone; expected e.g."), err.toString());
    }

    @Test
    void neverShowsAStackTraceUnlessAskedTo() {
        Callable<Integer> broken = () -> {
            throw new IllegalStateException("boom");
        };
        assertEquals(ExitCode.FAILED, run(broken));
        assertFalse(err.toString().contains("\tat "));
        assertTrue(err.toString().contains("boom"));
        assertTrue(err.toString().contains("--verbose"));
        run(broken, "--verbose");
        assertTrue(err.toString().contains("\tat "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--every=\033]0;x\007\nfake", "--e\033]0;x\007\nfake", "\033]0;x\007\nfake"})
    void showsAnArgumentOfWhichItComplainsWithoutObeyingIt(String argument) {
        assertEquals(ExitCode.USAGE, run(() -> 0, argument));
        assertTrue(err.toString().contains("\\u001b]0;x\\u0007\\nfake"), err.toString());
        assertPrintable();
    }

    @Test
    void makesOnePrintableLineOfASentence() {
        run(() -> {
            throw new UserError("\033]0;x\007\nfake.csv does not exist.");
        });
        assertEquals("\\u001b]0;x\\u0007\\nfake.csv does not exist." + System.lineSeparator(), err.toString());
    }

    @Test
    void showsAStackTraceOfPrintableLines() {
        run(
                () -> {
                    throw new IllegalStateException("\033]0;x\007\n12:00:00 [INFO] fake", new IOException("\u202e"));
                },
                "--verbose");
        assertTrue(err.toString().lines().noneMatch(line -> line.startsWith("12:00:00")), err.toString());
        assertTrue(err.toString().contains("Caused by: java.io.IOException: \\u202e"), err.toString());
        assertPrintable();
    }

    private void assertPrintable() {
        err.toString().lines().forEach(line -> assertEquals(Printable.line(line), line));
    }

    @Test
    void saysThatNoBrokerAnswersWhenKafkaTimesOut() {
        int code = run(() -> {
            throw new TimeoutException("Timed out waiting for a node assignment.");
        });
        assertEquals(ExitCode.FAILED, code);
        assertTrue(err.toString().startsWith("No broker answers at "), err.toString());
    }

    @Test
    void showsHelpAndVersionOnStandardOutput() {
        assertEquals(ExitCode.DONE, run(() -> 9, "--help"));
        assertTrue(out.toString().contains("Tries things."));
        assertEquals(ExitCode.DONE, run(() -> 9, "--version"));
        assertTrue(out.toString().contains("trial development"));
    }

    private int run(Callable<Integer> work, String... args) {
        return Program.run(new Trial(work), new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
