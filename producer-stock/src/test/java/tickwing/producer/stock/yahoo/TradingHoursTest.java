package tickwing.producer.stock.yahoo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarSeries;
import tickwing.common.bar.Interval;
import tickwing.producer.stock.link.SourceException;
import tickwing.producer.stock.live.Polling;
import tickwing.producer.stock.live.Quote;

/** Days by the exchange's own clock, whatever its summer time and its half days. */
class TradingHoursTest {
    private static final String LAST_DAYS =
            // Symbol, zone, opening, close, the trading days around the change to summer time (Mumbai has none).
            """
            IBM,         America/New_York, 09:30, 16:00, 2026-03-05, 2026-03-06, 2026-03-09, 2026-03-10
            VOD.L,       Europe/London,    08:00, 16:30, 2026-03-26, 2026-03-27, 2026-03-30, 2026-03-31
            RELIANCE.NS, Asia/Kolkata,     09:15, 15:30, 2026-03-05, 2026-03-06, 2026-03-09, 2026-03-10
            IBM,         America/New_York, 09:30, 16:00, 2026-10-29, 2026-10-30, 2026-11-02, 2026-11-03
            VOD.L,       Europe/London,    08:00, 16:30, 2026-10-22, 2026-10-23, 2026-10-26, 2026-10-27
            """;

    @ParameterizedTest
    @CsvSource(textBlock = LAST_DAYS)
    void keepsEveryDayAcrossTheChangeOfTheClocks(
            String symbol,
            ZoneId zone,
            LocalTime opens,
            LocalTime closes,
            LocalDate a,
            LocalDate b,
            LocalDate c,
            LocalDate d)
            throws SourceException {
        List<LocalDate> days = List.of(a, b, c, d);
        Instant evening = at(d, closes, zone).plusSeconds(3_600);
        List<Bar> bars = history(symbol, zone, opens, closes, days, evening);
        assertEquals(days, bars.stream().map(bar -> bar.time().date()).toList());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            IBM,         America/New_York, 09:30, 13:00, 2026-11-27
            VOD.L,       Europe/London,    08:00, 12:30, 2026-12-24
            RELIANCE.NS, Asia/Kolkata,     18:00, 19:00, 2026-11-08
            """)
    void finishesAHalfDayWhenItsOwnCloseHasSettled(
            String symbol, ZoneId zone, LocalTime opens, LocalTime closes, LocalDate day) throws SourceException {
        Instant close = at(day, closes, zone);
        List<LocalDate> days = List.of(day.minusDays(1), day);
        assertEquals(
                1,
                history(symbol, zone, opens, closes, days, close.minusSeconds(60))
                        .size());
        assertEquals(
                1,
                history(symbol, zone, opens, closes, days, close.plusSeconds(19 * 60))
                        .size());
        assertEquals(
                2,
                history(symbol, zone, opens, closes, days, close.plusSeconds(20 * 60))
                        .size());

        Polling.Polled atLunch = quotes(symbol, zone, opens, closes, day, close.minusSeconds(60));
        assertTrue(atLunch.session().isOpen(close.minusSeconds(60)));
        assertFalse(atLunch.session().isOpen(close.plusSeconds(20 * 60)));
        assertEquals(close.plusSeconds(20 * 60), atLunch.quotes().get(0).historyAt());
    }

    @Test
    void writesAQuoteWithTheExchangesOffsetOnBothSidesOfTheChange() throws SourceException {
        assertEquals(
                List.of("2026-03-06T12:00-05:00", "2026-03-09T12:00-04:00"),
                Stream.of("2026-03-06", "2026-03-09")
                        .map(LocalDate::parse)
                        .map(d -> quotedAt("IBM", ZoneId.of("America/New_York"), d)
                                .toString())
                        .toList());
        assertEquals(
                OffsetDateTime.parse("2026-03-09T12:00+05:30"),
                quotedAt("RELIANCE.NS", ZoneId.of("Asia/Kolkata"), LocalDate.parse("2026-03-09")));
    }

    @Test
    void replacesTheFormingBarByTheFinishedOneInWhateverOrderTheyCome() throws SourceException {
        ZoneId zone = ZoneId.of("America/New_York");
        LocalDate day = LocalDate.of(2026, 11, 27);
        LocalTime opens = LocalTime.of(9, 30);
        LocalTime closes = LocalTime.of(13, 0);
        Bar forming = quotes("IBM", zone, opens, closes, day, at(day, LocalTime.NOON, zone))
                .quotes()
                .get(0)
                .bar();
        Bar finished = history("IBM", zone, opens, closes, List.of(day), at(day, LocalTime.of(14, 0), zone))
                .get(0);
        for (List<Bar> order : List.of(List.of(forming, finished), List.of(finished, forming))) {
            BarSeries chart = new BarSeries();
            order.forEach(bar -> chart.upsert(bar, 0));
            assertEquals(1, chart.size());
            assertFalse(chart.bars().get(0).isForming());
            assertEquals(100, chart.bars().get(0).close());
        }
    }

    private static OffsetDateTime quotedAt(String symbol, ZoneId zone, LocalDate day) {
        try {
            Instant noon = at(day, LocalTime.NOON, zone);
            Quote quote = quotes(symbol, zone, LocalTime.of(9, 30), LocalTime.of(15, 30), day, noon)
                    .quotes()
                    .get(0);
            assertEquals(day, quote.bar().time().date());
            return quote.bar().quotedAt();
        } catch (SourceException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Bar> history(
            String symbol, ZoneId zone, LocalTime opens, LocalTime closes, List<LocalDate> days, Instant now)
            throws SourceException {
        LocalDate last = days.get(days.size() - 1);
        String chart = chart(zone, opens, closes, days, last, now, 100);
        YahooHistory history = new YahooHistory(URI.create("http://x"), uri -> chart.getBytes(UTF_8), () -> now);
        return history.bars(symbol, days.get(0), last, Interval.ONE_DAY);
    }

    private static Polling.Polled quotes(
            String symbol, ZoneId zone, LocalTime opens, LocalTime closes, LocalDate day, Instant now)
            throws SourceException {
        String chart = chart(zone, opens, closes, List.of(day), day, now, 101);
        return new YahooQuotes(URI.create("http://x"), Interval.ONE_DAY, uri -> chart.getBytes(UTF_8), () -> now)
                .poll(symbol);
    }

    private static String chart(
            ZoneId zone,
            LocalTime opens,
            LocalTime closes,
            List<LocalDate> days,
            LocalDate last,
            Instant now,
            double price) {
        Instant close = at(last, closes, zone);
        return Charts.chart(
                "EQUITY",
                zone,
                at(last, opens, zone),
                close,
                now.isBefore(close) ? now : close,
                price,
                110,
                90,
                1_000,
                days.stream()
                        .map(d -> Charts.Candle.of(at(d, opens, zone), 95, 110, 90, price, 1_000))
                        .toList());
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
