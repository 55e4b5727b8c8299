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
import tickwing.analytics.indicator.rolling.Window;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The rate of change, in percent: the close over the one {@code period} bars ago, less 1. Warm-up: {@code period}
 * bars. 0 where that close was 0.
 *
 * <p>As in John Murphy, "Technical Analysis of the Financial Markets" (1999), chapter 10; the same as TA-Lib's ROC.
 */
final class Roc implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 10, 1);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS =
            List.of(Output.of("change", Shape.LINE, arguments -> arguments.whole(PERIOD)));

    @Override
    public String id() {
        return "roc";
    }

    @Override
    public String title() {
        return "Rate of Change";
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
        return Pane.below(Unit.PERCENT, 0.0);
    }

    @Override
    public OptionalInt window(Arguments arguments) {
        return OptionalInt.of(arguments.whole(PERIOD) + 1);
    }

    @Override
    public Calculation start(Arguments arguments, Spacing spacing) {
        return new Peeking(new State(arguments.whole(PERIOD)));
    }

    private static final class State implements Machine {
        private final Window closes;

        State(int period) {
            closes = new Window(period);
        }

        @Override
        public void update(Candle candle, double[] values) {
            double before = closes.update(candle.close());
            values[0] = before == 0 ? 0 : 100 * (candle.close() / before - 1);
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
