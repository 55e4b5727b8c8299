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
 * The on-balance volume: the first volume, plus the volume of each bar that closed higher than the one before, less
 * that of each that closed lower. No warm-up. A bar of unknown volume adds nothing; NaN until a volume is known.
 *
 * <p>Definition: Joseph Granville, "Granville's New Key to Stock Market Profits" (1963); the same as TA-Lib's OBV.
 */
final class Obv implements Indicator {
    private static final List<Parameter> PARAMETERS = List.of();
    private static final List<Output> OUTPUTS = List.of(Output.of("obv", Shape.LINE, arguments -> 0));

    @Override
    public String id() {
        return "obv";
    }

    @Override
    public String title() {
        return "On-Balance Volume";
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
        return Pane.below(Unit.VOLUME);
    }

    @Override
    public OptionalInt window(Arguments arguments) {
        return OptionalInt.empty();
    }

    @Override
    public Calculation start(Arguments arguments, Spacing spacing) {
        return new Peeking(new State());
    }

    private static final class State implements Machine {
        private double previous = Double.NaN;
        private double total = Double.NaN;

        @Override
        public void update(Candle candle, double[] values) {
            double volume = candle.volume();
            if (Double.isNaN(total)) {
                total = volume;
            } else if (!Double.isNaN(volume)) {
                total += Math.signum(candle.close() - previous) * volume;
            }
            previous = candle.close();
            values[0] = total;
        }

        @Override
        public void save(DoubleSink to) {
            to.put(previous);
            to.put(total);
        }

        @Override
        public void restore(DoubleSource from) {
            previous = from.next();
            total = from.next();
        }
    }
}
