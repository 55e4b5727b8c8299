package tickwing.analytics.indicator.catalogue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tickwing.analytics.indicator.Candle;

final class VolumeDefinitions {
    static final Map<String, Function<Past, double[]>> ALL = Map.of(
            "mfi", past -> new double[] {mfi(past)},
            "obv", past -> new double[] {obv(past)},
            "pvt", past -> new double[] {pvt(past)},
            "vwap", past -> new double[] {vwap(past)},
            "volume", VolumeDefinitions::volume);

    private VolumeDefinitions() {}

    private static double mfi(Past past) {
        int n = past.whole(0);
        if (past.size() <= n || known(past.last(n)).isEmpty()) {
            return Double.NaN;
        }
        double positive = 0;
        double negative = 0;
        for (int i = past.size() - n; i < past.size(); i++) {
            Candle bar = past.bars().get(i);
            double before = typical(past.bars().get(i - 1));
            if (!Double.isNaN(bar.volume())) {
                positive += typical(bar) > before ? Math.abs(typical(bar)) * bar.volume() : 0;
                negative += typical(bar) < before ? Math.abs(typical(bar)) * bar.volume() : 0;
            }
        }
        return positive + negative == 0 ? 50 : positive * 100 / (positive + negative);
    }

    private static double obv(Past past) {
        double total = 0;
        boolean begun = false;
        for (int i = 0; i < past.size(); i++) {
            Candle bar = past.bars().get(i);
            if (!Double.isNaN(bar.volume())) {
                double before = begun ? past.bars().get(i - 1).close() : Double.NEGATIVE_INFINITY;
                total += bar.close() > before ? bar.volume() : bar.close() < before ? -bar.volume() : 0;
                begun = true;
            }
        }
        return begun ? total : Double.NaN;
    }

    private static double pvt(Past past) {
        if (known(past.bars()).isEmpty()) {
            return Double.NaN;
        }
        double total = 0;
        for (int i = 1; i < past.size(); i++) {
            Candle bar = past.bars().get(i);
            double before = past.bars().get(i - 1).close();
            if (!Double.isNaN(bar.volume()) && before != 0) {
                total += bar.volume() * (bar.close() - before) / Math.abs(before);
            }
        }
        return total;
    }

    private static double vwap(Past past) {
        List<Candle> span = past.spacing().withinDay()
                ? past.bars().stream()
                        .filter(bar -> bar.day() == past.last().day())
                        .toList()
                : past.last(Math.min(20, past.size()));
        List<Candle> known = known(span);
        double volume = known.stream().mapToDouble(Candle::volume).sum();
        return volume == 0
                ? known.stream()
                        .mapToDouble(VolumeDefinitions::typical)
                        .average()
                        .orElse(Double.NaN)
                : known.stream()
                        .mapToDouble(bar -> typical(bar) * (bar.volume() / volume))
                        .reduce(Double.NaN, (sum, part) -> Double.isNaN(sum) ? part : sum + part);
    }

    private static double[] volume(Past past) {
        int n = past.whole(0);
        double mean = past.size() < n
                ? Double.NaN
                : known(past.last(n)).stream()
                        .mapToDouble(Candle::volume)
                        .average()
                        .orElse(Double.NaN);
        return new double[] {past.last().volume(), mean};
    }

    private static List<Candle> known(List<Candle> bars) {
        return bars.stream().filter(bar -> !Double.isNaN(bar.volume())).toList();
    }

    private static double typical(Candle bar) {
        return (bar.high() + bar.low() + bar.close()) / 3;
    }
}
