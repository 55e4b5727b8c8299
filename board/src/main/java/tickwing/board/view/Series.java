package tickwing.board.view;

import java.util.Arrays;
import java.util.Objects;
import tickwing.analytics.indicator.Output.Shape;

/**
 * One value for each position of a snapshot's axis. Two are equal when their values are, bit by bit.
 *
 * @param name no two of a snapshot have the same: a study's column, e.g. {@code bollinger_20_2_upper}, or an airline's code
 * @param shape how it is drawn
 * @param shift by how many positions later it is drawn; negative where it is earlier
 * @param values NaN where there is none; never changed by anyone
 */
public record Series(String name, Shape shape, int shift, double[] values) {
    public Series {
        Objects.requireNonNull(name);
        Objects.requireNonNull(shape);
        Objects.requireNonNull(values);
    }

    /** The values from one position to before another. */
    public Series part(int from, int to) {
        return new Series(name, shape, shift, Arrays.copyOfRange(values, from, to));
    }

    Series followedBy(Series tail) {
        return new Series(name, shape, shift, Joined.doubles(values, tail.values));
    }

    /** Whether only the values differ, if anything. */
    boolean isAlike(Series other) {
        return name.equals(other.name) && shape == other.shape && shift == other.shift;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series series && isAlike(series) && Arrays.equals(values, series.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return name + Arrays.toString(values);
    }
}
