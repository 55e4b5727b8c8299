package tickwing.producer.stock.yahoo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Answers of the chart endpoint, as Yahoo writes them. */
public final class Charts {
    /** A candle; a price that is null is written as null. */
    public record Candle(Instant at, Double open, Double high, Double low, Double close, Long volume) {
        public static Candle of(Instant at, double open, double high, double low, double close, long volume) {
            return new Candle(at, open, high, low, close, volume);
        }
    }

    private Charts() {}

    public static String chart(
            String type,
            ZoneId zone,
            Instant opens,
            Instant closes,
            Instant quotedAt,
            double price,
            double high,
            double low,
            long volume,
            List<Candle> candles) {
        return String.format(
                Locale.ROOT,
                "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"USD\",\"instrumentType\":\"%s\","
                        + "\"regularMarketTime\":%d,\"regularMarketPrice\":%s,\"regularMarketDayHigh\":%s,"
                        + "\"regularMarketDayLow\":%s,\"regularMarketVolume\":%d,\"exchangeTimezoneName\":\"%s\","
                        + "\"currentTradingPeriod\":{\"regular\":{\"start\":%d,\"end\":%d}}},"
                        + "\"timestamp\":[%s],\"indicators\":{\"quote\":[{\"open\":[%s],\"high\":[%s],\"low\":[%s],"
                        + "\"close\":[%s],\"volume\":[%s]}],\"adjclose\":[{\"adjclose\":[%s]}]}}],\"error\":null}}",
                type,
                quotedAt.getEpochSecond(),
                price,
                high,
                low,
                volume,
                zone,
                opens.getEpochSecond(),
                closes.getEpochSecond(),
                join(candles, c -> c.at().getEpochSecond()),
                join(candles, Candle::open),
                join(candles, Candle::high),
                join(candles, Candle::low),
                join(candles, Candle::close),
                join(candles, Candle::volume),
                join(candles, Candle::close));
    }

    /** What Yahoo says of a symbol that it does not know. */
    public static String unknown() {
        return "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\","
                + "\"description\":\"No data found, symbol may be delisted\"}}}";
    }

    public static String withoutAdjustedCloses(String chart) {
        return chart.replaceAll(",\"adjclose\":\\[\\{.*?\\}\\]", "");
    }

    public static String withoutTimestamps(String chart) {
        return chart.replaceAll("\"timestamp\":\\[.*?\\],", "");
    }

    private static String join(List<Candle> candles, java.util.function.Function<Candle, Object> field) {
        return candles.stream().map(c -> String.valueOf(field.apply(c))).collect(Collectors.joining(","));
    }
}
