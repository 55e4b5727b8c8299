package tickwing.analytics.indicator.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tickwing.analytics.indicator.Study;

/** Every indicator once more, as its definition says: worked out from all the bars there are, as slowly as it may be. */
final class Definitions {
    private static final Map<String, Function<Past, double[]>> ALL = new HashMap<>();

    static {
        ALL.putAll(AverageDefinitions.ALL);
        ALL.putAll(BandDefinitions.ALL);
        ALL.putAll(OscillatorDefinitions.ALL);
        ALL.putAll(TrendDefinitions.ALL);
        ALL.putAll(VolumeDefinitions.ALL);
        ALL.putAll(VolatilityDefinitions.ALL);
    }

    private Definitions() {}

    static double[] at(Past past, Study study) {
        return ALL.get(study.indicator().id()).apply(past);
    }

    /** No value yet, for so many outputs. */
    static double[] none(int outputs) {
        double[] none = new double[outputs];
        Arrays.fill(none, Double.NaN);
        return none;
    }
}
