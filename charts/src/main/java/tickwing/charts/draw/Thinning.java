package tickwing.charts.draw;

import java.util.Arrays;

/**
 * Leaves out points that no pixel could show: of each stretch of a line that falls on one pixel column, only the lowest
 * and the highest value stay, so that no peak is lost.
 */
final class Thinning {
    private Thinning() {}

    /**
     * Which points to draw, in order.
     *
     * @param pixels width of the plot; 1 or more
     */
    static int[] indices(double[] y, int pixels) {
        int columns = Math.max(1, pixels);
        if (y.length <= 2 * columns) {
            int[] all = new int[y.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = i;
            }
            return all;
        }
        int[] kept = new int[2 * columns];
        int count = 0;
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) y.length * column / columns);
            int to = (int) ((long) y.length * (column + 1) / columns);
            int low = from;
            int high = from;
            for (int i = from; i < to; i++) {
                low = y[i] < y[low] || Double.isNaN(y[low]) ? i : low;
                high = y[i] > y[high] || Double.isNaN(y[high]) ? i : high;
            }
            kept[count++] = Math.min(low, high);
            if (low != high) {
                kept[count++] = Math.max(low, high);
            }
        }
        return Arrays.copyOf(kept, count);
    }

    static double[] pick(double[] values, int[] indices) {
        double[] picked = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            picked[i] = values[indices[i]];
        }
        return picked;
    }
}
