package tickwing.analytics.indicator.catalogue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tickwing.analytics.indicator.Study;

class VolumesTaLibTest {
    static Stream<Study> mfi() {
        return TaLib.studies("mfi", "mfi:2", "mfi:50");
    }

    @ParameterizedTest
    @MethodSource("mfi")
    void moneyFlowIndex(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) -> lib.mfi(
                        0,
                        end,
                        bars.highs(),
                        bars.lows(),
                        bars.closes(),
                        bars.volumes(),
                        TaLib.whole(study, 0),
                        begin,
                        length,
                        out[0]),
                "mfi");
    }

    static Stream<Study> obv() {
        return TaLib.studies("obv");
    }

    @ParameterizedTest
    @MethodSource("obv")
    void onBalanceVolume(Study study) {
        TaLib.agrees(
                study,
                (lib, end, bars, begin, length, out) ->
                        lib.obv(0, end, bars.closes(), bars.volumes(), begin, length, out[0]),
                "obv");
    }
}
