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
import tickwing.analytics.indicator.rolling.SmoothedMean;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The exponential moving average of closes, in price units: it moves by {@code 2 / (period + 1)} of the distance to
 * each close, and begins as the mean of the first {@code period}. Warm-up: {@code period - 1} bars. A close counts
 * forever, though less and less.
 *
 * <p>As in John Murphy, "Technical Analysis of the Financial Markets" (1999), chapter 9; the same as TA-Lib's EMA.
 */
final class Ema implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 20, 1);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS =
            List.of(Output.of("mean", Shape.LINE, arguments -> arguments.whole(PERIOD) - 1));

    @Override
    public String id() {
        return "ema";
    }

    @Override
    public String title() {
        return "Exponential Moving Average";
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
        return OptionalInt.empty();
    }

    @Override
    public Calculation start(Arguments arguments, Spacing spacing) {
        return new Peeking(new State(arguments.whole(PERIOD)));
    }

    private static final class State implements Machine {
        private final SmoothedMean closes;

        State(int period) {
            closes = SmoothedMean.exponential(period);
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
