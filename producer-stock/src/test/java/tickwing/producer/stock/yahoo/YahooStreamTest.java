package tickwing.producer.stock.yahoo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tickwing.common.bar.Interval;
import tickwing.common.bar.Origin;
import tickwing.producer.stock.link.Agenda;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.SocketStandIn;
import tickwing.producer.stock.link.StandIn;
import tickwing.producer.stock.link.StandIn.Answer;
import tickwing.producer.stock.link.SteppedTime;
import tickwing.producer.stock.live.Quote;
import tickwing.producer.stock.live.Service;

/** Yahoo's stream over a real socket, with polling beside it. */
class YahooStreamTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant OPENS = Instant.parse("2026-03-10T13:30:00Z");
    private static final Instant CLOSES = Instant.parse("2026-03-10T20:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-10T16:00:00Z");
    private static final String SUBSCRIPTION = "{\"subscribe\":[\"IBM\"]}";

    private final SteppedTime time = new SteppedTime(NOON);
    private final Agenda agenda = new Agenda(time);
    private final BlockingQueue<Quote> quotes = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private StandIn http;
    private SocketStandIn server;
    private Service service;
    private Thread thread;

    @BeforeEach
    void start() throws IOException {
        http = new StandIn(uri -> Answer.ok(Charts.chart(
                "EQUITY",
                NEW_YORK,
                OPENS,
                CLOSES,
                NOON.minusSeconds(5),
                100,
                110,
                90,
                5_000,
                List.of(Charts.Candle.of(OPENS, 95, 110, 90, 100, 5_000)))));
        server = new SocketStandIn();
        YahooConfig config = new YahooConfig(
                http.url(),
                Optional.of(server.url()),
                "Mozilla/5.0",
                Interval.ONE_DAY,
                Duration.ofSeconds(1),
                List.of("IBM"),
                HttpLink.Timeouts.DEFAULT);
        service = Yahoo.service(config, agenda, time, said::add);
        agenda.post(() -> service.live().start(List.of("IBM"), quotes::add));
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
        http.close();
    }

    @Test
    void addsTicksToTheDayThatAPollHasBegun() throws Exception {
        assertEquals(100, take(quotes).bar().close(), "the poll's");
        SocketStandIn.Connection connection = take(server.connections());
        assertEquals(SUBSCRIPTION, take(connection.received()));
        assertEquals("ping", take(connection.received()));
        time.pass(Duration.ofSeconds(2));
        connection.text(tick(NOON.plusSeconds(1), 111.5f, 1, 6_000));
        Quote quote = take(quotes);
        assertEquals(
                List.of(95.0, 111.5, 90.0, 111.5),
                List.of(
                        quote.bar().open(),
                        quote.bar().high(),
                        quote.bar().low(),
                        quote.bar().close()));
        assertEquals(6_000, quote.bar().volume());
        assertEquals(NOON.plusSeconds(1), quote.bar().quotedAt().toInstant());
        assertEquals(new Origin("USD", "yahoo"), quote.bar().origin());
    }

    @Test
    void aTickWithoutAVolumeLeavesTheDaysAsItIs() throws Exception {
        double before = take(quotes).bar().volume();
        SocketStandIn.Connection connection = take(server.connections());
        time.pass(Duration.ofSeconds(2));
        connection.text(tick(NOON.plusSeconds(1), 101, 1, 0));
        assertEquals(before, take(quotes).bar().volume());
        assertTrue(before > 0);
    }

    @Test
    void leavesOutNonsenseAndPricesOutsideTheSession() throws Exception {
        take(quotes);
        SocketStandIn.Connection connection = take(server.connections());
        connection.text("<html>");
        connection.text("{\"message\":\"%%%\"}");
        connection.text("{\"message\":\"AAAA\"}");
        connection.text(tick(NOON, 50, 2, 6_000));
        time.pass(Duration.ofSeconds(2));
        connection.text(tick(NOON.plusSeconds(1), 101, 1, 6_000));
        assertEquals(101, take(quotes).bar().close());
        assertTrue(quotes.isEmpty());
    }

    @Test
    void subscribesAgainEvery15Seconds() throws Exception {
        SocketStandIn.Connection connection = take(server.connections());
        assertEquals(SUBSCRIPTION, take(connection.received()));
        assertEquals("ping", take(connection.received()));
        time.pass(Duration.ofSeconds(14));
        assertEquals(null, connection.received().poll(200, TimeUnit.MILLISECONDS));
        time.pass(Duration.ofSeconds(1));
        assertEquals(SUBSCRIPTION, take(connection.received()));
    }

    @Test
    void pollsRarelyWhileItStreamsAndAsBeforeWhenTheStreamIsGone() throws Exception {
        SocketStandIn.Connection first = take(server.connections());
        take(quotes);
        // Polled once more while nobody knew yet that the stream works, then no longer.
        int before = 0;
        // In steps that never meet a poll, so that no tick waits behind a polled quote.
        for (int second = 7; second < 180; second += 7) {
            time.passAll(Duration.ofSeconds(7));
            first.text(tick(NOON.plusSeconds(second), 101, 1, 5_100 + second));
            Quote last = take(quotes);
            while (last.bar().volume() < 5_100 + second) {
                last = take(quotes);
            }
            before = second == 63 ? http.requests().size() : before;
        }
        assertEquals(before, http.requests().size(), "polled beside a stream that works");

        server.refuse(true);
        first.drop();
        int during = http.requests().size();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        Duration away = Duration.ZERO;
        while (http.requests().size() < during + 3) {
            assertTrue(System.nanoTime() < until, "polls no more often without a stream");
            time.passAll(Duration.ofSeconds(5));
            away = away.plusSeconds(5);
            quotes.poll(20, TimeUnit.MILLISECONDS);
        }
        assertTrue(away.compareTo(Duration.ofMinutes(5)) < 0, "three polls in " + away);

        server.refuse(false);
        SocketStandIn.Connection second = null;
        while (second == null) {
            assertTrue(System.nanoTime() < until, "no second stream");
            time.pass(Duration.ofSeconds(5));
            second = server.connections().poll(100, TimeUnit.MILLISECONDS);
        }
        nextOf(second, SUBSCRIPTION);
        assertTrue(service.links().get().get(1).drops() >= 1);
    }

    private static String nextOf(SocketStandIn.Connection connection, String wanted) throws InterruptedException {
        String text = take(connection.received());
        while (!text.equals(wanted)) {
            text = take(connection.received());
        }
        return text;
    }

    private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
        T value = queue.poll(20, TimeUnit.SECONDS);
        assertNotNull(value);
        return value;
    }

    /** A message as Yahoo sends it: protocol buffers in base64 in JSON. */
    private static String tick(Instant at, float price, int hours, long volume) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text(out, 1, "IBM");
        out.write(2 << 3 | 5);
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(price)
                .array());
        number(out, 3, at.toEpochMilli() << 1);
        text(out, 4, "USD");
        text(out, 5, "NYQ");
        number(out, 7, hours);
        number(out, 9, volume << 1);
        return "{\"type\":\"pricing\",\"message\":\"" + Base64.getEncoder().encodeToString(out.toByteArray()) + "\"}";
    }

    private static void text(ByteArrayOutputStream out, int field, String text) {
        out.write(field << 3 | 2);
        out.write(text.length());
        out.writeBytes(text.getBytes(UTF_8));
    }

    private static void number(ByteArrayOutputStream out, int field, long value) {
        out.write(field << 3);
        for (long rest = value; ; rest >>>= 7) {
            if (rest < 128) {
                out.write((int) rest);
                return;
            }
            out.write((int) (rest & 127 | 128));
        }
    }
}
