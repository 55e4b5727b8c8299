package tickwing.consumer.aroon;

import tickwing.common.error.UsageError;

/**
 * What is computed.
 *
 * @param period how many bars to look back from the newest; 2 or more
 */
record AroonConfig(int period) {
    AroonConfig {
        if (period < 2) {
            throw new UsageError("--period must be at least 2 bars, was " + period + ".");
        }
    }
}
