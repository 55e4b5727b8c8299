package tickwing.analytics.indicator.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tickwing.analytics.indicator.Arguments;
import tickwing.analytics.indicator.Calculation;
import tickwing.analytics.indicator.Candle;
import tickwing.analytics.indicator.Indicator;
import tickwing.analytics.indicator.Parameter;
import tickwing.analytics.indicator.Spacing;
import tickwing.analytics.indicator.Study;
import tickwing.analytics.indicator.Unit;

/** Studies to try, their values, and how near values have to be to each other. */
final class Trials {
    /** As the days of a {@link Series#walk} have them. */
    private static final Spacing HOURLY = Spacing.withinDay(252 * 5);

    private Trials() {}

    /** Every indicator with its usual arguments, the least ones, and small ones that differ from each other. */
    static Stream<Study> studies() {
        return Catalogue.standard().indicators().stream()
                .flatMap(indicator -> Stream.of(
                                Arguments.usual(indicator), least(indicator), Arguments.of(indicator, small(indicator)))
                        .distinct()
                        .map(arguments -> new Study(indicator, arguments)));
    }

    /** Spacings at which the study is not the same. */
    static List<Spacing> spacings(Study study) {
        List<Candle> bars = Series.walk(3, 60, 10, 0.02).bars();
        double[][] daily = values(study, Spacing.DAILY, bars);
        return Arrays.deepEquals(daily, values(study, HOURLY, bars))
                ? List.of(Spacing.DAILY)
                : List.of(Spacing.DAILY, HOURLY);
    }

    static double[][] values(Study study, Spacing spacing, List<Candle> bars) {
        return values(study.start(spacing), outputs(study), bars);
    }

    static double[][] values(Calculation calculation, int outputs, List<Candle> bars) {
        double[][] values = new double[bars.size()][outputs];
        for (int i = 0; i < bars.size(); i++) {
            calculation.update(bars.get(i), values[i]);
        }
        return values;
    }

    static int outputs(Study study) {
        return study.indicator().outputs().size();
    }

    static List<Double> saved(Calculation calculation) {
        List<Double> state = new ArrayList<>();
        calculation.save(state::add);
        return state;
    }

    static void restore(Calculation calculation, List<Double> state) {
        calculation.restore(state.iterator()::next);
    }

    /** A billionth of the value, or of 1, or of the largest price that counts where prices are what comes out; 0 for no value. */
    static double tolerance(Study study, List<Candle> bars, int bar, double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        if (study.indicator().pane().unit() != Unit.PRICE) {
            return 1e-9 * Math.max(1, Math.abs(value));
        }
        int window = study.indicator().window(study.arguments()).orElse(bar + 1);
        double largest = 0;
        for (Candle candle : bars.subList(Math.max(0, bar + 1 - window), bar + 1)) {
            largest = Math.max(largest, Math.max(Math.abs(candle.high()), Math.abs(candle.low())));
        }
        return 1e-9 * Math.max(largest, Math.abs(value));
    }

    private static Arguments least(Indicator indicator) {
        return new Arguments(
                indicator.parameters(),
                indicator.parameters().stream().map(Parameter::least).toList());
    }

    private static Map<String, Double> small(Indicator indicator) {
        Map<String, Double> values = new HashMap<>();
        double value = 3;
        for (Parameter parameter : indicator.parameters()) {
            values.put(parameter.name(), parameter.kind() == Parameter.Kind.INT ? value : parameter.usual() * 1.5);
            value += 4;
        }
        return values;
    }
}
