package tickwing.analytics.indicator.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.analytics.indicator.Calculation;
import tickwing.analytics.indicator.Candle;
import tickwing.analytics.indicator.Spacing;
import tickwing.analytics.indicator.Study;

/** Bars at which definitions leave something open, with the numbers themselves. */
class EdgesTest {
    @ParameterizedTest
    @CsvSource({
        "rsi, 50",
        "mfi, 50",
        "cci, 0",
        "willr, 0",
        "roc, 0",
        "atr, 0",
        "natr, 0",
        "sma, 0.1",
        "ema, 0.1",
        "wma, 0.1",
        "obv, 5",
        "pvt, 0",
        "sar, 0.1"
    })
    void aSeriesThatNeverMovesHasTheValueItIsSaidToHave(String study, double value) {
        assertEquals(value, last(study, bars(60, 0.1, 5))[0]);
    }

    @Test
    void aSeriesThatNeverMovesHasNoDeviationToTheLastBit() {
        List<Candle> bars = bars(60, 0.1, 5);
        assertArrayEquals(new double[] {0.1, 0.1, 0.1}, last("bollinger", bars));
        assertArrayEquals(new double[] {0.1, 0.1, 0.1}, last("keltner", bars));
        assertArrayEquals(new double[] {0, 0, 0}, last("macd", bars));
        assertArrayEquals(new double[] {0, 0}, last("stochastic", bars));
        assertArrayEquals(new double[] {0, 0, 0}, last("adx", bars));
        assertArrayEquals(new double[] {0, 0, 0, 0}, last("volatility", bars));
    }

    @Test
    void typicalPricesThatDifferByRoundingAloneAreTheSameToTheCci() {
        // 0.4 + 0.1 + 0.1 and 0.3 + 0.1 + 0.2 are not the same sum in binary.
        Candle one = Candle.of(0, 0.1, 0.4, 0.1, 0.1, 1);
        Candle other = Candle.of(0, 0.2, 0.3, 0.1, 0.2, 1);
        assertTrue(one.high() + one.low() + one.close() != other.high() + other.low() + other.close());
        assertEquals(0, last("cci:4", List.of(one, other, one, other, one))[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sma:5", "wma:5", "bollinger:5:2", "volatility:5", "donchian:5"})
    void aLeapIsForgottenToTheLastBitOnceItHasLeftTheWindow(String study) {
        List<Candle> leap = new ArrayList<>(Series.walk(4, 30, 1e12, 0.5).bars());
        leap.addAll(bars(23, 0.3, 5));
        assertArrayEquals(last(study, bars(40, 0.3, 5)), last(study, leap));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mfi", "obv", "pvt", "vwap", "volume"})
    void aSeriesOfUnknownVolumesHasNoValue(String study) {
        for (double value : last(study, bars(60, 7, Double.NaN))) {
            assertTrue(Double.isNaN(value));
        }
    }

    @Test
    void aBarOfUnknownVolumeAddsNothing() {
        List<Candle> bars = List.of(bar(10, Double.NaN), bar(11, 3), bar(12, Double.NaN), bar(13, 4), bar(12, 2));
        assertArrayEquals(new double[] {Double.NaN, 3, 3, 7, 5}, column("obv", bars));
        assertArrayEquals(
                new double[] {Double.NaN, 0.3, 0.3, 0.3 + 4 / 12.0, 0.3 + 4 / 12.0 - 2 / 13.0},
                column("pvt", bars),
                1e-12);
        assertArrayEquals(
                new double[] {Double.NaN, 11, 11, (33 + 52) / 7.0, (33 + 52 + 24) / 9.0}, column("vwap", bars), 1e-12);
        assertArrayEquals(new double[] {2, 3}, last("volume:3", bars));
        assertEquals(100.0 * 13 * 4 / (13 * 4 + 12 * 2), last("mfi:3", bars)[0], 1e-12);
    }

    @Test
    void thePlainMeanStandsInForAnAverageOfNoTrades() {
        assertArrayEquals(new double[] {10, 11, 12}, column("vwap", List.of(bar(10, 0), bar(12, 0), bar(14, 0))));
        assertArrayEquals(new double[] {10, 12}, column("vwap", List.of(bar(10, 0), bar(12, 3))));
    }

    @Test
    void theVolumeWeightedAverageBeginsAnewEachDayWithinDaysOnly() {
        List<Candle> bars =
                List.of(Candle.of(1, 10, 10, 10, 10, 1), Candle.of(1, 20, 20, 20, 20, 3), Candle.of(2, 8, 8, 8, 8, 1));
        Study vwap = Catalogue.standard().study("vwap");
        double[][] within = Trials.values(vwap, Spacing.withinDay(1_000), bars);
        assertArrayEquals(new double[][] {{10}, {17.5}, {8}}, within);
        assertEquals((10 + 60 + 8) / 5.0, Trials.values(vwap, Spacing.DAILY, bars)[2][0], 1e-12);
    }

    @Test
    void aBarThatMovesFurtherBothWaysCountsOnceOrNotAtAll() {
        // Up by 3 and down by 2; then by 1 and 1, which is neither.
        List<Candle> bars = List.of(range(10, 8), range(13, 6), range(14, 5));
        double[] values = last("adx:2", bars);
        assertEquals(100 * 1.5 / (7 / 2.0 + 9), values[1], 1e-12);
        assertEquals(0, values[2]);
    }

    @Test
    void volatilityIsThatOfThePapersForAYearOfBars() {
        // Two bars: open, high, low, close.
        List<Candle> bars = List.of(
                Candle.of(0, 100, 100, 100, 100, 1),
                Candle.of(1, 100, 110, 100, 110, 1),
                Candle.of(2, 110, 110, 99, 99, 1));
        double up = Math.log(1.1);
        double down = Math.log(0.9);
        double mean = (up + down) / 2;
        double sample = (up - mean) * (up - mean) + (down - mean) * (down - mean);
        double ranges = up * up + down * down;
        double k = 0.34 / (1.34 + 3);
        Study study = Catalogue.standard().study("volatility:2");
        double[] daily = Trials.values(study, Spacing.DAILY, bars)[2];
        double[] expected = {
            sample, ranges / (8 * Math.log(2)), (0.5 * ranges - (2 * Math.log(2) - 1) * ranges) / 2, k * sample
        };
        for (int i = 0; i < expected.length; i++) {
            assertEquals(100 * Math.sqrt(252 * expected[i]), daily[i], 1e-9);
        }
        double[] weekly = Trials.values(study, Spacing.WEEKLY, bars)[2];
        assertEquals(daily[0] * Math.sqrt(52.0 / 252), weekly[0], 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sma", "wma", "bollinger", "volatility", "vwap", "stochastic", "cci", "mfi"})
    void aHundredThousandBarsLeaveNoRoundingErrorBehind(String text) {
        Study study = Catalogue.standard().study(text);
        List<Candle> bars = Series.walk(5, 1_000, 1e6, 0.001).bars();
        Calculation calculation = study.start(Spacing.DAILY);
        double[] values = new double[Trials.outputs(study)];
        for (int round = 0; round < 100; round++) {
            for (Candle bar : bars) {
                calculation.update(bar, values);
            }
        }
        double[] expected = last(text, bars);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], values[i], Trials.tolerance(study, bars, bars.size() - 1, expected[i]) / 100);
        }
    }

    private static double[] last(String study, List<Candle> bars) {
        return Trials.values(Catalogue.standard().study(study), Spacing.DAILY, bars)[bars.size() - 1];
    }

    private static double[] column(String study, List<Candle> bars) {
        double[][] values = Trials.values(Catalogue.standard().study(study), Spacing.DAILY, bars);
        return Arrays.stream(values).mapToDouble(row -> row[0]).toArray();
    }

    private static List<Candle> bars(int howMany, double price, double volume) {
        return Collections.nCopies(howMany, bar(price, volume));
    }

    private static Candle bar(double price, double volume) {
        return Candle.of(0, price, price, price, price, volume);
    }

    private static Candle range(double high, double low) {
        return Candle.of(0, low, high, low, low + 1, 1);
    }
}
