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
    static int[] indices(double[] y, int first, int last, int pixels) {
        int columns = Math.max(1, pixels);
        int length = Math.max(0, last - first + 1);
        if (length <= 2 * columns) {
            int[] all = new int[length];
            Arrays.setAll(all, i -> first + i);
            return all;
        }
        int[] kept = new int[2 * columns];
        int count = 0;
        for (int column = 0; column < columns; column++) {
            int from = first + (int) ((long) length * column / columns);
            int to = first + (int) ((long) length * (column + 1) / columns);
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
}
