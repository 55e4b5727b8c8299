package tickwing.producer.stock.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;
import tickwing.producer.stock.link.SafeUri;
import tickwing.producer.stock.link.SourceException;
import tickwing.producer.stock.live.HistorySource;

/** Finished candles from the REST service, in pages of 1,000. */
final class BinanceHistory implements HistorySource {
    /** Fetches a body. */
    @FunctionalInterface
    interface Fetch {
        byte[] get(URI uri) throws SourceException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1_000;

    private final URI url;
    private final Fetch fetch;
    private final Supplier<Instant> now;

    BinanceHistory(URI url, Fetch fetch, Supplier<Instant> now) {
        this.url = url;
        this.fetch = fetch;
        this.now = now;
    }

    @Override
    public int daysPerCall(Interval interval) {
        return Math.max(1, (int) ((long) PAGE * interval.seconds() / Interval.ONE_DAY.seconds()));
    }

    @Override
    public List<Bar> bars(String symbol, LocalDate from, LocalDate to, Interval interval) throws SourceException {
        long start = millis(from);
        long end = millis(to.plusDays(1)) - 1;
        List<Bar> bars = new ArrayList<>();
        while (start <= end) {
            JsonNode page = page(symbol, interval, start, end);
            for (JsonNode entry : page) {
                Optional<Kline> kline = Kline.ofArray(entry);
                kline.filter(k -> k.end().isBefore(now.get())).ifPresent(k -> bars.add(k.finished(symbol, interval)));
            }
            if (page.size() < PAGE) {
                break;
            }
            long last = page.path(PAGE - 1).path(0).asLong();
            if (last < start) {
                throw SourceException.dropped("a page that leads nowhere");
            }
            start = last + 1;
        }
        return bars;
    }

    private JsonNode page(String symbol, Interval interval, long start, long end) throws SourceException {
        byte[] body = fetch.get(URI.create(SafeUri.base(url) + "/api/v3/klines?symbol=" + SafeUri.encode(symbol)
                + "&interval=" + interval.code() + "&startTime=" + start + "&endTime=" + end + "&limit=" + PAGE));
        try {
            JsonNode page = JSON.readTree(body);
            if (page.isArray() && page.size() <= PAGE) {
                return page;
            }
        } catch (IOException e) {
            throw SourceException.dropped("an answer that is not JSON");
        }
        throw SourceException.dropped("an answer without candles");
    }

    private static long millis(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
