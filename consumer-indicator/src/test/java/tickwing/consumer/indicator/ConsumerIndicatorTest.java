package tickwing.consumer.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.analytics.indicator.Indicator;
import tickwing.analytics.indicator.Parameter;
import tickwing.analytics.indicator.Study;
import tickwing.analytics.indicator.catalogue.Catalogue;
import tickwing.common.error.UsageError;

class ConsumerIndicatorTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    @Test
    void takesIndicatorsInTheOrderAskedFor() {
        assertEquals(
                List.of("rsi:14", "macd:8:26:9", "bollinger:20:2.5", "obv"),
                ConsumerIndicator.studies(CATALOGUE, "rsi,macd:fast=8,bollinger:20:2.5,obv").stream()
                        .map(Study::text)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "rsj | --indicators: there is no indicator \"rsj\"; did you mean rsi?",
                "xyzzy | --indicators: there is no indicator \"xyzzy\".",
                "rsi:x | --indicators: period of rsi must be a number, was \"x\".",
                "rsi:0 | --indicators: period of rsi must be a whole number from 1 to 10000 bars, was 0.",
                "rsi:14:3 | --indicators: rsi takes at most 1 (period), was given 2.",
                "rsi:width=3 | --indicators: rsi has no argument \"width\", only period.",
                "macd:26:12 | --indicators: fast of macd must not be larger than slow, were 26 and 12.",
                "rsi,rsi:14 | --indicators: rsi:14 is asked for twice.",
                "rsi, | --indicators: there is no indicator \"\"."
            })
    void saysInOneSentenceWhatIsWrong(String list, String sentence) {
        UsageError error = assertThrows(UsageError.class, () -> ConsumerIndicator.studies(CATALOGUE, list));
        assertEquals(sentence, error.getMessage());
    }

    @Test
    void listsEveryIndicatorWithItsArgumentsAndColumns() {
        List<String> lines = Listing.lines(CATALOGUE);
        for (Indicator indicator : CATALOGUE.indicators()) {
            int at = lines.indexOf(String.format("%-12s%s", indicator.id(), indicator.title()));
            assertTrue(at >= 0, indicator.id());
            for (Parameter parameter : indicator.parameters()) {
                at++;
                assertTrue(lines.get(at).startsWith("            " + parameter.name() + "="), lines.get(at));
            }
            String columns = String.join(", ", Study.usual(indicator).columns());
            assertEquals("            columns " + columns, lines.get(at + 1));
        }
        assertTrue(lines.contains("            period=14, a whole number from 1 to 10000 bars"));
        assertTrue(lines.contains("            width=2, from 0.01 to 100 standard deviations"));
    }
}
