package tickwing.consumer.bollinger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;

class ConsumerBollingerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 2 | --period must be at least 2 bars, was 1.",
                "20 | 0 | --width must be more than 0 standard deviations, was 0.0.",
                "20 | NaN | --width must be more than 0 standard deviations, was NaN.",
                "20 | Infinity | --width must be more than 0 standard deviations, was Infinity."
            })
    void saysInOneSentenceWhatIsWrong(String period, String width, String sentence) {
        StringWriter err = new StringWriter();
        int code = Program.run(
                new ConsumerBollinger(),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "--period=" + period,
                "--width=" + width);
        assertEquals(ExitCode.USAGE, code);
        assertEquals(sentence, err.toString().lines().findFirst().orElseThrow());
    }
}
