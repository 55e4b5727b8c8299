package tickwing.analytics.indicator.catalogue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tickwing.analytics.indicator.Study;

class AveragesTaLibTest {
    static Stream<Study> sma() {
        return TaLib.studies("sma", "sma:2", "sma:200");
    }

    @ParameterizedTest
    @MethodSource("sma")
    void simpleMovingAverage(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) ->
                        lib.sma(0, end, bars.closes(), TaLib.whole(study, 0), begin, length, out[0]),
                "mean");
    }

    static Stream<Study> ema() {
        return TaLib.studies("ema", "ema:2", "ema:200");
    }

    @ParameterizedTest
    @MethodSource("ema")
    void exponentialMovingAverage(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) ->
                        lib.ema(0, end, bars.closes(), TaLib.whole(study, 0), begin, length, out[0]),
                "mean");
    }

    static Stream<Study> wma() {
        return TaLib.studies("wma", "wma:2", "wma:200");
    }

    @ParameterizedTest
    @MethodSource("wma")
    void weightedMovingAverage(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) ->
                        lib.wma(0, end, bars.closes(), TaLib.whole(study, 0), begin, length, out[0]),
                "mean");
    }
}
