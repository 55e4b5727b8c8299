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
import tickwing.analytics.indicator.rolling.Moments;
import tickwing.analytics.indicator.rolling.RollingSum;
import tickwing.analytics.state.DoubleSink;
import tickwing.analytics.state.DoubleSource;

/**
 * The historical volatility, in percent a year: the standard deviation of a bar's logarithmic return, times the square
 * root of how many bars make a year, 252 for days. With o, u, d and c for the logarithms of the open over the close
 * before, and of the high, low and close over the open, and sums over the last {@code period} bars, the variance of a
 * bar is:
 *
 * <ul>
 *   <li>close-to-close: the sample variance (n - 1) of o + c;
 *   <li>Parkinson: Σ(u - d)² / (4 n ln 2); Michael Parkinson, Journal of Business 53 (1980). Blind to gaps and trends;
 *   <li>Garman-Klass: Σ(0.5 (u - d)² - (2 ln 2 - 1) c²) / n; Mark Garman and Michael Klass, Journal of Business 53 (1980),
 *       their "practical" estimator. Blind to gaps;
 *   <li>Yang-Zhang: s²(o) + k s²(c) + (1 - k) Σ(u (u - c) + d (d - c)) / n with sample variances s² and
 *       k = 0.34 / (1.34 + (n + 1) / (n - 1)); Dennis Yang and Qiang Zhang, Journal of Business 73 (2000).
 * </ul>
 *
 * <p>Warm-up: {@code period} bars for close-to-close and Yang-Zhang, one less for the others. Exactly 0 where nothing
 * moved. A logarithm that there is not, as a price is 0 or has another sign, adds nothing; nor does a variance below
 * 0, from a close outside of its bar's range.
 */
final class Volatility implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 20, 2);
    private static final double LN_2 = Math.log(2);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD);
    private static final List<Output> OUTPUTS = List.of(
            Output.of("close-to-close", Shape.LINE, arguments -> arguments.whole(PERIOD)),
            Output.of("parkinson", Shape.LINE, arguments -> arguments.whole(PERIOD) - 1),
            Output.of("garman-klass", Shape.LINE, arguments -> arguments.whole(PERIOD) - 1),
            Output.of("yang-zhang", Shape.LINE, arguments -> arguments.whole(PERIOD)));

    @Override
    public String id() {
        return "volatility";
    }

    @Override
    public String title() {
        return "Historical Volatility";
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
        return OptionalInt.of(arguments.whole(PERIOD) + 1);
    }

    @Override
    public Calculation start(Arguments arguments, Spacing spacing) {
        return new Peeking(new State(arguments.whole(PERIOD), spacing.barsAYear()));
    }

    private static final class State implements Machine {
        private final int period;
        private final double barsAYear;
        /** Yang and Zhang's k. */
        private final double weight;

        private final Moments closeToClose;
        private final Moments overnight;
        private final Moments openToClose;
        private final RollingSum parkinson;
        private final RollingSum garmanKlass;
        private final RollingSum withinBars;
        private double previous = Double.NaN;

        State(int period, double barsAYear) {
            this.period = period;
            this.barsAYear = barsAYear;
            weight = 0.34 / (1.34 + (period + 1.0) / (period - 1.0));
            closeToClose = new Moments(period);
            overnight = new Moments(period);
            openToClose = new Moments(period);
            parkinson = new RollingSum(period);
            garmanKlass = new RollingSum(period);
            withinBars = new RollingSum(period);
        }

        @Override
        public void update(Candle candle, double[] values) {
            double u = logarithm(candle.high(), candle.open());
            double d = logarithm(candle.low(), candle.open());
            double c = logarithm(candle.close(), candle.open());
            double range = logarithm(candle.high(), candle.low());
            parkinson.update(range * range);
            garmanKlass.update(0.5 * range * range - (2 * LN_2 - 1) * c * c);
            withinBars.update(u * (u - c) + d * (d - c));
            openToClose.update(c);
            boolean warm = false;
            if (!Double.isNaN(previous)) {
                overnight.update(logarithm(candle.open(), previous));
                warm = closeToClose.update(logarithm(candle.close(), previous));
            }
            previous = candle.close();
            values[0] = warm ? annual(closeToClose.sampleVariance()) : Double.NaN;
            values[1] = parkinson.isFull() ? annual(parkinson.sum() / (4 * period * LN_2)) : Double.NaN;
            values[2] = parkinson.isFull() ? annual(garmanKlass.sum() / period) : Double.NaN;
            values[3] = warm ? annual(yangZhang()) : Double.NaN;
        }

        private double yangZhang() {
            return overnight.sampleVariance()
                    + weight * openToClose.sampleVariance()
                    + (1 - weight) * withinBars.sum() / period;
        }

        private double annual(double variance) {
            return 100 * Math.sqrt(Math.max(variance, 0) * barsAYear);
        }

        /** The logarithm of a ratio, or 0 where there is none. */
        private static double logarithm(double price, double of) {
            double ratio = price / of;
            return ratio > 0 && ratio < Double.POSITIVE_INFINITY ? Math.log(ratio) : 0;
        }

        @Override
        public void save(DoubleSink to) {
            closeToClose.save(to);
            overnight.save(to);
            openToClose.save(to);
            parkinson.save(to);
            garmanKlass.save(to);
            withinBars.save(to);
            to.put(previous);
        }

        @Override
        public void restore(DoubleSource from) {
            closeToClose.restore(from);
            overnight.restore(from);
            openToClose.restore(from);
            parkinson.restore(from);
            garmanKlass.restore(from);
            withinBars.restore(from);
            previous = from.next();
        }
    }
}
