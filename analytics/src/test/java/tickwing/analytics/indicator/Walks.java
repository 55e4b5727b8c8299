package tickwing.analytics.indicator;

import java.util.Random;

/** Prices as a market might make them, the same for the same seed. */
final class Walks {
    private Walks() {}

    /** A geometric random walk of {@code bars} prices whose logarithm moves by {@code volatility} a bar. */
    static double[] prices(long seed, int bars, double start, double volatility) {
        Random random = new Random(seed);
        double[] prices = new double[bars];
        double price = start;
        for (int i = 0; i < bars; i++) {
            prices[i] = price;
            price *= Math.exp(volatility * random.nextGaussian());
        }
        return prices;
    }
}
