package tickwing.analytics.indicator.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tickwing.analytics.indicator.Candle;

/** As in the papers that {@link Volatility} names. */
final class VolatilityDefinitions {
    static final Map<String, Function<Past, double[]>> ALL = Map.of("volatility", VolatilityDefinitions::all);

    private VolatilityDefinitions() {}

    private static double[] all(Past past) {
        int n = past.whole(0);
        boolean full = past.size() >= n;
        boolean gaps = past.size() > n;
        double[] variances = {
            gaps ? sampleVariance(last(past, i -> ln(close(past, i), close(past, i - 1)))) : Double.NaN,
            full ? parkinson(past.last(n)) : Double.NaN,
            full ? garmanKlass(past.last(n)) : Double.NaN,
            gaps ? yangZhang(past) : Double.NaN
        };
        return Arrays.stream(variances)
                .map(v -> Math.sqrt(v < 0 ? 0 : v) * Math.sqrt(past.spacing().barsAYear()) * 100)
                .toArray();
    }

    private static double parkinson(List<Candle> bars) {
        double sum = 0;
        for (Candle bar : bars) {
            sum += Math.pow(ln(bar.high(), bar.low()), 2);
        }
        return sum / bars.size() / (4 * Math.log(2));
    }

    private static double garmanKlass(List<Candle> bars) {
        double sum = 0;
        for (Candle bar : bars) {
            sum += Math.pow(ln(bar.high(), bar.low()), 2) / 2;
            sum -= (2 * Math.log(2) - 1) * Math.pow(ln(bar.close(), bar.open()), 2);
        }
        return sum / bars.size();
    }

    private static double yangZhang(Past past) {
        double n = past.whole(0);
        double k = 0.34 / (1.34 + (n + 1) / (n - 1));
        double overnight = sampleVariance(last(past, i -> ln(bar(past, i).open(), close(past, i - 1))));
        double day =
                sampleVariance(last(past, i -> ln(close(past, i), bar(past, i).open())));
        double rogersSatchell = Past.mean(last(past, i -> {
            Candle bar = bar(past, i);
            return ln(bar.high(), bar.open()) * (ln(bar.high(), bar.open()) - ln(bar.close(), bar.open()))
                    + ln(bar.low(), bar.open()) * (ln(bar.low(), bar.open()) - ln(bar.close(), bar.open()));
        }));
        return overnight + k * day + (1 - k) * rogersSatchell;
    }

    private static double[] last(Past past, IntToDoubleFunction value) {
        return IntStream.range(past.size() - past.whole(0), past.size())
                .mapToDouble(value)
                .toArray();
    }

    private static double sampleVariance(double[] values) {
        double mean = Past.mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }

    /** The difference of two logarithms; 0 where there is none. */
    private static double ln(double a, double b) {
        return a * b > 0 ? Math.log(Math.abs(a)) - Math.log(Math.abs(b)) : 0;
    }

    private static Candle bar(Past past, int at) {
        return past.bars().get(at);
    }

    private static double close(Past past, int at) {
        return bar(past, at).close();
    }
}
