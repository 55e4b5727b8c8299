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
 * The commodity channel index: how far the typical price, (high + low + close) / 3, is from its mean of {@code period}
 * bars, in 0.015 of their mean distance from it. Warm-up: {@code period - 1} bars. 0 where that distance is no more
 * than rounding: 1e-12 of the mean (TA-Lib: what the rounding happens to give, often -66.67). An update takes time in
 * proportion to the period, as the distances are from a mean that moves.
 *
 * <p>Definition: Donald Lambert, "Commodity Channel Index", Commodities 10 (1980); otherwise the same as TA-Lib's CCI.
 */
final class Cci implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 20, 2);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS =
            List.of(Output.of("cci", Shape.LINE, arguments -> arguments.whole(PERIOD) - 1));

    @Override
    public String id() {
        return "cci";
    }

    @Override
    public String title() {
        return "Commodity Channel Index";
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
        return Pane.below(Unit.NUMBER, -100.0, 100.0);
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
        private static final double ROUNDING = 1e-12;

        private final Window typicals;

        State(int period) {
            typicals = new Window(period);
        }

        @Override
        public void update(Candle candle, double[] values) {
            double typical = (candle.high() + candle.low() + candle.close()) / 3;
            typicals.update(typical);
            values[0] = typicals.isFull() ? index(typical) : Double.NaN;
        }

        private double index(double typical) {
            double mean = typicals.mean();
            double distance = typicals.meanDistanceFrom(mean);
            return distance <= ROUNDING * Math.abs(mean) ? 0 : (typical - mean) / (0.015 * distance);
        }

        @Override
        public void save(DoubleSink to) {
            typicals.save(to);
        }

        @Override
        public void restore(DoubleSource from) {
            typicals.restore(from);
        }
    }
}
