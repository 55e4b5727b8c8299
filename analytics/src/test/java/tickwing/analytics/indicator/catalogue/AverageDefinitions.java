package tickwing.analytics.indicator.catalogue;

import java.util.Map;
import java.util.function.Function;
import tickwing.analytics.indicator.Candle;

final class AverageDefinitions {
    static final Map<String, Function<Past, double[]>> ALL =
            Map.of("sma", AverageDefinitions::sma, "ema", AverageDefinitions::ema, "wma", AverageDefinitions::wma);

    private AverageDefinitions() {}

    private static double[] sma(Past past) {
        int n = past.whole(0);
        return past.size() < n ? Definitions.none(1) : new double[] {Past.mean(past.last(n, Candle::close))};
    }

    private static double[] ema(Past past) {
        int n = past.whole(0);
        return new double[] {Past.smoothed(past.all(Candle::close), n, 2.0 / (n + 1))};
    }

    private static double[] wma(Past past) {
        int n = past.whole(0);
        if (past.size() < n) {
            return Definitions.none(1);
        }
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < n; i++) {
            sum += (i + 1) * past.last(n).get(i).close();
            weights += i + 1;
        }
        return new double[] {sum / weights};
    }
}
