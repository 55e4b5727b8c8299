package tickwing.analytics.indicator.catalogue;

import java.util.List;
import java.util.OptionalInt;
import tickwing.analytics.indicator.Arguments;
import tickwing.analytics.indicator.Aroon;
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
 * Aroon up, down and their difference, the oscillator, in percent: how recent the highest high and the lowest low of
 * the last {@code period + 1} bars are. Warm-up: {@code period} bars. Of equal extremes the newest counts.
 *
 * <p>Definition: {@link Aroon}; the same as TA-Lib's AROON and AROONOSC.
 */
final class AroonIndicator implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 25, 2);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS = List.of(
            Output.of("up", Shape.LINE, arguments -> arguments.whole(PERIOD)),
            Output.of("down", Shape.LINE, arguments -> arguments.whole(PERIOD)),
            Output.of("oscillator", Shape.LINE, arguments -> arguments.whole(PERIOD)));

    static final Indicator AROON = new AroonIndicator();

    private AroonIndicator() {}

    @Override
    public String id() {
        return "aroon";
    }

    @Override
    public String title() {
        return "Aroon";
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
        return Pane.below(Unit.PERCENT, 0.0, 30.0, 70.0).within(-100, 100);
    }

    @Override
    public OptionalInt window(Arguments arguments) {
        return OptionalInt.of(arguments.whole(PERIOD) + 1);
    }

    @Override
    public Calculation start(Arguments arguments, Spacing spacing) {
        return new Peeking(new State(new Aroon.Params(arguments.whole(PERIOD))));
    }

    private static final class State implements Machine {
        private final Aroon aroon;

        State(Aroon.Params params) {
            aroon = new Aroon(params);
        }

        @Override
        public void update(Candle candle, double[] values) {
            aroon.update(candle.high(), candle.low());
            values[0] = aroon.up();
            values[1] = aroon.down();
            values[2] = aroon.oscillator();
        }

        @Override
        public void save(DoubleSink to) {
            aroon.save(to);
        }

        @Override
        public void restore(DoubleSource from) {
            aroon.restore(from);
        }
    }
}
