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
import tickwing.analytics.indicator.rolling.Moments;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The slow stochastic oscillator, in percent: where the close lies between the lowest low, 0, and the highest high,
 * 100, of the last {@code period} bars, as a mean of {@code slowing} bars, which is k, and as a mean of {@code signal}
 * of those, which is d. Both begin with d, after {@code period + slowing + signal - 3} bars. Where the window is flat,
 * the close lies at 0.
 *
 * <p>Definition: George Lane, "Lane's Stochastics", Technical Analysis of Stocks &amp; Commodities 2:3 (1984); the
 * same as TA-Lib's STOCH with simple means.
 */
final class Stochastic implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 14, 1);
    private static final Parameter SLOWING = Parameter.bars("slowing", 3, 1);
    private static final Parameter SIGNAL = Parameter.bars("signal", 3, 1);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD, SLOWING, SIGNAL);
    private static final List<Output> OUTPUTS =
            List.of(Output.of("k", Shape.LINE, Stochastic::warmUp), Output.of("d", Shape.LINE, Stochastic::warmUp));

    @Override
    public String id() {
        return "stochastic";
    }

    @Override
    public String title() {
        return "Stochastic Oscillator";
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
        return Pane.below(Unit.PERCENT, 20.0, 80.0).within(0, 100);
    }

    @Override
    public OptionalInt window(Arguments arguments) {
        return OptionalInt.of(warmUp(arguments) + 1);
    }

    @Override
    public Calculation start(Arguments arguments, Spacing spacing) {
        return new Peeking(new State(arguments.whole(PERIOD), arguments.whole(SLOWING), arguments.whole(SIGNAL)));
    }

    private static int warmUp(Arguments arguments) {
        return arguments.whole(PERIOD) + arguments.whole(SLOWING) + arguments.whole(SIGNAL) - 3;
    }

    private static final class State implements Machine {
        private final Extremes extremes;
        private final Moments slowed;
        private final Moments signal;

        State(int period, int slowing, int signal) {
            extremes = new Extremes(period);
            slowed = new Moments(slowing);
            this.signal = new Moments(signal);
        }

        @Override
        public void update(Candle candle, double[] values) {
            boolean warm = extremes.update(candle.high(), candle.low())
                    && slowed.update(place(candle.close()))
                    && signal.update(slowed.mean());
            values[0] = warm ? slowed.mean() : Double.NaN;
            values[1] = warm ? signal.mean() : Double.NaN;
        }

        private double place(double close) {
            double range = extremes.highest() - extremes.lowest();
            return range == 0 ? 0 : 100 * ((close - extremes.lowest()) / range);
        }

        @Override
        public void save(DoubleSink to) {
            extremes.save(to);
            slowed.save(to);
            signal.save(to);
        }

        @Override
        public void restore(DoubleSource from) {
            extremes.restore(from);
            slowed.restore(from);
            signal.restore(from);
        }
    }
}
