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
 * Wilder's parabolic stop and reverse, in price units: where a position that follows the trend would be closed and
 * turned round. It moves towards the extreme of the trend by a share that begins with {@code step} and grows by as
 * much with each new extreme, to at most {@code limit}; it never lies within the last two bars. Warm-up: 1 bar. The
 * first trend is down if bar 1 moved further down than up, else up; the first stop is the extreme of bar 0 on the
 * other side. Where prices stand still, the trend turns at each bar and the stop is the price.
 *
 * <p>Definition: J. Welles Wilder, "New Concepts in Technical Trading Systems" (1978), chapter 2; the same as TA-Lib's
 * SAR.
 */
final class Sar implements Indicator {
    private static final Parameter STEP = Parameter.decimal("step", Unit.NUMBER, 0.02, 0.001, 1);
    private static final Parameter LIMIT = Parameter.decimal("limit", Unit.NUMBER, 0.2, 0.001, 1);
    private static final List<Parameter> PARAMETERS = List.of(STEP, LIMIT);
    private static final List<Output> OUTPUTS = List.of(Output.of("stop", Shape.DOTS, arguments -> 1));

    @Override
    public String id() {
        return "sar";
    }

    @Override
    public String title() {
        return "Parabolic SAR";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<Order> orders() {
        return List.of(new Order(STEP, LIMIT));
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
        return new Peeking(new State(arguments.decimal(STEP), arguments.decimal(LIMIT)));
    }

    private static final class State implements Machine {
        private final double step;
        private final double limit;
        private int bars;
        private boolean rising;
        private double stop;
        private double extreme;
        private double share;
        private double high;
        private double low;

        State(double step, double limit) {
            this.step = step;
            this.limit = limit;
        }

        @Override
        public void update(Candle candle, double[] values) {
            if (bars == 1) {
                begin(candle);
            }
            values[0] = bars == 0 ? Double.NaN : advance(candle);
            bars = Math.min(bars + 1, 2);
            high = candle.high();
            low = candle.low();
        }

        private void begin(Candle candle) {
            double rise = candle.high() - high;
            double fall = low - candle.low();
            rising = !(fall > rise && fall > 0);
            stop = rising ? low : high;
            extreme = rising ? candle.high() : candle.low();
            share = step;
            // There is no bar before: the stop is kept out of this one alone.
            high = candle.high();
            low = candle.low();
        }

        /** The stop at this bar; works out the next one's. */
        private double advance(Candle candle) {
            boolean turns = rising ? candle.low() <= stop : candle.high() >= stop;
            double now = stop;
            if (turns) {
                rising = !rising;
                now = outside(extreme, candle);
                extreme = rising ? candle.high() : candle.low();
                share = step;
            } else if (rising ? candle.high() > extreme : candle.low() < extreme) {
                extreme = rising ? candle.high() : candle.low();
                share = Math.min(share + step, limit);
            }
            stop = outside(now + share * (extreme - now), candle);
            return now;
        }

        /** The level, moved out of this bar and the one before. */
        private double outside(double level, Candle candle) {
            return rising
                    ? Math.min(level, Math.min(low, candle.low()))
                    : Math.max(level, Math.max(high, candle.high()));
        }

        @Override
        public void save(DoubleSink to) {
            to.put(bars);
            to.put(rising);
            to.put(stop);
            to.put(extreme);
            to.put(share);
            to.put(high);
            to.put(low);
        }

        @Override
        public void restore(DoubleSource from) {
            bars = from.nextInt();
            rising = from.nextBoolean();
            stop = from.next();
            extreme = from.next();
            share = from.next();
            high = from.next();
            low = from.next();
        }
    }
}
