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
import tickwing.analytics.indicator.rolling.Extremes;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * Williams' %R, in percent: where the close lies between the lowest low, -100, and the highest high, 0, of the last
 * {@code period} bars. Warm-up: {@code period - 1} bars. 0 where the window is flat.
 *
 * <p>Definition: Larry Williams, "How I Made One Million Dollars Last Year Trading Commodities" (1973); the same as
 * TA-Lib's WILLR.
 */
final class Willr implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 14, 1);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS =
            List.of(Output.of("r", Shape.LINE, arguments -> arguments.whole(PERIOD) - 1));

    @Override
    public String id() {
        return "willr";
    }

    @Override
    public String title() {
        return "Williams %R";
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
        return Pane.below(Unit.PERCENT, -80.0, -20.0).within(-100, 0);
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
        private final Extremes extremes;

        State(int period) {
            extremes = new Extremes(period);
        }

        @Override
        public void update(Candle candle, double[] values) {
            values[0] = extremes.update(candle.high(), candle.low()) ? place(candle.close()) : Double.NaN;
        }

        private double place(double close) {
            double range = extremes.highest() - extremes.lowest();
            return range == 0 ? 0 : 100 * ((close - extremes.highest()) / range);
        }

        @Override
        public void save(DoubleSink to) {
            extremes.save(to);
        }

        @Override
        public void restore(DoubleSource from) {
            extremes.restore(from);
        }
    }
}
