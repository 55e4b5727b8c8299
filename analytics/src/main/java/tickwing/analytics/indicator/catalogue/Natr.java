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
 * The average true range in percent of the close, so that series can be compared. Warm-up: {@code period} bars. 0
 * where the close is 0; negative where it is negative.
 *
 * <p>Definition: John Forman, "Cross-Market Evaluations With Normalized Average True Range", Technical Analysis of
 * Stocks &amp; Commodities 24:5 (2006); the same as TA-Lib's NATR.
 */
final class Natr implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 14, 1);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS =
            List.of(Output.of("range", Shape.LINE, arguments -> arguments.whole(PERIOD)));

    @Override
    public String id() {
        return "natr";
    }

    @Override
    public String title() {
        return "Normalized Average True Range";
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
        return Pane.below(Unit.PERCENT);
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
            double range = ranges.update(candle);
            values[0] = Double.isNaN(range) || candle.close() != 0 ? 100 * range / candle.close() : 0;
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
