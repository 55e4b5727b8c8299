package tickwing.producer.stock.yahoo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tickwing.common.bar.Interval;
import tickwing.common.error.UsageError;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.SafeUri;

/**
 * How to talk to Yahoo.
 *
 * @param url where {@code /v8/finance/chart/...} is
 * @param stream the web socket for quotes; empty to poll
 * @param userAgent what to call oneself: Yahoo turns away clients that do not look like a browser
 * @param interval of the bars
 * @param every time between two requests for the same symbol while polling, or two quotes of one while streaming
 * @param symbols Yahoo's names, e.g. {@code AAPL}, {@code RELIANCE.NS}, {@code BTC-USD}
 */
public record YahooConfig(
        URI url,
        Optional<URI> stream,
        String userAgent,
        Interval interval,
        Duration every,
        List<String> symbols,
        HttpLink.Timeouts timeouts) {
    public static final String DEFAULT_URL = "https://query1.finance.yahoo.com";
    public static final String DEFAULT_STREAM_URL = "wss://streamer.finance.yahoo.com/?version=2";
    public static final String DEFAULT_USER_AGENT = "Mozilla/5.0";

    /** More often is impolite, and soon turned away. */
    static final Duration SHORTEST_PERIOD = Duration.ofSeconds(10);

    private static final Set<Interval> INTERVALS = Set.of(
            Interval.ONE_MINUTE,
            Interval.TWO_MINUTES,
            Interval.FIVE_MINUTES,
            Interval.FIFTEEN_MINUTES,
            Interval.THIRTY_MINUTES,
            Interval.ONE_HOUR,
            Interval.ONE_DAY);

    public YahooConfig {
        SafeUri.check("--yahoo-url", url, "https", "http");
        stream.ifPresent(uri -> SafeUri.check("--yahoo-stream-url", uri, "wss", "ws"));
        symbols = List.copyOf(symbols);
        if (!INTERVALS.contains(interval)) {
            throw new UsageError("--source yahoo has no live bars of " + interval
                    + "; choose 1m, 2m, 5m, 15m, 30m, 1h or 1d, and let the chart sum them up.");
        }
        if (stream.isPresent() && interval != Interval.ONE_DAY) {
            throw new UsageError("--stream brings the day's figures only; leave out --interval " + interval + ".");
        }
        if (stream.isEmpty() && every.compareTo(SHORTEST_PERIOD) < 0) {
            throw new UsageError("--every must be at least 10s for Yahoo, which turns away those who ask more often.");
        }
        if (every.isNegative() || every.isZero()) {
            throw new UsageError("--every must be more than 0.");
        }
    }

    /** The period of polling, also of that beside a stream. */
    Duration pollEvery() {
        return stream.isPresent() && every.compareTo(Duration.ofSeconds(30)) < 0 ? Duration.ofSeconds(30) : every;
    }
}
