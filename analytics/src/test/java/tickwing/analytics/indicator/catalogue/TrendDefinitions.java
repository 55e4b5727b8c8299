package tickwing.analytics.indicator.catalogue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tickwing.analytics.indicator.Candle;

final class TrendDefinitions {
    static final Map<String, Function<Past, double[]>> ALL = Map.of(
            "aroon", TrendDefinitions::aroon,
            "adx", TrendDefinitions::adx,
            "sar", TrendDefinitions::sar,
            "ichimoku", TrendDefinitions::ichimoku);

    private TrendDefinitions() {}

    private static double[] aroon(Past past) {
        int n = past.whole(0);
        if (past.size() <= n) {
            return Definitions.none(3);
        }
        int sinceHigh = 0;
        int sinceLow = 0;
        for (int ago = 1; ago <= n; ago++) {
            sinceHigh = high(past, ago) > high(past, sinceHigh) ? ago : sinceHigh;
            sinceLow = low(past, ago) < low(past, sinceLow) ? ago : sinceLow;
        }
        double up = 100.0 * (n - sinceHigh) / n;
        double down = 100.0 * (n - sinceLow) / n;
        return new double[] {up, down, up - down};
    }

    private static double[] adx(Past past) {
        int n = past.whole(0);
        List<Candle> bars = past.bars();
        double[] plusMoves = past.changes(i -> {
            double up = bars.get(i).high() - bars.get(i - 1).high();
            double down = bars.get(i - 1).low() - bars.get(i).low();
            return up > down ? Math.max(up, 0) : 0;
        });
        double[] minusMoves = past.changes(i -> {
            double up = bars.get(i).high() - bars.get(i - 1).high();
            double down = bars.get(i - 1).low() - bars.get(i).low();
            return down > up ? Math.max(down, 0) : 0;
        });
        double[] ranges = past.trueRanges();
        double[] result = Definitions.none(3);
        double plus = 0;
        double minus = 0;
        double range = 0;
        double first = 0;
        for (int bar = 1; bar < bars.size(); bar++) {
            double kept = bar < n ? 1 : 1 - 1.0 / n;
            plus = plus * kept + plusMoves[bar - 1];
            minus = minus * kept + minusMoves[bar - 1];
            range = range * kept + ranges[bar - 1];
            if (bar >= n) {
                result[1] = range == 0 ? 0 : plus / range * 100;
                result[2] = range == 0 ? 0 : minus / range * 100;
                double sum = result[1] + result[2];
                double dx = sum == 0 ? 0 : Math.abs(result[1] - result[2]) / sum * 100;
                first += dx;
                if (bar == 2 * n - 1) {
                    result[0] = first / n;
                } else if (bar >= 2 * n) {
                    result[0] = (result[0] * (n - 1) + dx) / n;
                }
            }
        }
        return result;
    }

    private static double[] sar(Past past) {
        List<Candle> bars = past.bars();
        if (bars.size() < 2) {
            return Definitions.none(1);
        }
        double up = bars.get(1).high() - bars.get(0).high();
        double down = bars.get(0).low() - bars.get(1).low();
        boolean isLong = !(down > 0 && down > up);
        double stop = isLong ? bars.get(0).low() : bars.get(0).high();
        double extreme = isLong ? bars.get(1).high() : bars.get(1).low();
        double factor = past.decimal(0);
        double value = Double.NaN;
        for (int i = 1; i < bars.size(); i++) {
            Candle bar = bars.get(i);
            Candle before = bars.get(Math.max(1, i - 1));
            value = stop;
            if (isLong && bar.low() <= stop) {
                value = Math.max(extreme, Math.max(before.high(), bar.high()));
                isLong = false;
                extreme = bar.low();
                factor = past.decimal(0);
            } else if (!isLong && bar.high() >= stop) {
                value = Math.min(extreme, Math.min(before.low(), bar.low()));
                isLong = true;
                extreme = bar.high();
                factor = past.decimal(0);
            } else if (isLong ? bar.high() > extreme : bar.low() < extreme) {
                extreme = isLong ? bar.high() : bar.low();
                factor = Math.min(past.decimal(1), factor + past.decimal(0));
            }
            stop = value + factor * (extreme - value);
            stop = isLong
                    ? Math.min(stop, Math.min(before.low(), bar.low()))
                    : Math.max(stop, Math.max(before.high(), bar.high()));
        }
        return new double[] {value};
    }

    private static double[] ichimoku(Past past) {
        double conversion = middle(past, past.whole(0));
        double base = middle(past, past.whole(1));
        double spanB = middle(past, past.whole(2));
        return new double[] {
            conversion, base, (conversion + base) / 2, spanB, past.last().close()
        };
    }

    private static double middle(Past past, int n) {
        return past.size() < n ? Double.NaN : (past.highest(n) + past.lowest(n)) / 2;
    }

    private static double high(Past past, int ago) {
        return past.bars().get(past.size() - 1 - ago).high();
    }

    private static double low(Past past, int ago) {
        return past.bars().get(past.size() - 1 - ago).low();
    }
}
