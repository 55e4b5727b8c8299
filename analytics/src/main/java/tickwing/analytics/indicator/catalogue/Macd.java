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
import tickwing.analytics.indicator.rolling.SmoothedMean;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The MACD: the exponential moving average of {@code fast} closes less that of {@code slow} closes, its own
 * exponential moving average, which is the signal, and the difference of the two as a histogram, in price units. The
 * fast average begins so late that both have their first value at the same bar; all three outputs begin with the
 * signal, after {@code slow + signal - 2} bars.
 *
 * <p>Definition: Gerald Appel, "The Moving Average Convergence-Divergence Trading Method" (1979), with Thomas Aspray's
 * histogram (1986); the same as TA-Lib's MACD.
 */
final class Macd implements Indicator {
    private static final Parameter FAST = Parameter.bars("fast", 12, 1);
    private static final Parameter SLOW = Parameter.bars("slow", 26, 1);
    private static final Parameter SIGNAL = Parameter.bars("signal", 9, 1);
    private static final List<Parameter> PARAMETERS = List.of(FAST, SLOW, SIGNAL);
    private static final List<Output> OUTPUTS = List.of(
            Output.of("macd", Shape.LINE, Macd::warmUp),
            Output.of("signal", Shape.LINE, Macd::warmUp),
            Output.of("histogram", Shape.HISTOGRAM, Macd::warmUp));

    @Override
    public String id() {
        return "macd";
    }

    @Override
    public String title() {
        return "Moving Average Convergence Divergence";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Order> orders() {
        return List.of(new Order(FAST, SLOW));
    }

    @Override
    public List<Output> outputs() {
        return OUTPUTS;
    }

    @Override
    public Pane pane() {
        return Pane.below(Unit.PRICE, 0.0);
    }

    @Override
    public OptionalInt window(Arguments arguments) {
        return OptionalInt.empty();
    }

    @Override
    public Calculation start(Arguments arguments, Spacing spacing) {
        return new Peeking(new State(arguments.whole(FAST), arguments.whole(SLOW), arguments.whole(SIGNAL)));
    }

    private static int warmUp(Arguments arguments) {
        return arguments.whole(SLOW) + arguments.whole(SIGNAL) - 2;
    }

    private static final class State implements Machine {
        private final SmoothedMean fast;
        private final SmoothedMean slow;
        private final SmoothedMean signal;
        /** How many closes the fast average still leaves out. */
        private int left;

        State(int fast, int slow, int signal) {
            this.fast = SmoothedMean.exponential(fast);
            this.slow = SmoothedMean.exponential(slow);
            this.signal = SmoothedMean.exponential(signal);
            left = slow - fast;
        }

        @Override
        public void update(Candle candle, double[] values) {
            double slowMean = slow.update(candle.close());
            if (left > 0) {
                left--;
            } else {
                fast.update(candle.close());
            }
            double macd = fast.mean() - slowMean;
            double smoothed = Double.isNaN(macd) ? Double.NaN : signal.update(macd);
            values[0] = Double.isNaN(smoothed) ? Double.NaN : macd;
            values[1] = smoothed;
            values[2] = macd - smoothed;
        }

        @Override
        public void save(DoubleSink to) {
            fast.save(to);
            slow.save(to);
            signal.save(to);
            to.put(left);
        }

        @Override
        public void restore(DoubleSource from) {
            fast.restore(from);
            slow.restore(from);
            signal.restore(from);
            left = from.nextInt();
        }
    }
}
