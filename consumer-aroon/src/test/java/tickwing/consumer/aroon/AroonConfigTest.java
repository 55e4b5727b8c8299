package tickwing.consumer.aroon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.error.UsageError;

class AroonConfigTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | --period must be at least 2 bars, was 1.", "-3 | --period must be at least 2 bars, was -3."})
    void saysInOneSentenceWhatIsWrong(int period, String sentence) {
        UsageError error = assertThrows(UsageError.class, () -> new AroonConfig(period));
        assertEquals(sentence, error.getMessage());
    }
}
