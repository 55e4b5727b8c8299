package tickwing.consumer.bollinger;

import tickwing.common.error.UsageError;

/**
 * What is computed.
 *
 * @param period how many closes are averaged, in bars; 2 or more
 * @param width distance from the middle to the outer bands, in standard deviations; more than 0
 */
record BollingerConfig(int period, double width) {
    BollingerConfig {
        if (period < 2) {
            throw new UsageError("--period must be at least 2 bars, was " + period + ".");
        }
        if (!(width > 0) || Double.isInfinite(width)) {
            throw new UsageError("--width must be more than 0 standard deviations, was " + width + ".");
        }
    }
}
