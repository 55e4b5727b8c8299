package tickwing.producer.stock.yahoo;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarFlaw;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.bar.Origin;
import tickwing.producer.stock.link.SafeUri;
import tickwing.producer.stock.link.SourceException;
import tickwing.producer.stock.live.HistorySource;
import tickwing.producer.stock.live.TradingSession;
import yahoofinance.histquotes.HistoricalQuote;

/** Finished bars from the chart endpoint: daily ones by way of YahooFinanceAPI, shorter ones directly. */
final class YahooHistory implements HistorySource {
    private final URI url;
    private final DailyRequest.Fetch fetch;
    private final Supplier<Instant> now;

    YahooHistory(URI url, DailyRequest.Fetch fetch, Supplier<Instant> now) {
        this.url = url;
        this.fetch = fetch;
        this.now = now;
    }

    @Override
    public int daysPerCall(Interval interval) {
        if (interval.isDaily()) {
            return 100 * 366;
        }
        // Yahoo sends at most 8 days of minutes in one answer, and of other intraday bars 60.
        return interval == Interval.ONE_MINUTE ? 7 : 59;
    }

    @Override
    public List<Bar> bars(String symbol, LocalDate from, LocalDate to, Interval interval) throws SourceException {
        // A day more on both sides, since the exchange's midnight is not UTC's.
        Instant start = from.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = to.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        URI uri = URI.create(SafeUri.base(url) + "/v8/finance/chart/" + SafeUri.encode(symbol) + "?period1="
                + start.getEpochSecond() + "&period2=" + end.getEpochSecond() + "&interval=" + interval.code()
                + "&events=div%7Csplit");
        if (interval.isDaily()) {
            return daily(symbol, new DailyRequest(symbol, uri, start, end, fetch), from, to);
        }
        YahooChart chart = YahooChart.read(fetch.get(uri));
        return within(finished(symbol, interval, chart, now.get()), from, to);
    }

    /** The candles that cannot change any more, as bars. */
    static List<Bar> finished(String symbol, Interval interval, YahooChart chart, Instant now) {
        return chart.candles().stream()
                .filter(candle -> isRegular(chart, candle) && isFinished(chart, candle, interval, now))
                .map(candle -> bar(symbol, interval, BarTime.of(chart.local(candle.start())), candle)
                        .from(chart.origin()))
                .toList();
    }

    /** Whether a candle covers an interval: while trading, the last one of an answer is the last quote and nothing more. */
    static boolean isRegular(YahooChart chart, YahooChart.Candle candle) {
        boolean aligned = candle.start().getEpochSecond() % 60 == 0;
        TradingSession session = chart.session();
        // The closing price comes as a candle that starts at the end.
        return aligned
                && (session.closes() == null
                        || candle.start().isBefore(session.closes())
                        || !chart.date(candle.start()).equals(chart.date(session.closes())));
    }

    static boolean isFinished(YahooChart chart, YahooChart.Candle candle, Interval interval, Instant now) {
        Instant end = candle.start().plusSeconds(interval.seconds());
        boolean quotedLater = chart.quote() != null && !chart.quote().at().isBefore(end);
        return quotedLater || !now.isBefore(end.plus(TradingSession.SETTLING));
    }

    private List<Bar> daily(String symbol, DailyRequest request, LocalDate from, LocalDate to) throws SourceException {
        YahooChart chart;
        List<HistoricalQuote> quotes;
        try {
            chart = YahooChart.read(request.getJson().getBytes(StandardCharsets.UTF_8));
            quotes = request.quotes();
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw SourceException.dropped("an answer that is not JSON");
        }
        TreeMap<LocalDate, Bar> bars = new TreeMap<>();
        // The library cuts their decimals off, and takes those that are unknown for 0.
        Map<Instant, Double> volumes = chart.candles().stream()
                .collect(toMap(YahooChart.Candle::start, YahooChart.Candle::volume, (a, b) -> b));
        for (HistoricalQuote quote : quotes) {
            add(bars, chart, symbol, quote, volumes);
        }
        if (quotes.isEmpty()) {
            // What the library cannot read, e.g. without adjusted closes.
            for (YahooChart.Candle candle : chart.candles()) {
                LocalDate date = chart.date(candle.start());
                bars.put(date, bar(symbol, Interval.ONE_DAY, BarTime.of(date), candle));
            }
        }
        unfinished(chart).forEach(bars::remove);
        Origin origin = chart.origin();
        return within(bars.values().stream().map(bar -> bar.from(origin)).toList(), from, to);
    }

    /** The days whose bars can still change: those of the current trading period, and of no other. */
    private List<LocalDate> unfinished(YahooChart chart) {
        Instant at = now.get();
        TradingSession session = chart.session();
        List<LocalDate> days = new ArrayList<>();
        if (session.opens() == null) {
            // Around the clock, a day ends at midnight.
            days.add(chart.date(at.minus(TradingSession.SETTLING)));
            days.add(chart.date(at));
        } else if (at.isBefore(session.settledAt())) {
            days.add(chart.date(session.opens()));
        }
        return days;
    }

    private static void add(
            TreeMap<LocalDate, Bar> bars,
            YahooChart chart,
            String symbol,
            HistoricalQuote quote,
            Map<Instant, Double> volumes) {
        double open = price(quote.getOpen());
        double high = price(quote.getHigh());
        double low = price(quote.getLow());
        double close = price(quote.getClose());
        if (BarFlaw.inPrices(open, high, low, close) == null) {
            double adjusted = price(quote.getAdjClose());
            Instant start = quote.getDate().toInstant();
            LocalDate date = chart.date(start);
            bars.put(
                    date,
                    Bar.finished(
                            symbol,
                            Interval.ONE_DAY,
                            BarTime.of(date),
                            open,
                            high,
                            low,
                            close,
                            adjusted,
                            volumes.getOrDefault(start, Double.NaN)));
        }
    }

    private static Bar bar(String symbol, Interval interval, BarTime time, YahooChart.Candle c) {
        return Bar.finished(symbol, interval, time, c.open(), c.high(), c.low(), c.close(), c.adjClose(), c.volume());
    }

    private static List<Bar> within(List<Bar> bars, LocalDate from, LocalDate to) {
        return bars.stream()
                .filter(b -> !b.time().date().isBefore(from) && !b.time().date().isAfter(to))
                .toList();
    }

    /** NaN for what is no price; the library has 0 for some of it. */
    private static double price(BigDecimal number) {
        double price = number == null ? 0 : number.doubleValue();
        return Double.isFinite(price) && price != 0 ? price : Double.NaN;
    }
}
