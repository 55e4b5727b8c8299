package tickwing.consumer.aroon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;

class ConsumerAroonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | --period must be at least 2 bars, was 1.", "-3 | --period must be at least 2 bars, was -3."})
    void saysInOneSentenceWhatIsWrong(String period, String sentence) {
        StringWriter err = new StringWriter();
        int code = Program.run(
                new ConsumerAroon(), new PrintWriter(new StringWriter()), new PrintWriter(err), "--period=" + period);
        assertEquals(ExitCode.USAGE, code);
        assertEquals(sentence, err.toString().lines().findFirst().orElseThrow());
    }
}
