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
import tickwing.analytics.indicator.rolling.Extremes;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * Donchian channels: the highest high and the lowest low of the last {@code period} bars, this one among them, and
 * halfway between the two, in price units. Warm-up: {@code period - 1} bars.
 *
 * <p>After Richard Donchian's four-week rule, in "High Finance in Copper", Financial Analysts Journal 16:6 (1960).
 * Some leave this bar out, so that a breakout crosses the channel.
 */
final class Donchian implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 20, 1);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS = List.of(
            Output.of("upper", Shape.BAND, arguments -> arguments.whole(PERIOD) - 1),
            Output.of("middle", Shape.LINE, arguments -> arguments.whole(PERIOD) - 1),
            Output.of("lower", Shape.BAND, arguments -> arguments.whole(PERIOD) - 1));

    @Override
    public String id() {
        return "donchian";
    }

    @Override
    public String title() {
        return "Donchian Channels";
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
        private final Extremes extremes;

        State(int period) {
            extremes = new Extremes(period);
        }

        @Override
        public void update(Candle candle, double[] values) {
            boolean full = extremes.update(candle.high(), candle.low());
            values[0] = full ? extremes.highest() : Double.NaN;
            values[1] = full ? extremes.middle() : Double.NaN;
            values[2] = full ? extremes.lowest() : Double.NaN;
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
