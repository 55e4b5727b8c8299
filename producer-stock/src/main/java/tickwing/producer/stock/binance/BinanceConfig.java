package tickwing.producer.stock.binance;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tickwing.common.bar.Interval;
import tickwing.common.error.UsageError;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.SafeUri;

/**
 * How to talk to Binance.
 *
 * @param url where {@code /api/v3/klines} is
 * @param stream where {@code /stream?streams=...} is
 * @param interval of the bars
 * @param every the least time between two quotes of a symbol
 * @param symbols Binance's names, e.g. {@code BTCUSDT}
 * @param renewAfter how old a stream may become: Binance ends it after 24 hours
 */
public record BinanceConfig(
        URI url,
        URI stream,
        Interval interval,
        Duration every,
        List<String> symbols,
        HttpLink.Timeouts timeouts,
        Duration renewAfter) {
    public static final String DEFAULT_URL = "https://data-api.binance.vision";
    public static final String DEFAULT_STREAM_URL = "wss://data-stream.binance.vision";
    public static final Duration DEFAULT_RENEWAL = Duration.ofMinutes(23 * 60 + 30);

    private static final Set<Interval> INTERVALS = Set.of(
            Interval.ONE_MINUTE,
            Interval.FIVE_MINUTES,
            Interval.FIFTEEN_MINUTES,
            Interval.THIRTY_MINUTES,
            Interval.ONE_HOUR,
            Interval.ONE_DAY);

    public BinanceConfig {
        SafeUri.check("--binance-url", url, "https", "http");
        SafeUri.check("--binance-stream-url", stream, "wss", "ws");
        symbols = symbols.stream().map(s -> s.toUpperCase(Locale.ROOT)).toList();
        if (!INTERVALS.contains(interval)) {
            throw new UsageError("--source binance has no live bars of " + interval
                    + "; choose 1m, 5m, 15m, 30m, 1h or 1d, and let the chart sum them up.");
        }
        if (every.isNegative() || every.isZero()) {
            throw new UsageError("--every must be more than 0.");
        }
        for (String symbol : symbols) {
            if (!symbol.matches("[A-Z0-9_.-]{1,40}")) {
                throw new UsageError("'" + symbol + "' is no symbol of Binance; expected e.g. BTCUSDT.");
            }
        }
    }
}
