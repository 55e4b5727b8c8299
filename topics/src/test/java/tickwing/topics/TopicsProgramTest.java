package tickwing.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;

class TopicsProgramTest {
    @Test
    void refusesANameThatNoTopicHas() {
        StringWriter err = new StringWriter();
        int code = Program.run(
                new TopicsProgram(), new PrintWriter(new StringWriter()), new PrintWriter(err), "flights", "a/b");
        assertEquals(ExitCode.USAGE, code);
        assertTrue(err.toString().contains("'a/b' is not a topic name that Kafka takes"), err.toString());
    }

    @Test
    void saysInItsHelpWhatOffsetsAre() {
        StringWriter out = new StringWriter();
        int code =
                Program.run(new TopicsProgram(), new PrintWriter(out), new PrintWriter(new StringWriter()), "--help");
        assertEquals(ExitCode.DONE, code);
        assertTrue(out.toString().contains("OFFSETS are those between"), out.toString());
    }
}
