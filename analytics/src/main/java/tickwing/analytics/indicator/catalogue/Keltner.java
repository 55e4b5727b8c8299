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
 * Keltner channels: the exponential moving average of {@code period} closes, and that average plus and minus {@code
 * width} average true ranges of {@code ranges} bars, in price units. All three begin together, after {@code max(period
 * - 1, ranges)} bars. Where nothing ever moved, the channel has the width 0.
 *
 * <p>After Chester Keltner, "How to Make Money in Commodities" (1960), in Linda Bradford Raschke's form with an
 * exponential average and {@link Atr}.
 */
final class Keltner implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 20, 1);
    private static final Parameter WIDTH = Parameter.decimal("width", Unit.TRUE_RANGES, 2, 0.01, 100);
    private static final Parameter RANGES = Parameter.bars("ranges", 10, 1);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD, WIDTH, RANGES);
    private static final List<Output> OUTPUTS = List.of(
            Output.of("upper", Shape.BAND, Keltner::warmUp),
            Output.of("middle", Shape.LINE, Keltner::warmUp),
            Output.of("lower", Shape.BAND, Keltner::warmUp));

    @Override
    public String id() {
        return "keltner";
    }

    @Override
    public String title() {
        return "Keltner Channels";
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
        return new Peeking(new State(arguments.whole(PERIOD), arguments.decimal(WIDTH), arguments.whole(RANGES)));
    }

    private static int warmUp(Arguments arguments) {
        return Math.max(arguments.whole(PERIOD) - 1, arguments.whole(RANGES));
    }

    private static final class State implements Machine {
        private final SmoothedMean closes;
        private final double width;
        private final AverageTrueRange ranges;

        State(int period, double width, int ranges) {
            closes = SmoothedMean.exponential(period);
            this.width = width;
            this.ranges = new AverageTrueRange(ranges);
        }

        @Override
        public void update(Candle candle, double[] values) {
            double mean = closes.update(candle.close());
            double reach = width * ranges.update(candle);
            values[0] = mean + reach;
            values[1] = Double.isNaN(reach) ? Double.NaN : mean;
            values[2] = mean - reach;
        }

        @Override
        public void save(DoubleSink to) {
            closes.save(to);
            ranges.save(to);
        }

        @Override
        public void restore(DoubleSource from) {
            closes.restore(from);
            ranges.restore(from);
        }
    }
}
