package tickwing.analytics.indicator;

import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * One of the values that an indicator has at a bar.
 *
 * @param name lower case, words joined by hyphens; no two outputs of an indicator have the same
 * @param shape how it is drawn
 * @param bars how many bars it takes to warm up, by the arguments
 * @param offset by how many bars later it is drawn, by the arguments
 */
public record Output(String name, Shape shape, ToIntFunction<Arguments> bars, ToIntFunction<Arguments> offset) {
    /** How an output is drawn. */
    public enum Shape {
        LINE,
        /** A line at the edge of an area: the first two outputs of this shape bound it. */
        BAND,
        /** Bars that stand on zero. */
        HISTOGRAM,
        DOTS
    }

    public Output {
        Objects.requireNonNull(shape);
        Objects.requireNonNull(bars);
        Objects.requireNonNull(offset);
        if (!name.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("not the name of an output: \"" + name + '"');
        }
    }

    /** Drawn where it is worked out. */
    public static Output of(String name, Shape shape, ToIntFunction<Arguments> warmUp) {
        return new Output(name, shape, warmUp, arguments -> 0);
    }

    /** The same, drawn so many bars later; earlier where the number is negative. */
    public Output shifted(ToIntFunction<Arguments> offset) {
        return new Output(name, shape, bars, offset);
    }

    /** How many bars have no value at the beginning of a series; the next one is the first that has. */
    public int warmUp(Arguments arguments) {
        return bars.applyAsInt(arguments);
    }

    /** By how many bars later the value is drawn than the bar it is worked out at; negative where it is earlier. */
    public int shift(Arguments arguments) {
        return offset.applyAsInt(arguments);
    }
}
