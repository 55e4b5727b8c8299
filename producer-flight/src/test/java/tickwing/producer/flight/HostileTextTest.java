package tickwing.producer.flight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;
import tickwing.common.text.Printable;

/** Names and cells that try to give orders to a terminal, or to pass for a line of their own. */
class HostileTextTest {
    private static final String HOSTILE = "\033]0;x\007\nfake \u202eline";
    private static final String SHOWN = "\\u001b]0;x\\u0007\\nfake \\u202eline";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        int code = Program.run(new ProducerFlight(), new PrintWriter(out), new PrintWriter(err), args);
        (out + "\n" + err).lines().forEach(line -> {
            assertEquals(Printable.line(line), line);
            assertTrue(!line.startsWith("fake"), line);
        });
        return code;
    }

    private String file(String content) throws Exception {
        return Files.writeString(folder.resolve(HOSTILE + ".csv"), content, UTF_8)
                .toString();
    }

    @Test
    void areShownByADryRun() throws Exception {
        String cell = '"' + HOSTILE + '"';
        String file = file(
                "YEAR,MONTH,DAY,AIRLINE," + cell + "\n2014,1,31," + cell + ",NA\n2014,1," + cell + ",AA,1\n2014,1\n");
        assertEquals(ExitCode.REJECTED, run("--dry-run", file));
        assertTrue(out.toString().startsWith(SHOWN + ".csv"), out.toString());
        assertTrue(out.toString().contains("1: " + SHOWN + " 1"), "the airline: " + out);
        assertTrue(out.toString().contains(SHOWN + " 1 ("), "the column: " + out);
        assertTrue(out.toString().contains(SHOWN + ".csv:5: date"), "the example of a rejected row: " + out);
    }

    @Test
    void areShownWhereTheyCannotBeUsed() throws Exception {
        assertEquals(ExitCode.FAILED, run(folder.resolve(HOSTILE).toString()));
        assertTrue(err.toString().contains(SHOWN + " does not exist"), err.toString());
        assertEquals(ExitCode.USAGE, run("--topic", HOSTILE, "--dry-run", file("A\n")));
        assertTrue(err.toString().contains("--topic '" + SHOWN + "'"), err.toString());
        assertEquals(ExitCode.USAGE, run("--header", HOSTILE, "x.csv"));
        assertEquals(ExitCode.USAGE, run("--throughput", HOSTILE, "x.csv"));
        assertEquals(ExitCode.FAILED, run("--bootstrap-server", "\033]0;x\007:9092", file("A\n")));
        assertTrue(err.toString().contains("'\\u001b]0;x\\u0007:9092' is not of the form HOST:PORT"), err.toString());
    }
}
