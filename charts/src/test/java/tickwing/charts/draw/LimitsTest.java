package tickwing.charts.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LimitsTest {
    private static double[] fit(double low, double high) {
        return Limits.rounded(low, high, Double.NaN, Double.NaN);
    }

    @Test
    void holdsAllValuesWithALittleRoomAtRoundNumbers() {
        assertArrayEquals(new double[] {360, 600}, fit(385.1, 584.9), 1e-9);
    }

    @Test
    void staysWhereItIsWhileTheLastPriceMovesALittle() {
        assertArrayEquals(fit(385.1, 584.9), fit(385.1, 585.3));
    }

    @Test
    void worksForTinyHugeFlatNegativeAndNoValues() {
        for (double[] values : new double[][] {{1e-9, 2e-9}, {1e12, 1e12 + 1}, {5, 5}, {0, 0}, {-3, -2}, {-5, -5}}) {
            double[] limits = fit(values[0], values[1]);
            assertTrue(limits[0] <= values[0] && limits[1] >= values[1] && limits[0] < limits[1]);
        }
        double[] none = fit(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertTrue(none[0] < none[1]);
    }

    @Test
    void leavesRoomForLinesOnAFixedEndButNotBelowZero() {
        assertArrayEquals(new double[] {-106, 106}, Limits.rounded(3, 7, -100, 100));
        assertEquals(0, Limits.rounded(3, 7, 0, Double.NaN)[0]);
    }
}
