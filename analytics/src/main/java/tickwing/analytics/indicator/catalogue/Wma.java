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
import tickwing.analytics.indicator.rolling.WeightedMean;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The linearly weighted mean of the last {@code period} closes, in price units: the oldest counts once, the newest
 * {@code period} times. Warm-up: {@code period - 1} bars. Closes that are all equal are their own mean, to the last
 * bit.
 *
 * <p>As in John Murphy, "Technical Analysis of the Financial Markets" (1999), chapter 9; the same as TA-Lib's WMA.
 */
final class Wma implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 20, 1);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS =
            List.of(Output.of("mean", Shape.LINE, arguments -> arguments.whole(PERIOD) - 1));

    @Override
    public String id() {
        return "wma";
    }

    @Override
    public String title() {
        return "Weighted Moving Average";
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
        return Pane.overPrice();
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
        private final WeightedMean closes;

        State(int period) {
            closes = new WeightedMean(period);
        }

        @Override
        public void update(Candle candle, double[] values) {
            values[0] = closes.update(candle.close());
        }

        @Override
        public void save(DoubleSink to) {
            closes.save(to);
        }

        @Override
        public void restore(DoubleSource from) {
            closes.restore(from);
        }
    }
}
