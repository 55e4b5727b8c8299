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
import tickwing.analytics.indicator.rolling.RollingSum;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The money flow index, from 0 to 100: of the money, |typical price| times volume, that flowed in the last {@code
 * period} bars, the percentage that flowed while the typical price, (high + low + close) / 3, rose; bars at which it
 * stood still do not count. Warm-up: {@code period} bars. 50 where no money flowed (TA-Lib: 0 there and for flows
 * below 1). A bar of unknown volume adds nothing; NaN where the volumes of all {@code period} bars are unknown.
 *
 * <p>Definition: Gene Quong and Avrum Soudack, "Volume-Weighted RSI: Money Flow", Technical Analysis of Stocks &amp;
 * Commodities 7:3 (1989); otherwise the same as TA-Lib's MFI.
 */
final class Mfi implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 14, 1);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS =
            List.of(Output.of("mfi", Shape.LINE, arguments -> arguments.whole(PERIOD)));

    @Override
    public String id() {
        return "mfi";
    }

    @Override
    public String title() {
        return "Money Flow Index";
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
        return Pane.below(Unit.NUMBER, 20.0, 80.0).within(0, 100);
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
        private final RollingSum inflow;
        private final RollingSum outflow;
        private final RollingSum known;
        private double previous = Double.NaN;

        State(int period) {
            inflow = new RollingSum(period);
            outflow = new RollingSum(period);
            known = new RollingSum(period);
        }

        @Override
        public void update(Candle candle, double[] values) {
            double typical = (candle.high() + candle.low() + candle.close()) / 3;
            double change = typical - previous;
            previous = typical;
            if (!Double.isNaN(change)) {
                boolean isKnown = !Double.isNaN(candle.volume());
                double flow = isKnown ? Math.abs(typical) * candle.volume() : 0;
                inflow.update(change > 0 ? flow : 0);
                outflow.update(change < 0 ? flow : 0);
                known.update(isKnown ? 1 : 0);
            }
            values[0] = known.isFull() && known.sum() > 0 ? index() : Double.NaN;
        }

        private double index() {
            double moved = inflow.sum() + outflow.sum();
            return moved == 0 ? 50 : 100 * (inflow.sum() / moved);
        }

        @Override
        public void save(DoubleSink to) {
            inflow.save(to);
            outflow.save(to);
            known.save(to);
            to.put(previous);
        }

        @Override
        public void restore(DoubleSource from) {
            inflow.restore(from);
            outflow.restore(from);
            known.restore(from);
            previous = from.next();
        }
    }
}
