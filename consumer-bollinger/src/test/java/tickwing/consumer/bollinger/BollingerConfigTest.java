package tickwing.consumer.bollinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.error.UsageError;

class BollingerConfigTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 2 | --period must be at least 2 bars, was 1.",
                "20 | 0 | --width must be more than 0 standard deviations, was 0.0.",
                "20 | NaN | --width must be more than 0 standard deviations, was NaN.",
                "20 | Infinity | --width must be more than 0 standard deviations, was Infinity."
            })
    void saysInOneSentenceWhatIsWrong(int period, double width, String sentence) {
        UsageError error = assertThrows(UsageError.class, () -> new BollingerConfig(period, width));
        assertEquals(sentence, error.getMessage());
    }
}
