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
 * The price volume trend: the sum of all volumes, each times the change of the close over the close before, taken as
 * positive. No warm-up: 0 at the first bar. A bar after a close of 0 adds nothing, nor does one of unknown volume; NaN
 * until a volume is known.
 *
 * <p>As in Steven Achelis, "Technical Analysis from A to Z" (1995); the sign of the close before is left out so that
 * prices below 0 that rise count as rising.
 */
final class Pvt implements Indicator {
    private static final List<Parameter> PARAMETERS = List.of();
    private static final List<Output> OUTPUTS = List.of(Output.of("pvt", Shape.LINE, arguments -> 0));

    @Override
    public String id() {
        return "pvt";
    }

    @Override
    public String title() {
        return "Price Volume Trend";
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
            double before = previous;
            previous = candle.close();
            if (!Double.isNaN(candle.volume())) {
                double change = Double.isNaN(before) || before == 0 ? 0 : (candle.close() - before) / Math.abs(before);
                total = (Double.isNaN(total) ? 0 : total) + candle.volume() * change;
            }
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
