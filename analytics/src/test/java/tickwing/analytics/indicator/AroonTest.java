package tickwing.analytics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.analytics.indicator.Aroon.Params;

class AroonTest {
    private record Reading(double up, double down, double oscillator) {
        static Reading of(Aroon aroon) {
            return new Reading(aroon.up(), aroon.down(), aroon.oscillator());
        }
    }

    @Test
    void emitsNothingForTheFirstPeriodBars() {
        Aroon aroon = new Aroon(new Params(2));
        assertFalse(aroon.update(1, 1));
        assertFalse(aroon.update(2, 1));
        assertEquals(new Reading(Double.NaN, Double.NaN, Double.NaN), Reading.of(aroon));
        assertEquals(new Reading(0, 100, -100), last(2, new double[][] {{9, 3}, {8, 2}, {7, 1}}));
    }

    @Test
    void countsTheBarsSinceTheHighestHighAndTheLowestLow() {
        assertEquals(new Reading(75, 25, 50), last(4, new double[][] {{5, 4}, {6, 1}, {7, 2}, {9, 3}, {8, 3}}));
    }

    @Test
    void takesTheMostRecentOfEqualExtremes() {
        assertEquals(new Reading(100, 100, 0), last(4, new double[][] {{5, 1}, {5, 1}, {5, 1}, {5, 1}, {5, 1}}));
        assertEquals(new Reading(50, 75, -25), last(4, new double[][] {{9, 1}, {5, 2}, {9, 3}, {5, 1}, {6, 4}}));
    }

    @Test
    void forgetsAnExtremeThatIsOlderThanThePeriod() {
        double[][] bars = {{99, 50}, {5, 4}, {6, 4.5}, {4, 4}};
        assertEquals(new Reading(50, 100, -50), last(2, bars));
        assertEquals(new Reading(0, 100, -100), last(3, bars));
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "5, 2", "14, 3", "25, 4", "100, 5"})
    void agreesWithTaLibOnRandomWalks(int period, long seed) {
        agreesWithTaLib(period, Walks.prices(seed, 3_000, 100, 0.02), seed);
    }

    /** Steps of whole cents over a small range: most windows have several equal extremes. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 25})
    void agreesWithTaLibWhereExtremesAreEqual(int period) {
        Random random = new Random(6);
        agreesWithTaLib(
                period, random.doubles(3_000).map(x -> Math.floor(x * 4)).toArray(), 7);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 60})
    void agreesWithALookAtTheWholeWindow(int period) {
        double[] highs =
                new Random(8).doubles(1_000).map(x -> Math.floor(x * 50)).toArray();
        Aroon aroon = new Aroon(new Params(period));
        for (int i = 0; i < highs.length; i++) {
            aroon.update(highs[i], highs[i]);
            if (i >= period) {
                int highest = i;
                int lowest = i;
                for (int j = i - 1; j >= i - period; j--) {
                    highest = highs[j] > highs[highest] ? j : highest;
                    lowest = highs[j] < highs[lowest] ? j : lowest;
                }
                double up = 100.0 * (period - (i - highest)) / period;
                double down = 100.0 * (period - (i - lowest)) / period;
                assertEquals(new Reading(up, down, up - down), Reading.of(aroon), "bar " + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0, -25})
    void refusesAPeriodThatMeansNothing(int period) {
        assertThrows(IllegalArgumentException.class, () -> new Params(period));
    }

    private static Reading last(int period, double[][] bars) {
        Aroon aroon = new Aroon(new Params(period));
        for (double[] bar : bars) {
            aroon.update(bar[0], bar[1]);
        }
        return Reading.of(aroon);
    }

    private static void agreesWithTaLib(int period, double[] lows, long seed) {
        int n = lows.length;
        Random random = new Random(seed);
        double[] highs = new double[n];
        for (int i = 0; i < n; i++) {
            highs[i] = lows[i] + Math.floor(random.nextDouble() * 3);
        }
        double[] up = new double[n];
        double[] down = new double[n];
        double[] oscillator = new double[n];
        MInteger begin = new MInteger();
        Core taLib = new Core();
        assertEquals(RetCode.Success, taLib.aroon(0, n - 1, highs, lows, period, begin, new MInteger(), down, up));
        assertEquals(RetCode.Success, taLib.aroonOsc(0, n - 1, highs, lows, period, begin, new MInteger(), oscillator));
        assertEquals(period, begin.value);
        Aroon aroon = new Aroon(new Params(period));
        for (int i = 0; i < n; i++) {
            assertEquals(i >= period, aroon.update(highs[i], lows[i]), "bar " + i);
            if (i >= period) {
                int at = i - period;
                assertEquals(up[at], aroon.up(), 1e-9, "bar " + i);
                assertEquals(down[at], aroon.down(), 1e-9, "bar " + i);
                assertEquals(oscillator[at], aroon.oscillator(), 1e-9, "bar " + i);
            }
        }
    }
}
