package tickwing.producer.stock.binance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.bar.Interval;
import tickwing.producer.stock.link.Failure;
import tickwing.producer.stock.link.FakeTime;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.SourceException;
import tickwing.producer.stock.link.StandIn;
import tickwing.producer.stock.link.StandIn.Answer;

/** Candles of the past over REST, as Binance pages them. */
class BinanceHistoryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
    private static final long MINUTE = 60_000;
    private static final Instant NOW = Instant.parse("2026-03-10T00:00:30Z");

    private final AtomicReference<Function<URI, Answer>> script = new AtomicReference<>(BinanceHistoryTest::page);
    private StandIn server;
    private BinanceHistory history;

    @BeforeEach
    void start() throws IOException {
        server = new StandIn(uri -> script.get().apply(uri));
        HttpLink http = new HttpLink(HttpLink.Timeouts.DEFAULT, "tickwing", new FakeTime(NOW));
        history = new BinanceHistory(server.url(), http::get, () -> NOW);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsADayOfMinutesPageByPage() throws SourceException {
        List<Bar> bars = history.bars("BTCUSDT", DAY, DAY, Interval.ONE_MINUTE);
        assertEquals(1_440, bars.size());
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            assertEquals(start(DAY) + i * MINUTE, bar.time().start().toInstant().toEpochMilli());
            assertEquals(i + 1, bar.close());
            assertEquals(false, bar.isForming());
        }
        assertEquals(2, server.requests().size());
        assertEquals(
                "/api/v3/klines?symbol=BTCUSDT&interval=1m&startTime=" + start(DAY) + "&endTime="
                        + (start(DAY.plusDays(1)) - 1) + "&limit=1000",
                server.requests().get(0));
    }

    @Test
    void leavesOutTheCandleThatIsNotOverYet() throws SourceException {
        List<Bar> bars = history.bars("BTCUSDT", DAY, DAY.plusDays(1), Interval.ONE_MINUTE);
        assertEquals(
                Instant.parse("2026-03-09T23:59:00Z"),
                bars.get(bars.size() - 1).time().start().toInstant());
    }

    @Test
    void skipsACandleThatIsNone() throws SourceException {
        script.set(uri -> Answer.ok("[" + candle(start(DAY), 1) + ",[1,2],\"x\","
                + candle(start(DAY) + MINUTE, 2).replace("\"200\"", "\"NaN\"") + ","
                + candle(start(DAY) + 2 * MINUTE, 3)
                + "]"));
        assertEquals(
                List.of(1.0, 3.0),
                history.bars("BTCUSDT", DAY, DAY, Interval.ONE_MINUTE).stream()
                        .map(Bar::close)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "2000, 0.4", "\"200\", \"-1\"", "\"200\", \"Infinity\"", "\"200\", \"1e16\"", "\"200\", null"
    })
    void leavesOutACandleThatNoTradesCanHaveMade(String from, String to) throws SourceException {
        String good = candle(start(DAY), 1);
        script.set(uri -> Answer.ok("[" + good.replace(from, to) + "," + candle(start(DAY) + MINUTE, 2) + "]"));
        assertEquals(
                List.of(2.0),
                history.bars("BTCUSDT", DAY, DAY, Interval.ONE_MINUTE).stream()
                        .map(Bar::close)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0.00012300, 0.000123",
        "12345.67800000, 12345.678",
        "67108863.87654321, 67108863.87654321",
        "200.00000000, 200",
        "0.00000000, 0",
    })
    void publishesVolumesAsTheExchangeHasThem(String volume, String published) throws SourceException {
        script.set(uri -> Answer.ok("[" + candle(start(DAY), 1).replace("\"200\"", '"' + volume + '"') + "]"));
        Bar bar = history.bars("BTCUSDT", DAY, DAY, Interval.ONE_MINUTE).get(0);
        assertEquals(Double.parseDouble(volume), bar.volume());
        String json = new String(BarJson.write(bar), UTF_8);
        assertTrue(json.contains("\"Volume\":" + published + ","), json);
        assertTrue(json.endsWith("\"Interval\":\"1m\",\"Source\":\"binance\"}"), json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>busy</html>", "{\"code\":-1,\"msg\":\"x\"}", "[[", ""})
    void takesNonsenseForADrop(String body) {
        script.set(uri -> Answer.ok(body));
        assertInstanceOf(Failure.Dropped.class, failure());
    }

    @Test
    void neverAsksForTheSamePageAgain() {
        // Always the first page, whatever it is asked for.
        script.set(uri -> Answer.ok(candles(start(DAY), start(DAY) + 1_000 * MINUTE)));
        assertEquals(new Failure.Dropped("a page that leads nowhere"), failure());
        assertEquals(2, server.requests().size());
    }

    @Test
    void tellsABanFromASymbolThatThereIsNot() {
        script.set(uri -> new Answer.Status(418, "120", "{\"code\":-1003}"));
        assertInstanceOf(Failure.Throttled.class, failure());
        script.set(uri -> Answer.status(400));
        assertInstanceOf(Failure.UnknownSymbol.class, failure());
    }

    private Failure failure() {
        return assertThrows(SourceException.class, () -> history.bars("BTCUSDT", DAY, DAY, Interval.ONE_MINUTE))
                .failure();
    }

    /** At most a thousand candles from the time asked for on, as the service does. */
    private static Answer page(URI uri) {
        long from = parameter(uri, "startTime");
        long end = Math.min(parameter(uri, "endTime"), NOW.toEpochMilli());
        long first = (from + MINUTE - 1) / MINUTE * MINUTE;
        return Answer.ok(candles(first, Math.min(end + 1, first + 1_000 * MINUTE)));
    }

    private static long parameter(URI uri, String name) {
        return Long.parseLong(uri.getQuery().replaceAll(".*" + name + "=(\\d+).*", "$1"));
    }

    private static String candles(long from, long end) {
        return LongStream.iterate(from, at -> at < end, at -> at + MINUTE)
                .mapToObj(at -> candle(at, 1 + (at - start(DAY)) / MINUTE))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String candle(long at, long close) {
        return "[" + at + ",\"1\",\"2000\",\"0.5\",\"" + close + "\",\"200\"," + (at + MINUTE - 1)
                + ",\"1\",5,\"1\",\"1\",\"0\"]";
    }

    private static long start(LocalDate day) {
        return day.toEpochDay() * 86_400_000;
    }
}
