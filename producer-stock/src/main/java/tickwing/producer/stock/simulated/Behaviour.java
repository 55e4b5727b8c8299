package tickwing.producer.stock.simulated;

import java.util.List;
import tickwing.common.bar.Bar;

/**
 * How a price moves, as geometric Brownian motion sees it: the logarithm of the price after a bar minus that before it is
 * normally distributed. Estimated from real bars where there are enough (Hull, "Options, Futures and Other Derivatives",
 * section on estimating volatility from historical data).
 *
 * @param logReturn mean of the logarithmic return of a bar
 * @param volatility standard deviation of the logarithmic return of a bar; 0 or more
 * @param volume shares traded in a bar, on average
 */
record Behaviour(double logReturn, double volatility, double volume) {
    /** No trend, 2% a bar, a million shares: a lively stock nobody has heard of. */
    static final Behaviour DEFAULT = new Behaviour(0, 0.02, 1_000_000);

    /** The most bars that are looked at: a year of trading days. */
    private static final int WINDOW = 252;
    /** Fewer returns than this say nothing. */
    private static final int LEAST_RETURNS = 20;

    /** Of the bars whose volume is known; the default where none is. */
    static double averageVolume(List<Bar> bars) {
        return bars.stream()
                .mapToDouble(Bar::volume)
                .filter(volume -> !Double.isNaN(volume))
                .average()
                .orElse(DEFAULT.volume);
    }

    /** @param closes in order of time; those that are not positive are left out */
    static Behaviour of(List<Double> closes, double averageVolume) {
        List<Double> positive = closes.stream().filter(c -> c > 0).toList();
        int from = Math.max(1, positive.size() - WINDOW);
        int count = positive.size() - from;
        if (count < LEAST_RETURNS) {
            return new Behaviour(DEFAULT.logReturn, DEFAULT.volatility, averageVolume);
        }
        double[] returns = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            returns[i] = Math.log(positive.get(from + i) / positive.get(from + i - 1));
            sum += returns[i];
        }
        double mean = sum / count;
        double squares = 0;
        for (double r : returns) {
            squares += (r - mean) * (r - mean);
        }
        return new Behaviour(mean, Math.sqrt(squares / (count - 1)), averageVolume);
    }
}
