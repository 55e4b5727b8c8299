package tickwing.producer.stock.yahoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;
import tickwing.common.bar.Origin;
import tickwing.producer.stock.link.Failure;
import tickwing.producer.stock.link.FakeTime;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.SourceException;
import tickwing.producer.stock.link.StandIn;
import tickwing.producer.stock.link.StandIn.Answer;
import tickwing.producer.stock.live.Polling;

/** Each kind of answer of the chart endpoint, by itself, over loopback. */
class YahooAnswersTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Instant OPENS = at(DAY, "09:30");
    private static final Instant CLOSES = at(DAY, "16:00");
    private static final Instant NOON = at(DAY, "12:00");

    private final AtomicReference<Answer> answer = new AtomicReference<>();
    private StandIn server;
    private YahooQuotes quotes;
    private YahooHistory history;

    @BeforeEach
    void start() throws IOException {
        server = new StandIn(uri -> answer.get());
        HttpLink http = new HttpLink(HttpLink.Timeouts.DEFAULT, "Mozilla/5.0", new FakeTime(NOON));
        quotes = new YahooQuotes(server.url(), Interval.ONE_DAY, http::get, () -> NOON);
        history = new YahooHistory(server.url(), http::get, () -> NOON);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsTheDaySoFar() throws SourceException {
        answer.set(Answer.ok(day(NOON, 101.5)));
        Bar bar = poll().quotes().get(0).bar();
        assertTrue(bar.isForming());
        assertEquals(NOON, bar.quotedAt().toInstant());
        assertEquals(List.of(100.0, 110.0, 90.0, 101.5), List.of(bar.open(), bar.high(), bar.low(), bar.close()));
        assertEquals(5_000, bar.volume());
        assertEquals(List.of("/v8/finance/chart/IBM?range=1d&interval=1d"), server.requests());
    }

    @Test
    void tellsAnUnchangedQuoteFromAMovedOne() throws SourceException {
        answer.set(Answer.ok(day(NOON.minusSeconds(60), 101.5)));
        Bar first = poll().quotes().get(0).bar();
        assertEquals(first, poll().quotes().get(0).bar());
        answer.set(Answer.ok(day(NOON, 102)));
        Bar moved = poll().quotes().get(0).bar();
        assertEquals(102, moved.close());
        assertEquals(NOON, moved.quotedAt().toInstant());
    }

    @Test
    void takesTheDaysOpeningFromAnEarlierAnswerWhereTheBarIsNull() throws SourceException {
        String nulls = day(NOON, 103).replaceAll("\"(open|close)\":\\[[^\\]]+\\]", "\"$1\":[null]");
        answer.set(Answer.ok(nulls));
        assertEquals(List.of(), poll().quotes(), "nobody has said how the day began");
        answer.set(Answer.ok(day(NOON.minusSeconds(60), 101.5)));
        poll();
        answer.set(Answer.ok(nulls));
        Bar bar = poll().quotes().get(0).bar();
        assertEquals(List.of(100.0, 103.0), List.of(bar.open(), bar.close()));
    }

    @Test
    void doesWithoutTimestampsOnceItKnowsTheDay() throws SourceException {
        answer.set(Answer.ok(day(NOON.minusSeconds(60), 101.5)));
        poll();
        answer.set(Answer.ok(Charts.withoutTimestamps(day(NOON, 104))));
        assertEquals(104, poll().quotes().get(0).bar().close());
    }

    @Test
    void doesWithoutAdjustedCloses() throws SourceException {
        answer.set(Answer.ok(Charts.withoutAdjustedCloses(day(NOON, 101.5))));
        assertEquals(101.5, poll().quotes().get(0).bar().close());
        answer.set(Answer.ok(Charts.withoutAdjustedCloses(days())));
        List<Bar> bars = history.bars("IBM", DAY.minusDays(7), DAY, Interval.ONE_DAY);
        assertEquals(3, bars.size());
        assertTrue(bars.stream().allMatch(bar -> Double.isNaN(bar.adjClose())));
    }

    @Test
    void hasNoHistoryWithoutTimestamps() throws SourceException {
        answer.set(Answer.ok(Charts.withoutTimestamps(days())));
        assertEquals(List.of(), history.bars("IBM", DAY.minusDays(7), DAY, Interval.ONE_DAY));
    }

    @Test
    void leavesOutDaysWhosePricesAreNullOrZeroAndTheDayAtHand() throws SourceException {
        answer.set(Answer.ok(days()));
        List<Bar> bars = history.bars("IBM", DAY.minusDays(7), DAY, Interval.ONE_DAY);
        assertEquals(
                List.of("2026-03-04", "2026-03-05", "2026-03-09"),
                bars.stream().map(bar -> bar.time().toString()).toList());
        assertEquals(100, bars.get(0).adjClose());
        assertTrue(bars.stream().noneMatch(Bar::isForming));
    }

    @ParameterizedTest
    @CsvSource({"1m, 60", "5m, 300", "15m, 900", "1h, 3600"})
    void readsShorterBarsDirectlyButNotTheOneAtHand(String code, int seconds) throws SourceException {
        Interval interval = Interval.of(code).orElseThrow();
        List<Charts.Candle> candles = new ArrayList<>();
        Instant first = NOON.minusSeconds(3L * seconds);
        for (int i = 0; i < 4; i++) {
            candles.add(Charts.Candle.of(first.plusSeconds((long) i * seconds), 100 + i, 110, 90, 101 + i, 10));
        }
        candles.set(1, new Charts.Candle(first.plusSeconds(seconds), null, null, null, null, null));
        answer.set(Answer.ok(Charts.chart("EQUITY", NEW_YORK, OPENS, CLOSES, NOON, 104, 110, 90, 40, candles)));
        List<Bar> bars = history.bars("IBM", DAY, DAY, interval);
        assertEquals(List.of(101.0, 103.0), bars.stream().map(Bar::close).toList());
        assertEquals(first, bars.get(0).time().start().toInstant());
        assertEquals(interval, bars.get(0).interval());
        assertTrue(
                server.requests().get(0).contains("&interval=" + code + "&"),
                server.requests().get(0));
    }

    @ParameterizedTest
    @CsvSource({"1234.5, 1234.5", "7, 7", "0, 0", "null, NaN", "-1, NaN", "1e300, NaN", "'\"many\"', NaN"})
    void readsVolumesWithTheirDecimalsAndMakesNoneUp(String written, double volume) throws SourceException {
        answer.set(Answer.ok(day(NOON, 101.5).replace("5000", written)));
        assertEquals(volume, poll().quotes().get(0).bar().volume());
        for (String days : List.of(days(), Charts.withoutAdjustedCloses(days()))) {
            answer.set(Answer.ok(days.replace("\"volume\":[1,1,", "\"volume\":[" + written + ",1,")));
            List<Bar> bars = history.bars("IBM", DAY.minusDays(7), DAY, Interval.ONE_DAY);
            assertEquals(
                    List.of(volume, 1.0, 1.0), bars.stream().map(Bar::volume).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"'\"USD\"', USD", "'\"GBp\"', GBp", "null, ", "'\" \"', "})
    void saysInWhichCurrencyPricesAreWhereYahooDoes(String written, String currency) throws SourceException {
        Origin origin = new Origin(currency, "yahoo");
        String from = "\"currency\":\"USD\"";
        String to = "\"currency\":" + written;
        answer.set(Answer.ok(day(NOON, 101.5).replace(from, to)));
        assertEquals(origin, poll().quotes().get(0).bar().origin());
        for (String days : List.of(days(), Charts.withoutAdjustedCloses(days()))) {
            answer.set(Answer.ok(days.replace(from, to)));
            for (Interval interval : List.of(Interval.ONE_DAY, Interval.ONE_HOUR)) {
                List<Bar> bars = history.bars("IBM", DAY.minusDays(7), DAY, interval);
                assertTrue(bars.size() > 2, interval.code());
                assertTrue(bars.stream().allMatch(bar -> bar.origin().equals(origin)), interval.code());
            }
        }
    }

    @Test
    void readsVolumesOfShorterBarsWithTheirDecimals() throws SourceException {
        Instant first = NOON.minusSeconds(180);
        String chart = Charts.chart(
                "EQUITY",
                NEW_YORK,
                OPENS,
                CLOSES,
                NOON,
                104,
                110,
                90,
                40,
                List.of(Charts.Candle.of(first, 100, 110, 90, 101, 10)));
        answer.set(Answer.ok(chart.replace("\"volume\":[10]", "\"volume\":[0.125]")));
        assertEquals(
                0.125, history.bars("IBM", DAY, DAY, Interval.ONE_MINUTE).get(0).volume());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><html><body>We are down for maintenance</body></html>",
                "{\"chart\":{\"result\":[{\"meta\":{\"curr",
                "{}",
                "[1,2]",
                ""
            })
    void takesNonsenseForADrop(String body) {
        answer.set(Answer.ok(body));
        assertInstanceOf(Failure.Dropped.class, failure(this::poll));
        assertInstanceOf(
                Failure.Dropped.class, failure(() -> history.bars("IBM", DAY.minusDays(7), DAY, Interval.ONE_DAY)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void saysWhenThereIsNothingForASymbol(int status) {
        answer.set(new Answer.Status(status, null, Charts.unknown()));
        assertInstanceOf(Failure.UnknownSymbol.class, failure(this::poll));
    }

    private Polling.Polled poll() throws SourceException {
        return quotes.poll("IBM");
    }

    private static Failure failure(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(SourceException.class, call).failure();
    }

    private static String day(Instant quotedAt, double price) {
        return Charts.chart(
                "EQUITY",
                NEW_YORK,
                OPENS,
                CLOSES,
                quotedAt,
                price,
                110,
                90,
                5_000,
                List.of(Charts.Candle.of(OPENS, 100, 110, 90, price, 5_000)));
    }

    /** Three good days, one of nulls, one of zeros, and the one at hand. */
    private static String days() {
        Double none = null;
        List<Charts.Candle> candles = List.of(
                Charts.Candle.of(at(LocalDate.of(2026, 3, 4), "09:30"), 99, 110, 90, 100, 1),
                Charts.Candle.of(at(LocalDate.of(2026, 3, 5), "09:30"), 99, 110, 90, 101, 1),
                new Charts.Candle(at(LocalDate.of(2026, 3, 6), "09:30"), none, none, none, none, null),
                Charts.Candle.of(at(LocalDate.of(2026, 3, 7), "09:30"), 0, 0, 0, 0, 0),
                Charts.Candle.of(at(LocalDate.of(2026, 3, 9), "09:30"), 99, 110, 90, 102, 1),
                Charts.Candle.of(OPENS, 99, 110, 90, 103, 1));
        return Charts.chart("EQUITY", NEW_YORK, OPENS, CLOSES, NOON, 103, 110, 90, 5_000, candles);
    }

    private static Instant at(LocalDate day, String clock) {
        return day.atTime(java.time.LocalTime.parse(clock)).atZone(NEW_YORK).toInstant();
    }
}
