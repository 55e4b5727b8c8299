package tickwing.analytics.indicator.catalogue;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tickwing.analytics.indicator.Candle;

final class OscillatorDefinitions {
    static final Map<String, Function<Past, double[]>> ALL = Map.of(
            "rsi", past -> new double[] {rsi(past)},
            "macd", OscillatorDefinitions::macd,
            "stochastic", OscillatorDefinitions::stochastic,
            "cci", past -> new double[] {cci(past)},
            "willr", past -> new double[] {willr(past)},
            "roc", past -> new double[] {roc(past)});

    private OscillatorDefinitions() {}

    private static double rsi(Past past) {
        int n = past.whole(0);
        double[] closes = past.all(Candle::close);
        double gain = Past.smoothed(past.changes(i -> Math.max(0, closes[i] - closes[i - 1])), n, 1.0 / n);
        double loss = Past.smoothed(past.changes(i -> Math.max(0, closes[i - 1] - closes[i])), n, 1.0 / n);
        return gain == 0 && loss == 0 ? 50 : 100 - 100 / (1 + gain / loss);
    }

    private static double[] macd(Past past) {
        int fast = past.whole(0);
        int slow = past.whole(1);
        int signal = past.whole(2);
        if (past.size() < slow + signal - 1) {
            return Definitions.none(3);
        }
        double[] closes = past.all(Candle::close);
        double[] slowMeans = means(closes, slow);
        double[] fastMeans = means(Arrays.copyOfRange(closes, slow - fast, closes.length), fast);
        double[] macd = IntStream.range(0, slowMeans.length)
                .mapToDouble(i -> fastMeans[i] - slowMeans[i])
                .toArray();
        double last = macd[macd.length - 1];
        double smoothed = Past.smoothed(macd, signal, 2.0 / (signal + 1));
        return new double[] {last, smoothed, last - smoothed};
    }

    /** Exponential averages, from the first that there is. */
    private static double[] means(double[] values, int n) {
        double[] means = new double[values.length - n + 1];
        means[0] = Past.mean(Arrays.copyOf(values, n));
        for (int i = 1; i < means.length; i++) {
            means[i] = means[i - 1] * (n - 1) / (n + 1) + values[i + n - 1] * 2 / (n + 1);
        }
        return means;
    }

    private static double[] stochastic(Past past) {
        int slowing = past.whole(1);
        int signal = past.whole(2);
        if (past.size() < past.whole(0) + slowing + signal - 2) {
            return Definitions.none(2);
        }
        double d = IntStream.range(0, signal)
                .mapToDouble(ago -> slowed(past.ago(ago), slowing))
                .average()
                .orElseThrow();
        return new double[] {slowed(past, slowing), d};
    }

    private static double slowed(Past past, int slowing) {
        return IntStream.range(0, slowing)
                .mapToDouble(ago -> place(past.ago(ago)))
                .average()
                .orElseThrow();
    }

    private static double place(Past past) {
        double high = past.highest(past.whole(0));
        double low = past.lowest(past.whole(0));
        return high == low ? 0 : (past.last().close() - low) / (high - low) * 100;
    }

    private static double cci(Past past) {
        int n = past.whole(0);
        if (past.size() < n) {
            return Double.NaN;
        }
        double[] typicals = past.last(n, bar -> (bar.high() + bar.low() + bar.close()) / 3);
        double mean = Past.mean(typicals);
        double distance =
                Past.mean(Arrays.stream(typicals).map(t -> Math.abs(t - mean)).toArray());
        return distance <= 1e-12 * Math.abs(mean) ? 0 : (typicals[n - 1] - mean) / (0.015 * distance);
    }

    private static double willr(Past past) {
        int n = past.whole(0);
        if (past.size() < n) {
            return Double.NaN;
        }
        double range = past.highest(n) - past.lowest(n);
        return range == 0 ? 0 : (past.highest(n) - past.last().close()) / range * -100;
    }

    private static double roc(Past past) {
        int n = past.whole(0);
        if (past.size() <= n) {
            return Double.NaN;
        }
        double before = past.ago(n).last().close();
        return before == 0 ? 0 : (past.last().close() - before) / before * 100;
    }
}
