package tickwing.analytics.indicator.catalogue;

import java.util.Map;
import java.util.function.Function;
import tickwing.analytics.indicator.Candle;

final class BandDefinitions {
    static final Map<String, Function<Past, double[]>> ALL = Map.of(
            "bollinger", BandDefinitions::bollinger,
            "keltner", BandDefinitions::keltner,
            "donchian", BandDefinitions::donchian,
            "atr", past -> new double[] {atr(past, past.whole(0))},
            "natr", BandDefinitions::natr);

    private BandDefinitions() {}

    private static double[] bollinger(Past past) {
        int n = past.whole(0);
        if (past.size() < n) {
            return Definitions.none(3);
        }
        double mean = Past.mean(past.last(n, Candle::close));
        double variance = Past.mean(past.last(n, bar -> (bar.close() - mean) * (bar.close() - mean)));
        return bands(mean, past.decimal(1) * Math.sqrt(variance));
    }

    private static double[] keltner(Past past) {
        int n = past.whole(0);
        double mean = Past.smoothed(past.all(Candle::close), n, 2.0 / (n + 1));
        double reach = past.decimal(1) * atr(past, past.whole(2));
        return Double.isNaN(mean) || Double.isNaN(reach) ? Definitions.none(3) : bands(mean, reach);
    }

    private static double[] donchian(Past past) {
        int n = past.whole(0);
        if (past.size() < n) {
            return Definitions.none(3);
        }
        double high = past.highest(n);
        double low = past.lowest(n);
        return new double[] {high, (high + low) / 2, low};
    }

    private static double[] natr(Past past) {
        double close = past.last().close();
        double atr = atr(past, past.whole(0));
        return new double[] {close == 0 && !Double.isNaN(atr) ? 0 : atr / close * 100};
    }

    private static double atr(Past past, int period) {
        return Past.smoothed(past.trueRanges(), period, 1.0 / period);
    }

    private static double[] bands(double mean, double reach) {
        return new double[] {mean + reach, mean, mean - reach};
    }
}
