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
import tickwing.analytics.indicator.rolling.RollingSum;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The volume-weighted average price, in price units: the typical prices, (high + low + close) / 3, of a span of bars,
 * each as often as its volume. The span is the day so far for bars shorter than a day, and else the last 20 bars, or
 * as many as there are. No warm-up. Where nothing was traded in the span, the plain mean. A bar of unknown volume adds
 * nothing; NaN where the volumes of the whole span are unknown.
 *
 * <p>After Stephen Berkowitz, Dennis Logue and Eugene Noser, "The Total Cost of Transactions on the NYSE", Journal of
 * Finance 43 (1988), with typical prices in place of trades.
 */
final class Vwap implements Indicator {
    private static final int BARS = 20;
    private static final List<Parameter> PARAMETERS = List.of();
    private static final List<Output> OUTPUTS = List.of(Output.of("vwap", Shape.LINE, arguments -> 0));

    @Override
    public String id() {
        return "vwap";
    }

    @Override
    public String title() {
        return "Volume-Weighted Average Price";
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
        return new Peeking(spacing.withinDay() ? new DaySoFar() : new LastBars());
    }

    private static double typical(Candle candle) {
        return (candle.high() + candle.low() + candle.close()) / 3;
    }

    private static double average(double turnover, double volume, double typicals, double known) {
        if (known == 0) {
            return Double.NaN;
        }
        return volume == 0 ? typicals / known : turnover / volume;
    }

    /** Bars within a day: all of the day. */
    private static final class DaySoFar implements Machine {
        private long day;
        private double turnover;
        private double volume;
        private double typicals;
        private double known;

        @Override
        public void update(Candle candle, double[] values) {
            if (candle.day() != day) {
                day = candle.day();
                turnover = 0;
                volume = 0;
                typicals = 0;
                known = 0;
            }
            if (!Double.isNaN(candle.volume())) {
                turnover += typical(candle) * candle.volume();
                volume += candle.volume();
                typicals += typical(candle);
                known++;
            }
            values[0] = average(turnover, volume, typicals, known);
        }

        @Override
        public void save(DoubleSink to) {
            to.put(day);
            to.put(turnover);
            to.put(volume);
            to.put(typicals);
            to.put(known);
        }

        @Override
        public void restore(DoubleSource from) {
            day = (long) from.next();
            turnover = from.next();
            volume = from.next();
            typicals = from.next();
            known = from.next();
        }
    }

    /** Bars of a day or longer: the last of them. */
    private static final class LastBars implements Machine {
        private final RollingSum turnover = new RollingSum(BARS);
        private final RollingSum volume = new RollingSum(BARS);
        private final RollingSum typicals = new RollingSum(BARS);
        private final RollingSum known = new RollingSum(BARS);

        @Override
        public void update(Candle candle, double[] values) {
            boolean isKnown = !Double.isNaN(candle.volume());
            turnover.update(isKnown ? typical(candle) * candle.volume() : 0);
            volume.update(isKnown ? candle.volume() : 0);
            typicals.update(isKnown ? typical(candle) : 0);
            known.update(isKnown ? 1 : 0);
            values[0] = average(turnover.sum(), volume.sum(), typicals.sum(), known.sum());
        }

        @Override
        public void save(DoubleSink to) {
            turnover.save(to);
            volume.save(to);
            typicals.save(to);
            known.save(to);
        }

        @Override
        public void restore(DoubleSource from) {
            turnover.restore(from);
            volume.restore(from);
            typicals.restore(from);
            known.restore(from);
        }
    }
}
