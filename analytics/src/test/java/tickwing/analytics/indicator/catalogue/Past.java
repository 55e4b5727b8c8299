package tickwing.analytics.indicator.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tickwing.analytics.indicator.Arguments;
import tickwing.analytics.indicator.Candle;
import tickwing.analytics.indicator.Spacing;

/** A series up to the bar at which a definition is worked out, and what definitions are written with. */
record Past(List<Candle> bars, Arguments arguments, Spacing spacing) {
    /** The argument at a place. */
    double decimal(int place) {
        return arguments.values().get(place);
    }

    int whole(int place) {
        return (int) decimal(place);
    }

    int size() {
        return bars.size();
    }

    /** The newest bar. */
    Candle last() {
        return bars.get(size() - 1);
    }

    /** The past as it was some bars ago. */
    Past ago(int howMany) {
        return new Past(bars.subList(0, size() - howMany), arguments, spacing);
    }

    /** The last bars, the oldest first. */
    List<Candle> last(int howMany) {
        return bars.subList(size() - howMany, size());
    }

    /** The values of all bars, the oldest first. */
    double[] all(ToDoubleFunction<Candle> value) {
        return bars.stream().mapToDouble(value).toArray();
    }

    /** The values of the last bars, the oldest first. */
    double[] last(int howMany, ToDoubleFunction<Candle> value) {
        return last(howMany).stream().mapToDouble(value).toArray();
    }

    double highest(int howMany) {
        return last(howMany).stream().mapToDouble(Candle::high).max().orElseThrow();
    }

    double lowest(int howMany) {
        return last(howMany).stream().mapToDouble(Candle::low).min().orElseThrow();
    }

    /** True ranges, the first of which is the second bar's. */
    double[] trueRanges() {
        return changes(i -> Math.max(
                bars.get(i).high() - bars.get(i).low(),
                Math.max(
                        Math.abs(bars.get(i).high() - bars.get(i - 1).close()),
                        Math.abs(bars.get(i).low() - bars.get(i - 1).close()))));
    }

    /** What there is from the second bar on. */
    double[] changes(IntToDoubleFunction value) {
        return IntStream.range(1, size()).mapToDouble(value).toArray();
    }

    static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The mean of the first values, moved by a share of the distance to each later one; NaN where there are fewer. */
    static double smoothed(double[] values, int first, double share) {
        if (values.length < first) {
            return Double.NaN;
        }
        double mean = mean(Arrays.copyOf(values, first));
        for (int i = first; i < values.length; i++) {
            mean = (1 - share) * mean + share * values[i];
        }
        return mean;
    }
}
