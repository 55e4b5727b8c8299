package tickwing.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;
import tickwing.common.kafka.BrokerFailure;
import tickwing.common.kafka.BrokerProblem;
import tickwing.common.kafka.ClientSettings;

class TailProgramTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "--once                  | Missing required parameter: 'TOPIC'",
                "a/b                     | 'a/b' is not a topic name that Kafka takes; expected 1 to 249 letters",
                "t --num-records 0       | --num-records must be at least 1, was 0.",
                "t --format %q           | --format has \"%q\", which is no token; there are %k (key), %v or %s (value)",
                "t --format %k --json    | --format and --json are two layouts; choose one.",
            })
    void saysWhatIsWrongWithACommandLine(String line, String sentence) {
        StringWriter err = new StringWriter();
        int code = Program.run(
                new TailProgram(), new PrintWriter(new StringWriter()), new PrintWriter(err), line.split(" "));
        assertEquals(ExitCode.USAGE, code, err.toString());
        assertTrue(err.toString().contains(sentence), err.toString());
    }

    @Test
    void findsDeadLettersBesideTheTopicThatTheyWereMeantFor() {
        assertEquals("t", config(TailConfig.Kind.RECORDS).source());
        assertEquals("t.dlq", config(TailConfig.Kind.DEAD_LETTERS).source());
    }

    @Test
    void pointsToTheListOfTopicsWhenThereIsNoSuchTopic() {
        assertEquals(
                "Topic t does not exist; './tickwing topics' lists those that do.",
                sentence(TailConfig.Kind.RECORDS, new BrokerProblem.TopicMissing("t")));
        assertEquals(
                "Topic t.dlq does not exist: no row of t was ever rejected.",
                sentence(TailConfig.Kind.DEAD_LETTERS, new BrokerProblem.TopicMissing("t.dlq")));
    }

    @Test
    void leavesOtherFailuresAsTheyAre() {
        BrokerFailure other = new BrokerFailure(new BrokerProblem.Unreachable("localhost:1"));
        assertSame(other, TailRun.inWords(config(TailConfig.Kind.RECORDS), other));
    }

    private static String sentence(TailConfig.Kind kind, BrokerProblem problem) {
        return TailRun.inWords(config(kind), new BrokerFailure(problem)).getMessage();
    }

    private static TailConfig config(TailConfig.Kind kind) {
        return new TailConfig(
                ClientSettings.of("localhost:1"),
                "t",
                kind,
                TailConfig.Reach.ONCE,
                new JsonLines(),
                Optional.empty(),
                OptionalLong.empty());
    }
}
