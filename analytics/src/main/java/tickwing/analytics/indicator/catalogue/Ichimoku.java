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
 * Ichimoku kinko hyo, in price units: halfway between the highest high and the lowest low of the last {@code
 * conversion} bars, of the last {@code base} bars, the mean of those two (span a), halfway for the last {@code span}
 * bars (span b), and the close. The two spans are drawn {@code base} bars ahead and bound the cloud, the close is
 * drawn as many bars back. Each begins when its own window is full.
 *
 * <p>Definition: Goichi Hosoda, "Ichimoku Kinko Hyo" (1969).
 */
final class Ichimoku implements Indicator {
    private static final Parameter CONVERSION = Parameter.bars("conversion", 9, 1);
    private static final Parameter BASE = Parameter.bars("base", 26, 1);
    private static final Parameter SPAN = Parameter.bars("span", 52, 1);
    private static final List<Parameter> PARAMETERS = List.of(CONVERSION, BASE, SPAN);
    private static final List<Output> OUTPUTS = List.of(
            Output.of("conversion", Shape.LINE, arguments -> arguments.whole(CONVERSION) - 1),
            Output.of("base", Shape.LINE, arguments -> arguments.whole(BASE) - 1),
            Output.of(
                            "span-a",
                            Shape.BAND,
                            arguments -> Math.max(arguments.whole(CONVERSION), arguments.whole(BASE)) - 1)
                    .shifted(arguments -> arguments.whole(BASE)),
            Output.of("span-b", Shape.BAND, arguments -> arguments.whole(SPAN) - 1)
                    .shifted(arguments -> arguments.whole(BASE)),
            Output.of("lagging", Shape.LINE, arguments -> 0).shifted(arguments -> -arguments.whole(BASE)));

    @Override
    public String id() {
        return "ichimoku";
    }

    @Override
    public String title() {
        return "Ichimoku Kinko Hyo";
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
        return OptionalInt.of(
                Math.max(arguments.whole(SPAN), Math.max(arguments.whole(CONVERSION), arguments.whole(BASE))));
    }

    @Override
    public Calculation start(Arguments arguments, Spacing spacing) {
        return new Peeking(new State(arguments.whole(CONVERSION), arguments.whole(BASE), arguments.whole(SPAN)));
    }

    private static final class State implements Machine {
        private final Extremes conversion;
        private final Extremes base;
        private final Extremes span;

        State(int conversion, int base, int span) {
            this.conversion = new Extremes(conversion);
            this.base = new Extremes(base);
            this.span = new Extremes(span);
        }

        @Override
        public void update(Candle candle, double[] values) {
            values[0] = middle(conversion, candle);
            values[1] = middle(base, candle);
            values[2] = (values[0] + values[1]) / 2;
            values[3] = middle(span, candle);
            values[4] = candle.close();
        }

        private static double middle(Extremes extremes, Candle candle) {
            return extremes.update(candle.high(), candle.low()) ? extremes.middle() : Double.NaN;
        }

        @Override
        public void save(DoubleSink to) {
            conversion.save(to);
            base.save(to);
            span.save(to);
        }

        @Override
        public void restore(DoubleSource from) {
            conversion.restore(from);
            base.restore(from);
            span.restore(from);
        }
    }
}
