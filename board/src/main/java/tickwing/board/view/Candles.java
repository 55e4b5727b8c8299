package tickwing.board.view;

import java.util.Arrays;
import java.util.List;

/**
 * Open, high, low, close and volume at each position of a snapshot's axis. Two are equal when their values are, bit by bit.
 *
 * @param open in price units, as are high, low and close; no array is ever changed by anyone
 * @param volume what was traded; NaN where that is unknown
 */
public record Candles(double[] open, double[] high, double[] low, double[] close, double[] volume) {
    /** The values from one position to before another. */
    public Candles part(int from, int to) {
        return new Candles(
                Arrays.copyOfRange(open, from, to),
                Arrays.copyOfRange(high, from, to),
                Arrays.copyOfRange(low, from, to),
                Arrays.copyOfRange(close, from, to),
                Arrays.copyOfRange(volume, from, to));
    }

    Candles followedBy(Candles tail) {
        return new Candles(
                Joined.doubles(open, tail.open),
                Joined.doubles(high, tail.high),
                Joined.doubles(low, tail.low),
                Joined.doubles(close, tail.close),
                Joined.doubles(volume, tail.volume));
    }

    List<double[]> arrays() {
        return List.of(open, high, low, close, volume);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Candles candles
                && Arrays.deepEquals(arrays().toArray(), candles.arrays().toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(close);
    }

    @Override
    public String toString() {
        return "Candles" + Arrays.deepToString(arrays().toArray());
    }
}
