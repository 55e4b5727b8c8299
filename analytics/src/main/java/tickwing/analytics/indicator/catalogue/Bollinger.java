package tickwing.analytics.indicator.catalogue;

import java.util.List;
import java.util.OptionalInt;
import tickwing.analytics.indicator.Arguments;
import tickwing.analytics.indicator.BollingerBands;
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
 * Bollinger Bands: the mean of the last {@code period} closes, and that mean plus and minus {@code width} of their
 * population standard deviations, in price units. Warm-up: {@code period - 1} bars. Closes that are all equal give
 * bands of width 0.
 *
 * <p>Definition: {@link BollingerBands}; TA-Lib's BBANDS are the same, but have no width where the variance is below
 * 1e-8.
 */
final class Bollinger implements Indicator {
    private static final Parameter PERIOD = Parameter.bars("period", 20, 2);
    private static final Parameter WIDTH = Parameter.decimal("width", Unit.STANDARD_DEVIATIONS, 2, 0.01, 100);
    private static final List<Parameter> PARAMETERS = List.of(PERIOD, WIDTH);
    private static final List<Output> OUTPUTS = List.of(
            Output.of("upper", Shape.BAND, arguments -> arguments.whole(PERIOD) - 1),
            Output.of("middle", Shape.LINE, arguments -> arguments.whole(PERIOD) - 1),
            Output.of("lower", Shape.BAND, arguments -> arguments.whole(PERIOD) - 1));

    static final Indicator BANDS = new Bollinger();

    private Bollinger() {}

    @Override
    public String id() {
        return "bollinger";
    }

    @Override
    public String title() {
        return "Bollinger Bands";
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
        return OptionalInt.of(arguments.whole(PERIOD));
    }

    @Override
    public Calculation start(Arguments arguments, Spacing spacing) {
        return new Peeking(new State(new BollingerBands.Params(arguments.whole(PERIOD), arguments.decimal(WIDTH))));
    }

    private static final class State implements Machine {
        private final BollingerBands bands;

        State(BollingerBands.Params params) {
            bands = new BollingerBands(params);
        }

        @Override
        public void update(Candle candle, double[] values) {
            bands.update(candle.close());
            values[0] = bands.upper();
            values[1] = bands.middle();
            values[2] = bands.lower();
        }

        @Override
        public void save(DoubleSink to) {
            bands.save(to);
        }

        @Override
        public void restore(DoubleSource from) {
            bands.restore(from);
        }
    }
}
