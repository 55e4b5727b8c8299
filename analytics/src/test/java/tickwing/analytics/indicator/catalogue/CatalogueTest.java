package tickwing.analytics.indicator.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.analytics.indicator.Arguments;
import tickwing.analytics.indicator.Fault;
import tickwing.analytics.indicator.Indicator;
import tickwing.analytics.indicator.InvalidStudyException;
import tickwing.analytics.indicator.Output;
import tickwing.analytics.indicator.Output.Shape;
import tickwing.analytics.indicator.Pane.Range;
import tickwing.analytics.indicator.Parameter;
import tickwing.analytics.indicator.Study;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.standard();

    @Test
    void declaresEachIndicatorOnceAndSoundly() {
        HashSet<String> ids = new HashSet<>();
        for (Indicator indicator : catalogue.indicators()) {
            String id = indicator.id();
            assertTrue(id.matches("[a-z]+") && ids.add(id), id);
            assertTrue(!indicator.title().isBlank(), id);
            List<String> parameters =
                    indicator.parameters().stream().map(Parameter::name).toList();
            assertEquals(parameters.size(), new HashSet<>(parameters).size(), id);
            List<String> outputs =
                    indicator.outputs().stream().map(Output::name).toList();
            assertTrue(!outputs.isEmpty() && outputs.size() == new HashSet<>(outputs).size(), id);
            long bands = indicator.outputs().stream()
                    .filter(output -> output.shape() == Shape.BAND)
                    .count();
            assertTrue(bands == 0 || bands == 2, id);
            Range range = indicator.pane().range().orElse(new Range(-1e9, 1e9));
            assertTrue(indicator.pane().guides().stream().allMatch(g -> range.least() <= g && g <= range.most()), id);
            assertEquals(
                    indicator.parameters().size(),
                    Arguments.usual(indicator).values().size(),
                    id);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rsi, rsi:14",
        "rsi:21, rsi:21",
        "bollinger:20:2.50, bollinger:20:2.5",
        "bollinger:width=3, bollinger:20:3",
        "macd:8:signal=5, macd:8:26:5",
        "macd:signal=5:fast=8, macd:8:26:5",
        "sar:0.03, sar:0.03:0.2",
        "obv, obv",
        "' wma:007 ', wma:7"
    })
    void readsAStudyAndWritesAllItsArguments(String asked, String text) {
        assertEquals(text, catalogue.study(asked).text());
        assertEquals(catalogue.study(text), catalogue.study(asked));
    }

    @Test
    void namesColumnsAfterTheArgumentsAndTheOutputWhereThereAreSeveral() {
        assertEquals(List.of("rsi_14"), columns("rsi"));
        assertEquals(List.of("obv"), columns("obv"));
        assertEquals(
                List.of("bollinger_20_2.5_upper", "bollinger_20_2.5_middle", "bollinger_20_2.5_lower"),
                columns("bollinger:20:2.5"));
        assertEquals(List.of("macd_12_26_9_macd", "macd_12_26_9_signal", "macd_12_26_9_histogram"), columns("macd"));
        assertEquals(List.of("sar_0.02_0.2"), columns("sar"));
        assertEquals(
                List.of(
                        "volatility_20_close-to-close",
                        "volatility_20_parkinson",
                        "volatility_20_garman-klass",
                        "volatility_20_yang-zhang"),
                columns("volatility"));
    }

    @Test
    void titlesAStudyWithItsArguments() {
        assertEquals("Bollinger Bands 20, 2", catalogue.study("bollinger").title());
        assertEquals("On-Balance Volume", catalogue.study("obv").title());
        assertEquals("rsi-14", catalogue.study("rsi").joined("-"));
    }

    @Test
    void readsAListInItsOrder() {
        assertEquals(
                List.of(catalogue.study("rsi:14"), catalogue.study("macd"), catalogue.study("rsi:21")),
                catalogue.studies("rsi:14, macd,rsi:21"));
        assertEquals("rsi:14 is asked for twice", fault("rsi,rsi:14").sentence());
    }

    @ParameterizedTest
    @CsvSource({"rsj, rsi", "bolinger, bollinger", "boll, bollinger", "MACD, macd", "stoch, stochastic", "atrr, atr"})
    void tellsWhatSomebodyMayHaveMeant(String id, String meant) {
        Fault.UnknownIndicator fault = assertInstanceOf(Fault.UnknownIndicator.class, fault(id + ":5"));
        assertEquals(id, fault.id());
        assertTrue(fault.nearest().contains(meant), fault.nearest().toString());
    }

    @Test
    void proposesNothingForWhatIsLikeNothing() {
        assertEquals("there is no indicator \"quux\"", fault("quux").sentence());
        assertEquals("there is no indicator \"\"", fault("rsi,,macd").sentence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rsi:0 | period of rsi must be a whole number from 1 to 10000 bars, was 0",
                "rsi:10001 | period of rsi must be a whole number from 1 to 10000 bars, was 10001",
                "rsi:14.5 | period of rsi must be a whole number from 1 to 10000 bars, was 14.5",
                "bollinger:20:-2 | width of bollinger must be a number from 0.01 to 100 standard deviations, was -2",
                "sar:2 | step of sar must be a number from 0.001 to 1, was 2",
                "rsi:14:3 | rsi takes at most 1 (period), was given 2",
                "obv:3 | obv takes no arguments, was given 1",
                "rsi:length=3 | rsi has no argument \"length\", only period",
                "macd:fast=3:fast=4 | fast of macd is given twice",
                "macd:3:fast=4 | fast of macd is given twice",
                "macd:30 | fast of macd must not be larger than slow, were 30 and 26",
                "macd:slow=30:12 | \"12\" of macd comes after an argument with a name and needs one, too: fast, slow, signal"
            })
    void saysWhatIsWrongWithArguments(String asked, String sentence) {
        assertEquals(sentence, fault(asked).sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1e1", "0x10", "NaN", "1,5", "1.", ".5", "+5", " 5", "5f", "５"})
    void takesPlainDecimalNumbersOnly(String text) {
        Fault.NotANumber fault = assertInstanceOf(
                Fault.NotANumber.class,
                assertThrows(InvalidStudyException.class, () -> catalogue.study("rsi:period=" + text))
                        .fault());
        assertEquals(text, fault.text());
    }

    @Test
    void takesArgumentsByNameFromAProgramToo() {
        Indicator rsi = catalogue.find("rsi").orElseThrow();
        assertEquals(List.of("21"), Arguments.of(rsi, Map.of("period", 21.0)).texts());
        assertThrows(InvalidStudyException.class, () -> Arguments.of(rsi, Map.of("period", Double.NaN)));
        assertThrows(InvalidStudyException.class, () -> Arguments.of(rsi, Map.of("length", 21.0)));
    }

    @Test
    void drawsTheCloudAheadAndTheCloseBack() {
        Study study = catalogue.study("ichimoku:9:30:60");
        List<Integer> shifts = study.indicator().outputs().stream()
                .map(output -> output.shift(study.arguments()))
                .toList();
        assertEquals(List.of(0, 0, 30, 30, -30), shifts);
    }

    private List<String> columns(String study) {
        return catalogue.study(study).columns();
    }

    private Fault fault(String list) {
        InvalidStudyException e = assertThrows(InvalidStudyException.class, () -> catalogue.studies(list));
        assertEquals(e.fault().sentence(), e.getMessage());
        return e.fault();
    }
}
