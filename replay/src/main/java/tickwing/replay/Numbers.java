package tickwing.replay;

import java.util.Locale;

/** Numbers as messages show them. */
final class Numbers {
    private Numbers() {}

    /** {@code 9746} as {@code 9,746}. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Rows a second over a time, for a message: {@code 12,345} or, when slow, {@code 0.50}. */
    static String rate(long rows, long nanos) {
        double rate = rows / Math.max(nanos / 1e9, 1e-9);
        return rate < 10 ? String.format(Locale.ROOT, "%.2f", rate) : grouped(Math.round(rate));
    }
}
