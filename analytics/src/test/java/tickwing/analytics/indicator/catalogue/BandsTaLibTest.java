package tickwing.analytics.indicator.catalogue;

import com.tictactec.ta.lib.MAType;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tickwing.analytics.indicator.Study;

class BandsTaLibTest {
    static Stream<Study> bollinger() {
        return TaLib.studies("bollinger", "bollinger:5:1.5", "bollinger:100:3");
    }

    @ParameterizedTest
    @MethodSource("bollinger")
    void bollingerBands(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) -> lib.bbands(
                        0,
                        end,
                        bars.closes(),
                        TaLib.whole(study, 0),
                        TaLib.decimal(study, 1),
                        TaLib.decimal(study, 1),
                        MAType.Sma,
                        begin,
                        length,
                        out[0],
                        out[1],
                        out[2]),
                "upper",
                "middle",
                "lower");
    }

    static Stream<Study> atr() {
        return TaLib.studies("atr", "atr:1", "atr:50");
    }

    @ParameterizedTest
    @MethodSource("atr")
    void averageTrueRange(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) -> lib.atr(
                        0, end, bars.highs(), bars.lows(), bars.closes(), TaLib.whole(study, 0), begin, length, out[0]),
                "range");
    }

    static Stream<Study> natr() {
        return TaLib.studies("natr", "natr:50");
    }

    @ParameterizedTest
    @MethodSource("natr")
    void normalizedAverageTrueRange(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) -> lib.natr(
                        0, end, bars.highs(), bars.lows(), bars.closes(), TaLib.whole(study, 0), begin, length, out[0]),
                "range");
    }
}
