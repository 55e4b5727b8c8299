package tickwing.charts.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThinningTest {
    @Test
    void keepsEveryPointWhereThereAreEnoughPixels() {
        assertArrayEquals(new int[] {2, 3, 4}, Thinning.indices(new double[] {9, 9, 1, 2, 3, 9}, 2, 4, 100));
        assertEquals(0, Thinning.indices(new double[0], 0, -1, 100).length);
    }

    @Test
    void losesNoPeakAndHasNoMoreThanTwoPointsAPixel() {
        double[] y = new Random(7).doubles(10_000).toArray();
        y[4_321] = 99;
        y[8_765] = -99;
        int[] kept = Thinning.indices(y, 0, y.length - 1, 500);
        assertTrue(kept.length <= 1_000);
        assertTrue(Arrays.stream(kept).anyMatch(i -> i == 4_321));
        assertTrue(Arrays.stream(kept).anyMatch(i -> i == 8_765));
        assertArrayEquals(Arrays.stream(kept).sorted().toArray(), kept, "in order");
    }

    @Test
    void findsTheValuesAmongMissingOnes() {
        double[] y = new double[1_000];
        Arrays.fill(y, Double.NaN);
        y[500] = 1;
        assertTrue(Arrays.stream(Thinning.indices(y, 0, 999, 10)).anyMatch(i -> i == 500));
    }
}
