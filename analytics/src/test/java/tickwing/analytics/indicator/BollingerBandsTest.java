package tickwing.analytics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.analytics.indicator.BollingerBands.Params;

class BollingerBandsTest {
    private record Bands(double lower, double middle, double upper) {
        static Bands of(BollingerBands bands) {
            return new Bands(bands.lower(), bands.middle(), bands.upper());
        }
    }

    @Test
    void emitsNothingUntilTheWindowIsFull() {
        BollingerBands bands = new BollingerBands(new Params(3, 2));
        assertEquals(new Bands(Double.NaN, Double.NaN, Double.NaN), Bands.of(bands));
        assertFalse(bands.update(1));
        assertFalse(bands.update(2));
        assertEquals(new Bands(Double.NaN, Double.NaN, Double.NaN), Bands.of(bands));
        assertTrue(bands.update(3));
        assertEquals(2, bands.middle());
        assertTrue(bands.update(4));
        assertEquals(3, bands.middle());
    }

    @Test
    void takesThePopulationsDeviationAndForgetsTheOldestClose() {
        BollingerBands bands = new BollingerBands(new Params(4, 1.5));
        for (double close : new double[] {1e9, 2, 4, 4, 6}) {
            bands.update(close);
        }
        // Mean 4, squares 4 + 0 + 0 + 4, over 4 and not over 3.
        assertEquals(4, bands.middle(), 1e-12);
        assertEquals(4 + 1.5 * Math.sqrt(2), bands.upper(), 1e-12);
        assertEquals(4 - 1.5 * Math.sqrt(2), bands.lower(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 0.1, 7, 1e12})
    void hasNoWidthWhereThePriceStandsStillEvenAfterALeap(double price) {
        BollingerBands bands = new BollingerBands(Params.DEFAULT);
        bands.update(1e15);
        for (int i = 0; i < 100_000; i++) {
            bands.update(price);
        }
        assertEquals(new Bands(price, price, price), Bands.of(bands));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 1", "5, 1, 2", "20, 2, 3", "20, 2.5, 4", "200, 3, 5"})
    void agreesWithTaLibOnRandomWalks(int period, double width, long seed) {
        double[] closes = Walks.prices(seed, 2_000, 100, 0.02);
        int n = closes.length;
        double[] upper = new double[n];
        double[] middle = new double[n];
        double[] lower = new double[n];
        MInteger begin = new MInteger();
        assertEquals(
                RetCode.Success,
                new Core()
                        .bbands(
                                0,
                                n - 1,
                                closes,
                                period,
                                width,
                                width,
                                MAType.Sma,
                                begin,
                                new MInteger(),
                                upper,
                                middle,
                                lower));
        assertEquals(period - 1, begin.value);
        BollingerBands bands = new BollingerBands(new Params(period, width));
        for (int i = 0; i < n; i++) {
            assertEquals(i >= begin.value, bands.update(closes[i]), "bar " + i);
            if (i >= begin.value) {
                int at = i - begin.value;
                assertEquals(upper[at], bands.upper(), 1e-9 * upper[at], "bar " + i);
                assertEquals(middle[at], bands.middle(), 1e-9 * middle[at], "bar " + i);
                assertEquals(lower[at], bands.lower(), 1e-9 * middle[at], "bar " + i);
            }
        }
    }

    /** TA-Lib's running sums drift there; the measure is the definition itself, in 50 digits. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1, 1e9, 1e14})
    void keepsToTheDefinitionAtTinyAndAtHugePrices(double start) {
        int period = 20;
        double[] closes = Walks.prices(6, 300, start, 1e-5);
        BollingerBands bands = new BollingerBands(new Params(period, 2));
        for (int i = 0; i < closes.length; i++) {
            bands.update(closes[i]);
            if (i >= period - 1) {
                Bands exact = exactly(closes, i, period, 2);
                double tolerance = 1e-9 * (exact.upper() - exact.lower()) + Math.ulp(closes[i]);
                assertEquals(exact.upper(), bands.upper(), tolerance, "bar " + i);
                assertEquals(exact.lower(), bands.lower(), tolerance, "bar " + i);
            }
        }
    }

    @Test
    void keepsTheMiddleBetweenTheBandsAndFollowsEveryShiftAndScale() {
        double[] closes = Walks.prices(7, 500, 50, 0.05);
        BollingerBands plain = new BollingerBands(Params.DEFAULT);
        BollingerBands moved = new BollingerBands(Params.DEFAULT);
        for (double close : closes) {
            moved.update(4 * close + 1_000);
            if (plain.update(close)) {
                assertTrue(plain.lower() <= plain.middle() && plain.middle() <= plain.upper());
                assertEquals(4 * plain.upper() + 1_000, moved.upper(), 1e-9);
                assertEquals(4 * plain.lower() + 1_000, moved.lower(), 1e-9);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "0, 2", "-5, 2", "20, 0", "20, -1", "20, NaN", "20, Infinity"})
    void refusesAPeriodOrWidthThatMeansNothing(int period, double width) {
        assertThrows(IllegalArgumentException.class, () -> new Params(period, width));
    }

    private static Bands exactly(double[] closes, int last, int period, double width) {
        MathContext digits = new MathContext(50);
        BigDecimal n = BigDecimal.valueOf(period);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = last - period + 1; i <= last; i++) {
            sum = sum.add(new BigDecimal(closes[i]));
        }
        BigDecimal mean = sum.divide(n, digits);
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = last - period + 1; i <= last; i++) {
            squares = squares.add(new BigDecimal(closes[i]).subtract(mean).pow(2));
        }
        BigDecimal reach = squares.divide(n, digits).sqrt(digits).multiply(new BigDecimal(width));
        return new Bands(
                mean.subtract(reach).doubleValue(),
                mean.doubleValue(),
                mean.add(reach).doubleValue());
    }
}
