package tickwing.producer.stock.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarFlaw;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.DecimalText;
import tickwing.common.bar.Interval;
import tickwing.common.bar.Origin;

/**
 * A candle as Binance has it; days are those of UTC.
 *
 * @param start its first instant
 * @param end its last millisecond
 * @param volume of the first currency of the pair, e.g. of BTC in BTCUSDT, as exactly as a double has it
 */
record Kline(Instant start, Instant end, double open, double high, double low, double close, double volume) {
    /** In which currency a pair's prices are, the candles do not say. */
    private static final Origin ORIGIN = new Origin(null, Binance.NAME);

    /** A candle of the REST service: an array. Empty for what is none. */
    static Optional<Kline> ofArray(JsonNode k) {
        return of(k.path(0), k.path(6), k.path(1), k.path(2), k.path(3), k.path(4), k.path(5));
    }

    /** A candle of the stream: an object. Empty for what is none. */
    static Optional<Kline> ofObject(JsonNode k) {
        return of(k.path("t"), k.path("T"), k.path("o"), k.path("h"), k.path("l"), k.path("c"), k.path("v"));
    }

    Bar finished(String symbol, Interval interval) {
        return Bar.finished(symbol, interval, time(interval), open, high, low, close, Double.NaN, volume)
                .from(ORIGIN);
    }

    Bar forming(String symbol, Interval interval, OffsetDateTime quotedAt) {
        return new Bar(
                symbol, interval, time(interval), open, high, low, close, Double.NaN, volume, quotedAt, false, ORIGIN);
    }

    private BarTime time(Interval interval) {
        OffsetDateTime at = start.atOffset(ZoneOffset.UTC);
        return interval.isDaily() ? BarTime.of(at.toLocalDate()) : BarTime.of(at);
    }

    private static Optional<Kline> of(
            JsonNode start, JsonNode end, JsonNode open, JsonNode high, JsonNode low, JsonNode close, JsonNode volume) {
        double o = price(open);
        double h = price(high);
        double l = price(low);
        double c = price(close);
        OptionalDouble v = volume.isTextual() ? DecimalText.parse(volume.textValue()) : OptionalDouble.empty();
        boolean whole = start.isIntegralNumber()
                && end.isIntegralNumber()
                && start.longValue() > 0
                && end.longValue() > start.longValue()
                && BarFlaw.inTrades(o, h, l, c) == null
                && v.isPresent()
                && BarFlaw.inRecordedVolume(v.getAsDouble()) == null;
        return whole
                ? Optional.of(new Kline(
                        Instant.ofEpochMilli(start.longValue()),
                        Instant.ofEpochMilli(end.longValue()),
                        o,
                        h,
                        l,
                        c,
                        v.getAsDouble()))
                : Optional.empty();
    }

    /** NaN for what is no number. */
    private static double price(JsonNode node) {
        return node.isTextual() ? DecimalText.parse(node.textValue()).orElse(Double.NaN) : Double.NaN;
    }
}
