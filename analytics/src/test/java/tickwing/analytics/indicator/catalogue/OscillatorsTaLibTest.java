package tickwing.analytics.indicator.catalogue;

import com.tictactec.ta.lib.MAType;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tickwing.analytics.indicator.Study;

class OscillatorsTaLibTest {
    static Stream<Study> rsi() {
        return TaLib.studies("rsi", "rsi:2", "rsi:50");
    }

    @ParameterizedTest
    @MethodSource("rsi")
    void relativeStrengthIndex(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) ->
                        lib.rsi(0, end, bars.closes(), TaLib.whole(study, 0), begin, length, out[0]),
                "rsi");
    }

    static Stream<Study> macd() {
        return TaLib.studies("macd", "macd:3:50:5", "macd:5:6:2");
    }

    @ParameterizedTest
    @MethodSource("macd")
    void movingAverageConvergenceDivergence(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) -> lib.macd(
                        0,
                        end,
                        bars.closes(),
                        TaLib.whole(study, 0),
                        TaLib.whole(study, 1),
                        TaLib.whole(study, 2),
                        begin,
                        length,
                        out[0],
                        out[1],
                        out[2]),
                "macd",
                "signal",
                "histogram");
    }

    static Stream<Study> stochastic() {
        return TaLib.studies("stochastic", "stochastic:5:1:1", "stochastic:30:4:7");
    }

    @ParameterizedTest
    @MethodSource("stochastic")
    void stochasticOscillator(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) -> lib.stoch(
                        0,
                        end,
                        bars.highs(),
                        bars.lows(),
                        bars.closes(),
                        TaLib.whole(study, 0),
                        TaLib.whole(study, 1),
                        MAType.Sma,
                        TaLib.whole(study, 2),
                        MAType.Sma,
                        begin,
                        length,
                        out[0],
                        out[1]),
                "k",
                "d");
    }

    static Stream<Study> cci() {
        return TaLib.studies("cci", "cci:2", "cci:100");
    }

    @ParameterizedTest
    @MethodSource("cci")
    void commodityChannelIndex(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) -> lib.cci(
                        0, end, bars.highs(), bars.lows(), bars.closes(), TaLib.whole(study, 0), begin, length, out[0]),
                "cci");
    }

    static Stream<Study> willr() {
        return TaLib.studies("willr", "willr:2", "willr:100");
    }

    @ParameterizedTest
    @MethodSource("willr")
    void williamsR(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) -> lib.willR(
                        0, end, bars.highs(), bars.lows(), bars.closes(), TaLib.whole(study, 0), begin, length, out[0]),
                "r");
    }

    static Stream<Study> roc() {
        return TaLib.studies("roc", "roc:1", "roc:100");
    }

    @ParameterizedTest
    @MethodSource("roc")
    void rateOfChange(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) ->
                        lib.roc(0, end, bars.closes(), TaLib.whole(study, 0), begin, length, out[0]),
                "change");
    }
}
