package tickwing.board.stock;

import java.util.Arrays;
import tickwing.board.view.Axis;
import tickwing.board.view.Candles;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

/** The arrays of a snapshot while they are filled. Once they are handed out, nobody changes them any more. */
final class StockValues {
    private static final int PRICES = 5;

    private final int size;
    private final boolean daily;
    private final long[] keys;
    private final int[] offsets;
    private final double[][] prices;
    private final double[][] columns;

    StockValues(Interval interval, int columns, int size) {
        this(
                interval.isDaily(),
                new long[size],
                new int[interval.isDaily() ? 0 : size],
                new double[PRICES][size],
                new double[columns][size]);
    }

    private StockValues(boolean daily, long[] keys, int[] offsets, double[][] prices, double[][] columns) {
        size = keys.length;
        this.daily = daily;
        this.keys = keys;
        this.offsets = offsets;
        this.prices = prices;
        this.columns = columns;
    }

    /** Arrays of their own for {@code size} bars, of which the first {@code kept} are those from {@code from} on here. */
    StockValues moved(int from, int kept, int size) {
        return new StockValues(
                daily,
                Arrays.copyOf(Arrays.copyOfRange(keys, from, from + kept), size),
                daily ? offsets : Arrays.copyOf(Arrays.copyOfRange(offsets, from, from + kept), size),
                moved(prices, from, kept, size),
                moved(columns, from, kept, size));
    }

    private static double[][] moved(double[][] arrays, int from, int kept, int size) {
        double[][] moved = new double[arrays.length][size];
        for (int i = 0; i < arrays.length; i++) {
            System.arraycopy(arrays[i], from, moved[i], 0, kept);
        }
        return moved;
    }

    void put(int at, Bar bar, Studies studies) {
        BarTime time = bar.time();
        keys[at] = time.ordinal();
        if (!daily) {
            offsets[at] = time.start().getOffset().getTotalSeconds();
        }
        prices[0][at] = bar.open();
        prices[1][at] = bar.high();
        prices[2][at] = bar.low();
        prices[3][at] = bar.close();
        prices[4][at] = bar.volume();
        studies.copyTo(columns, at);
    }

    int size() {
        return size;
    }

    Axis axis() {
        return daily ? new Axis.Days(keys) : new Axis.Instants(keys, offsets);
    }

    Candles candles() {
        return new Candles(prices[0], prices[1], prices[2], prices[3], prices[4]);
    }

    double[] column(int c) {
        return columns[c];
    }
}
