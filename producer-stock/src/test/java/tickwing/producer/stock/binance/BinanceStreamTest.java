package tickwing.producer.stock.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;
import tickwing.common.bar.Origin;
import tickwing.producer.stock.link.Agenda;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.SocketStandIn;
import tickwing.producer.stock.link.SteppedTime;
import tickwing.producer.stock.live.Quote;
import tickwing.producer.stock.live.Service;

class BinanceStreamTest {
    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");
    private static final Duration RENEWAL = Duration.ofMinutes(5);

    private final SteppedTime time = new SteppedTime(START);
    private final Agenda agenda = new Agenda(time);
    private final BlockingQueue<Quote> quotes = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private SocketStandIn server;
    private Service service;
    private Thread thread;

    @BeforeEach
    void start() throws IOException {
        server = new SocketStandIn();
        BinanceConfig config = new BinanceConfig(
                URI.create("http://127.0.0.1:1"),
                server.url(),
                Interval.ONE_MINUTE,
                Duration.ofSeconds(1),
                List.of("BTCUSDT"),
                HttpLink.Timeouts.DEFAULT,
                RENEWAL);
        service = Binance.service(config, agenda, time, said::add);
        agenda.post(() -> service.live().start(List.of("BTCUSDT"), quotes::add));
        thread = new Thread(agenda::run);
        thread.start();
    }

    @AfterEach
    void stop() throws Exception {
        agenda.stop();
        thread.join(10_000);
        assertFalse(thread.isAlive());
        service.live().close();
        server.close();
    }

    @Test
    void asksForTheCandlesAndReadsThem() throws Exception {
        SocketStandIn.Connection connection = connection();
        assertEquals("/stream?streams=btcusdt@kline_1m", connection.path());
        connection.text(kline(START, "100.5", false));
        Quote forming = take(quotes);
        assertEquals(100.5, forming.bar().close());
        assertTrue(forming.bar().isForming());
        connection.text("<html>");
        connection.text(kline(START, "101.5", true));
        Quote finished = take(quotes);
        assertFalse(finished.bar().isForming());
        assertEquals(101.5, finished.bar().close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00012300", "12345.67800000"})
    void hasVolumesAsTheExchangeHasThemWhileACandleFormsAndWhenItIsOver(String volume) throws Exception {
        SocketStandIn.Connection connection = connection();
        for (boolean finished : new boolean[] {false, true}) {
            connection.text(kline(START, "100.5", finished).replace("12.5", volume));
            Bar bar = take(quotes).bar();
            assertEquals(Double.parseDouble(volume), bar.volume());
            assertEquals(new Origin(null, "binance"), bar.origin());
        }
    }

    @Test
    void answersPingsWithTheirPayload() throws Exception {
        SocketStandIn.Connection connection = connection();
        assertEquals("ping", take(connection.received()));
        connection.ping("1773144000");
        assertEquals("pong:1773144000", take(connection.received()));
    }

    /** Repeated, since Java tells of a connection that was closed right after a message only most of the time. */
    @RepeatedTest(10)
    void comesBackWhenTheLinkBreaksAndCountsTheGap() throws Exception {
        SocketStandIn.Connection first = connection();
        first.text(kline(START, "100", false));
        take(quotes);
        first.drop();
        SocketStandIn.Connection second = null;
        Duration passed = Duration.ZERO;
        while (second == null) {
            assertTrue(passed.compareTo(Duration.ofSeconds(60)) < 0, "no second stream");
            time.passAll(Duration.ofSeconds(1));
            passed = passed.plusSeconds(1);
            second = server.connections().poll(20, TimeUnit.MILLISECONDS);
        }
        Duration most = passed;
        second.text(kline(START.plusSeconds(60), "102", true));
        assertEquals(102, take(quotes).bar().close());
        agenda.stop();
        thread.join(10_000);
        var account = service.links().get().get(1);
        assertEquals(1, account.drops());
        assertEquals(1, account.gaps().size());
        assertTrue(account.gap().compareTo(most) <= 0, () -> "gap " + account.gap());
        assertTrue(account.gap().compareTo(Duration.ofSeconds(1)) >= 0, () -> "gap " + account.gap());
    }

    @Test
    void opensTheNextStreamBeforeTheOldOneIsEndedForItsAge() throws Exception {
        assertTrue(BinanceConfig.DEFAULT_RENEWAL.compareTo(Duration.ofHours(24)) < 0);
        SocketStandIn.Connection first = connection();
        // In steps, each with a sign of life in between.
        Duration step = Duration.ofSeconds(20);
        for (Duration age = Duration.ZERO; age.compareTo(RENEWAL) < 0; age = age.plus(step)) {
            first.text(kline(START, "100", false));
            take(quotes);
            assertTrue(server.connections().isEmpty(), "after " + age);
            time.passAll(step);
        }
        SocketStandIn.Connection second = connection();
        second.text(kline(START.plusSeconds(600), "103", true));
        assertEquals(103, take(quotes).bar().close());
        String last = take(first.received());
        while (!last.equals("close")) {
            last = take(first.received());
        }
        assertEquals(0, service.links().get().get(1).drops());
        assertTrue(said.isEmpty(), said::toString);
    }

    private SocketStandIn.Connection connection() throws InterruptedException {
        return take(server.connections());
    }

    private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
        T value = queue.poll(20, TimeUnit.SECONDS);
        assertNotNull(value);
        return value;
    }

    private static String kline(Instant start, String close, boolean finished) {
        long from = start.toEpochMilli();
        return "{\"stream\":\"btcusdt@kline_1m\",\"data\":{\"e\":\"kline\",\"E\":" + (from + 30)
                + ",\"s\":\"BTCUSDT\",\"k\":{\"t\":" + from + ",\"T\":" + (from + 59_999)
                + ",\"s\":\"BTCUSDT\",\"i\":\"1m\",\"o\":\"100\",\"c\":\"" + close
                + "\",\"h\":\"200\",\"l\":\"50\",\"v\":\"12.5\",\"x\":" + finished + "}}}";
    }
}
