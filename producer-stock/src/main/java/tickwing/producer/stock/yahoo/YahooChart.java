package tickwing.producer.stock.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tickwing.common.bar.BarFlaw;
import tickwing.common.bar.Origin;
import tickwing.producer.stock.link.Failure;
import tickwing.producer.stock.link.SourceException;
import tickwing.producer.stock.live.TradingSession;

/**
 * An answer of Yahoo's chart endpoint.
 *
 * @param currency of the prices, e.g. {@code USD}; null when it does not say
 * @param zone of the exchange
 * @param session the trading period that it speaks of
 * @param quote the last quote; null when it has none
 * @param candles in order of time; those with a price that is missing or 0 are left out
 */
record YahooChart(String currency, ZoneId zone, TradingSession session, Last quote, List<Candle> candles) {
    /**
     * The last quote of the regular session.
     *
     * @param high the day's, or NaN
     * @param low the day's, or NaN
     * @param volume the day's so far; NaN when it does not say
     */
    record Last(Instant at, double price, double high, double low, double volume) {}

    /**
     * A candle.
     *
     * @param adjClose NaN when it does not say
     * @param volume NaN when it does not say
     */
    record Candle(Instant start, double open, double high, double low, double close, double adjClose, double volume) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CRYPTO = "CRYPTOCURRENCY";
    /** The year 3000: later is nonsense. */
    private static final long LAST_SECOND = 32_503_680_000L;

    /**
     * Reads an answer.
     *
     * @throws SourceException for an answer that is none, and one that says that there is nothing for the symbol
     */
    static YahooChart read(byte[] body) throws SourceException {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (IOException e) {
            throw SourceException.dropped("an answer that is not JSON");
        }
        JsonNode chart = root.path("chart");
        JsonNode error = chart.path("error");
        if (error.isObject()) {
            throw new SourceException(new Failure.UnknownSymbol("Yahoo has no data for it"));
        }
        JsonNode result = chart.path("result").path(0);
        JsonNode meta = result.path("meta");
        if (!meta.isObject()) {
            throw SourceException.dropped("an answer without a chart");
        }
        return new YahooChart(text(meta, "currency"), zone(meta), session(meta), quote(meta), candles(result));
    }

    /** Where bars of this answer come from. */
    Origin origin() {
        return new Origin(currency, Yahoo.NAME);
    }

    /** The exchange's date of an instant. */
    LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** An instant on the exchange's clock. */
    OffsetDateTime local(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    private static ZoneId zone(JsonNode meta) throws SourceException {
        try {
            String name = text(meta, "exchangeTimezoneName");
            if (name != null) {
                return ZoneId.of(name);
            }
            JsonNode offset = meta.path("gmtoffset");
            if (offset.isIntegralNumber()) {
                return ZoneOffset.ofTotalSeconds(offset.intValue());
            }
        } catch (DateTimeException e) {
            throw SourceException.dropped("an answer with a time zone that does not exist");
        }
        // Without one there is no telling which day a bar belongs to.
        throw SourceException.dropped("an answer without a time zone");
    }

    private static TradingSession session(JsonNode meta) {
        JsonNode regular = meta.path("currentTradingPeriod").path("regular");
        Instant opens = instant(regular.path("start"));
        Instant closes = instant(regular.path("end"));
        boolean clear = opens != null && closes != null && opens.isBefore(closes);
        return !clear || CRYPTO.equals(text(meta, "instrumentType"))
                ? TradingSession.ALWAYS
                : new TradingSession(opens, closes);
    }

    private static Last quote(JsonNode meta) {
        Instant at = instant(meta.path("regularMarketTime"));
        double price = price(meta.path("regularMarketPrice"));
        if (at == null || Double.isNaN(price)) {
            return null;
        }
        return new Last(
                at,
                price,
                price(meta.path("regularMarketDayHigh")),
                price(meta.path("regularMarketDayLow")),
                volume(meta.path("regularMarketVolume")));
    }

    private static List<Candle> candles(JsonNode result) {
        JsonNode times = result.path("timestamp");
        JsonNode quote = result.path("indicators").path("quote").path(0);
        JsonNode adjusted = result.path("indicators").path("adjclose").path(0).path("adjclose");
        List<Candle> candles = new ArrayList<>(times.size());
        for (int i = 0; i < times.size(); i++) {
            Instant start = instant(times.path(i));
            double open = price(quote.path("open").path(i));
            double high = price(quote.path("high").path(i));
            double low = price(quote.path("low").path(i));
            double close = price(quote.path("close").path(i));
            if (start != null && BarFlaw.inPrices(open, high, low, close) == null) {
                candles.add(new Candle(
                        start,
                        open,
                        high,
                        low,
                        close,
                        price(adjusted.path(i)),
                        volume(quote.path("volume").path(i))));
            }
        }
        return List.copyOf(candles);
    }

    /** Null for what is no second since 1970. */
    private static Instant instant(JsonNode node) {
        return node.isIntegralNumber()
                        && node.canConvertToLong()
                        && node.longValue() > 0
                        && node.longValue() < LAST_SECOND
                ? Instant.ofEpochSecond(node.longValue())
                : null;
    }

    /** NaN for what is no price; 0 is none, it stands for "nothing traded". */
    private static double price(JsonNode node) {
        double price = node.isNumber() ? node.doubleValue() : Double.NaN;
        return Double.isFinite(price) && price != 0 ? price : Double.NaN;
    }

    /** NaN for what is no volume; 0 is one. */
    private static double volume(JsonNode node) {
        double volume = node.isNumber() ? node.doubleValue() : Double.NaN;
        return BarFlaw.inRecordedVolume(volume) == null ? volume : Double.NaN;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }
}
