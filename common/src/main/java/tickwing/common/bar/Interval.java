package tickwing.common.bar;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The span of time that a bar sums up, by the short names that yfinance uses. */
public enum Interval {
    ONE_MINUTE("1m", 60),
    TWO_MINUTES("2m", 120),
    THREE_MINUTES("3m", 180),
    FIVE_MINUTES("5m", 300),
    TEN_MINUTES("10m", 600),
    FIFTEEN_MINUTES("15m", 900),
    THIRTY_MINUTES("30m", 1_800),
    ONE_HOUR("1h", 3_600),
    NINETY_MINUTES("90m", 5_400),
    TWO_HOURS("2h", 2 * 3_600),
    FOUR_HOURS("4h", 4 * 3_600),
    SIX_HOURS("6h", 6 * 3_600),
    EIGHT_HOURS("8h", 8 * 3_600),
    TWELVE_HOURS("12h", 12 * 3_600),
    ONE_DAY("1d", 86_400),
    ONE_WEEK("1w", 7 * 86_400),
    ONE_MONTH("1mo", 30 * 86_400),
    ONE_YEAR("1y", 365 * 86_400);

    private static final Map<String, Interval> BY_NAME = new HashMap<>();

    static {
        for (Interval interval : values()) {
            BY_NAME.put(interval.code, interval);
        }
        BY_NAME.putAll(Map.of("60m", ONE_HOUR, "1wk", ONE_WEEK, "1M", ONE_MONTH));
    }

    private final String code;
    private final int seconds;

    Interval(String code, int seconds) {
        this.code = code;
        this.seconds = seconds;
    }

    /** The short name: {@code 1d}. */
    public String code() {
        return code;
    }

    /** Length in seconds; nominal for a month (30 days) and a year (365 days). */
    public int seconds() {
        return seconds;
    }

    /** Whether bars of this interval are named by a date alone. */
    public boolean isDaily() {
        return compareTo(ONE_DAY) >= 0;
    }

    /** The interval of a short name, {@code 60m}, {@code 1wk} and {@code 1M} among them; empty for any other text. */
    public static Optional<Interval> of(String code) {
        return Optional.ofNullable(BY_NAME.get(code));
    }

    /** All short names, for messages: {@code 1m, 2m, ...}. */
    public static String codes() {
        return Arrays.stream(values()).map(Interval::code).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return code;
    }
}
