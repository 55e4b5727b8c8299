package tickwing.analytics.indicator.catalogue;

import com.tictactec.ta.lib.RetCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tickwing.analytics.indicator.Study;

class TrendsTaLibTest {
    static Stream<Study> aroon() {
        return TaLib.studies("aroon", "aroon:2", "aroon:100");
    }

    @ParameterizedTest
    @MethodSource("aroon")
    void aroon(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) -> {
                    int period = TaLib.whole(study, 0);
                    lib.aroon(0, end, bars.highs(), bars.lows(), period, begin, length, out[1], out[0]);
                    return lib.aroonOsc(0, end, bars.highs(), bars.lows(), period, begin, length, out[2]);
                },
                "up",
                "down",
                "oscillator");
    }

    static Stream<Study> adx() {
        return TaLib.studies("adx", "adx:2", "adx:50");
    }

    @ParameterizedTest
    @MethodSource("adx")
    void averageDirectionalIndex(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) -> lib.adx(
                        0, end, bars.highs(), bars.lows(), bars.closes(), TaLib.whole(study, 0), begin, length, out[0]),
                "adx");
    }

    @ParameterizedTest
    @MethodSource("adx")
    void directionalIndicators(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) -> {
                    int period = TaLib.whole(study, 0);
                    double[] highs = bars.highs();
                    double[] lows = bars.lows();
                    double[] closes = bars.closes();
                    RetCode plus = lib.plusDI(0, end, highs, lows, closes, period, begin, length, out[0]);
                    RetCode minus = lib.minusDI(0, end, highs, lows, closes, period, begin, length, out[1]);
                    return plus == RetCode.Success ? minus : plus;
                },
                "plus",
                "minus");
    }

    static Stream<Study> sar() {
        return TaLib.studies("sar", "sar:0.05:0.1", "sar:0.3:1");
    }

    @ParameterizedTest
    @MethodSource("sar")
    void parabolicSar(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) -> lib.sar(
                        0,
                        end,
                        bars.highs(),
                        bars.lows(),
                        TaLib.decimal(study, 0),
                        TaLib.decimal(study, 1),
                        begin,
                        length,
                        out[0]),
                "stop");
    }
}
