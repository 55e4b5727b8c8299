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
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The average true range, in price units: Wilder's mean of how far the price moved at each bar, gaps included.
 * Warm-up: {@code period} bars, since the first has no close before it; begins as the mean of {@code period} true
 * ranges. 0 where nothing ever moved.
 *
 * <p>Definition: J. Welles Wilder, "New Concepts in Technical Trading Systems" (1978), chapter 3; the same as TA-Lib's
 * ATR.
 */
final class Atr implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 14, 1);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS =
            List.of(Output.of("range", Shape.LINE, arguments -> arguments.whole(PERIOD)));

    @Override
    public String id() {
        return "atr";
    }

    @Override
    public String title() {
        return "Average True Range";
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
        return Pane.below(Unit.PRICE);
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
        private final AverageTrueRange ranges;

        State(int period) {
            ranges = new AverageTrueRange(period);
        }

        @Override
        public void update(Candle candle, double[] values) {
            values[0] = ranges.update(candle);
        }

        @Override
        public void save(DoubleSink to) {
            ranges.save(to);
        }

        @Override
        public void restore(DoubleSource from) {
            ranges.restore(from);
        }
    }
}
