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
 * The relative strength index, from 0, closes only fell, to 100, they only rose: Wilder's mean of the rises over that
 * of the rises and the falls. Warm-up: {@code period} bars; begins with the means of {@code period} changes. 50 where
 * nothing moved at all (TA-Lib: 0).
 *
 * <p>Definition: J. Welles Wilder, "New Concepts in Technical Trading Systems" (1978), chapter 6; otherwise the same
 * as TA-Lib's RSI.
 */
final class Rsi implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 14, 1);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS =
            List.of(Output.of("rsi", Shape.LINE, arguments -> arguments.whole(PERIOD)));

    @Override
    public String id() {
        return "rsi";
    }

    @Override
    public String title() {
        return "Relative Strength Index";
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
        return Pane.below(Unit.NUMBER, 30.0, 70.0).within(0, 100);
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
        private final SmoothedMean rises;
        private final SmoothedMean falls;
        private double previous = Double.NaN;

        State(int period) {
            rises = SmoothedMean.wilder(period);
            falls = SmoothedMean.wilder(period);
        }

        @Override
        public void update(Candle candle, double[] values) {
            double change = candle.close() - previous;
            previous = candle.close();
            if (Double.isNaN(change)) {
                values[0] = Double.NaN;
                return;
            }
            double rise = rises.update(Math.max(change, 0));
            double moved = rise + falls.update(Math.max(-change, 0));
            values[0] = moved == 0 ? 50 : 100 * rise / moved;
        }

        @Override
        public void save(DoubleSink to) {
            rises.save(to);
            falls.save(to);
            to.put(previous);
        }

        @Override
        public void restore(DoubleSource from) {
            rises.restore(from);
            falls.restore(from);
            previous = from.next();
        }
    }
}
