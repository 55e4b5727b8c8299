package tickwing.producer.stock.yahoo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarFlaw;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.producer.stock.link.SafeUri;
import tickwing.producer.stock.link.SourceException;
import tickwing.producer.stock.live.Polling;
import tickwing.producer.stock.live.Quote;
import tickwing.producer.stock.live.TradingSession;

/** Asks the chart endpoint for the quote of the moment. Remembers each symbol's day, for what a later answer lacks. */
final class YahooQuotes implements Polling.Poller {
    /**
     * A symbol's trading day as the last answer had it.
     *
     * @param chart that answer
     */
    record Day(LocalDate date, YahooChart chart, double open, double high, double low, double volume) {}

    /** A quote from further ahead than this comes from a clock that is wrong, and would hide all right ones. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final URI url;
    private final Interval interval;
    private final DailyRequest.Fetch fetch;
    private final Supplier<Instant> now;
    private final Map<String, Day> days = new HashMap<>();

    YahooQuotes(URI url, Interval interval, DailyRequest.Fetch fetch, Supplier<Instant> now) {
        this.url = url;
        this.interval = interval;
        this.fetch = fetch;
        this.now = now;
    }

    @Override
    public Polling.Polled poll(String symbol) throws SourceException {
        YahooChart chart = YahooChart.read(fetch.get(URI.create(SafeUri.base(url) + "/v8/finance/chart/"
                + SafeUri.encode(symbol) + "?range=1d&interval=" + interval.code())));
        YahooChart.Last last = chart.quote();
        if (last != null && last.at().isAfter(now.get().plus(AHEAD))) {
            throw SourceException.dropped("a quote from the future");
        }
        List<Quote> quotes = new ArrayList<>();
        if (interval.isDaily()) {
            daily(symbol, chart).ifPresent(quotes::add);
        } else {
            YahooHistory.finished(symbol, interval, chart, now.get()).forEach(b -> quotes.add(new Quote(b, null)));
            forming(symbol, chart).ifPresent(quotes::add);
        }
        return new Polling.Polled(quotes, chart.session());
    }

    /** What is known of a symbol's day; empty before the first answer that had a quote. */
    Optional<Day> day(String symbol) {
        return Optional.ofNullable(days.get(symbol));
    }

    /** The forming bar of a day, with a quote that is newer than the answer. */
    Quote quote(String symbol, Day day, YahooChart.Last last) {
        // The last price is one of the day's.
        Bar bar = new Bar(
                symbol,
                Interval.ONE_DAY,
                BarTime.of(day.date()),
                day.open(),
                Math.max(day.high(), last.price()),
                Math.min(day.low(), last.price()),
                last.price(),
                Double.NaN,
                greater(day.volume(), last.volume()),
                Quote.quotedAt(day.chart().local(last.at())),
                false,
                day.chart().origin());
        days.put(symbol, new Day(day.date(), day.chart(), bar.open(), bar.high(), bar.low(), bar.volume()));
        return new Quote(bar, historyAt(day.chart(), day.date()));
    }

    private Optional<Quote> daily(String symbol, YahooChart chart) throws SourceException {
        YahooChart.Last last = chart.quote();
        if (last == null) {
            return Optional.empty();
        }
        LocalDate date = chart.date(last.at());
        Day known = days.get(symbol);
        Day before = known != null && known.date().equals(date) ? known : null;
        YahooChart.Candle candle = chart.candles().stream()
                .filter(c -> chart.date(c.start()).equals(date))
                .reduce((a, b) -> b)
                .orElse(null);
        double open = candle != null ? candle.open() : before != null ? before.open() : Double.NaN;
        double high = either(last.high(), candle == null ? Double.NaN : candle.high());
        double low = either(last.low(), candle == null ? Double.NaN : candle.low());
        if (Double.isNaN(open) || Double.isNaN(high) || Double.isNaN(low)) {
            // Nobody has said how the day began: that is not for us to make up.
            return Optional.empty();
        }
        if (BarFlaw.inPrices(open, high, low, last.price()) != null) {
            throw SourceException.dropped("a day whose high is below its low");
        }
        return Optional.of(quote(symbol, new Day(date, chart, open, high, low, last.volume()), last));
    }

    private Optional<Quote> forming(String symbol, YahooChart chart) {
        YahooChart.Last last = chart.quote();
        List<YahooChart.Candle> regular = chart.candles().stream()
                .filter(c -> YahooHistory.isRegular(chart, c))
                .toList();
        if (last == null || regular.isEmpty()) {
            return Optional.empty();
        }
        YahooChart.Candle candle = regular.get(regular.size() - 1);
        if (last.at().isBefore(candle.start()) || YahooHistory.isFinished(chart, candle, interval, now.get())) {
            return Optional.empty();
        }
        Bar bar = new Bar(
                symbol,
                interval,
                BarTime.of(chart.local(candle.start())),
                candle.open(),
                Math.max(candle.high(), last.price()),
                Math.min(candle.low(), last.price()),
                last.price(),
                Double.NaN,
                candle.volume(),
                chart.local(last.at()),
                false,
                chart.origin());
        return Optional.of(new Quote(bar, null));
    }

    /** When the history has the day's finished bar. */
    private static Instant historyAt(YahooChart chart, LocalDate date) {
        TradingSession session = chart.session();
        if (session.opens() == null) {
            return date.plusDays(1).atStartOfDay(chart.zone()).toInstant().plus(TradingSession.SETTLING);
        }
        // A quote of an earlier day than that of the session: that day is over.
        return date.equals(chart.date(session.opens()))
                ? session.settledAt()
                : chart.quote().at();
    }

    /** Of those that are known. */
    private static double greater(double first, double second) {
        return Math.max(either(first, second), either(second, first));
    }

    private static double either(double first, double second) {
        return Double.isNaN(first) ? second : first;
    }
}
