package tickwing.analytics.indicator.catalogue;

import java.util.Arrays;
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
 * The average directional index, from 0, no trend, to 100, and the directional indicators plus and minus: which share
 * of the true ranges was movement up and down. Movement up is how far the high rose above the one before, if that is
 * more than the low fell; movement down likewise; a bar has one or none. Their sums begin with bars 1 to {@code period
 * - 1} and then change by {@code x - sum / period}. Warm-up: {@code period} bars for plus and minus; the index, which
 * begins as the mean of {@code period} values of 100 |plus - minus| / (plus + minus), needs {@code 2 period - 1}. All
 * are 0 where nothing ever moved.
 *
 * <p>Definition: J. Welles Wilder, "New Concepts in Technical Trading Systems" (1978), chapter 4; the same as TA-Lib's
 * ADX, PLUS_DI and MINUS_DI.
 */
final class Adx implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 14, 2);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS = List.of(
            Output.of("adx", Shape.LINE, arguments -> 2 * arguments.whole(PERIOD) - 1),
            Output.of("plus", Shape.LINE, arguments -> arguments.whole(PERIOD)),
            Output.of("minus", Shape.LINE, arguments -> arguments.whole(PERIOD)));

    @Override
    public String id() {
        return "adx";
    }

    @Override
    public String title() {
        return "Average Directional Index";
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
        return Pane.below(Unit.NUMBER, 25.0).within(0, 100);
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
        private final int period;
        private final SmoothedMean index;
        private int bars;
        private double high;
        private double low;
        private double close;
        private double rises;
        private double falls;
        private double ranges;

        State(int period) {
            this.period = period;
            index = SmoothedMean.wilder(period);
        }

        @Override
        public void update(Candle candle, double[] values) {
            if (bars > 0) {
                // Both moves are compared before any state changes: only the larger one counts.
                double rise = candle.high() - high;
                double fall = low - candle.low();
                rises = next(rises, rise > fall && rise > 0 ? rise : 0);
                falls = next(falls, fall > rise && fall > 0 ? fall : 0);
                ranges = next(ranges, AverageTrueRange.trueRange(candle, close));
            }
            high = candle.high();
            low = candle.low();
            close = candle.close();
            if (bars < period) {
                bars++;
                Arrays.fill(values, 0, 3, Double.NaN);
            } else {
                double plus = percent(rises, ranges);
                double minus = percent(falls, ranges);
                values[0] = index.update(percent(Math.abs(plus - minus), plus + minus));
                values[1] = plus;
                values[2] = minus;
            }
        }

        private double next(double sum, double value) {
            return bars < period ? sum + value : sum - sum / period + value;
        }

        private static double percent(double part, double whole) {
            return whole == 0 ? 0 : 100 * (part / whole);
        }

        @Override
        public void save(DoubleSink to) {
            index.save(to);
            to.put(bars);
            to.put(high);
            to.put(low);
            to.put(close);
            to.put(rises);
            to.put(falls);
            to.put(ranges);
        }

        @Override
        public void restore(DoubleSource from) {
            index.restore(from);
            bars = from.nextInt();
            high = from.next();
            low = from.next();
            close = from.next();
            rises = from.next();
            falls = from.next();
            ranges = from.next();
        }
    }
}
