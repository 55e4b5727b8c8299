package tickwing.analytics.indicator.catalogue;

import java.util.List;
import java.util.OptionalInt;
import tickwing.analytics.indicator.Arguments;
import tickwing.analytics.indicator.Calculation;
import tickwing.analytics.indicator.Candle;
import tickwing.analytics.indicator.Indicator;
import tickwing.analytics.indicator.Output;
import tickwing.analytics.indicator.Output.Shape;
import tickwing.analytics.indicator.Pane;
import tickwing.analytics.indicator.Parameter;
import tickwing.analytics.indicator.Spacing;
import tickwing.analytics.indicator.Unit;
import tickwing.analytics.indicator.rolling.RollingSum;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The volume of each bar, and the mean of the last {@code period} volumes. Warm-up: none for the volume, {@code period
 * - 1} bars for the mean. An unknown volume is NaN and does not count for the mean, which is NaN where all of its
 * volumes are unknown.
 */
final class Volume implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 20, 1);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS = List.of(
            Output.of("volume", Shape.HISTOGRAM, arguments -> 0),
            Output.of("mean", Shape.LINE, arguments -> arguments.whole(PERIOD) - 1));

    @Override
    public String id() {
        return "volume";
    }

    @Override
    public String title() {
        return "Volume";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Output> outputs() {
        return OUTPUTS;
    }

    @Override
    public Pane pane() {
        return Pane.below(Unit.VOLUME);
    }

    @Override
    public OptionalInt window(Arguments arguments) {
        return OptionalInt.of(arguments.whole(PERIOD));
    }

    @Override
    public Calculation start(Arguments arguments, Spacing spacing) {
        return new Peeking(new State(arguments.whole(PERIOD)));
    }

    private static final class State implements Machine {
        private final RollingSum volumes;
        private final RollingSum known;

        State(int period) {
            volumes = new RollingSum(period);
            known = new RollingSum(period);
        }

        @Override
        public void update(Candle candle, double[] values) {
            boolean isKnown = !Double.isNaN(candle.volume());
            volumes.update(isKnown ? candle.volume() : 0);
            known.update(isKnown ? 1 : 0);
            values[0] = candle.volume();
            values[1] = known.isFull() && known.sum() > 0 ? volumes.sum() / known.sum() : Double.NaN;
        }

        @Override
        public void save(DoubleSink to) {
            volumes.save(to);
            known.save(to);
        }

        @Override
        public void restore(DoubleSource from) {
            volumes.restore(from);
            known.restore(from);
        }
    }
}
