package tickwing.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live quotes from a service that is away now and then, and rows of a file that grows, through the real program. */
class LiveQuotesIT {
    private static final String HEADER = "Date,Open,High,Low,Close,Adj Close,Volume,Label\n";

    @TempDir
    private static Path folder;

    private static Suite.Broker broker;

    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        broker = new Suite.Broker(folder);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    /** Those that a failed test has left running. */
    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void publishesHistoryOnceAndTheQuoteThatComesAfterABadAnswer() throws IOException {
        AtomicInteger polls = new AtomicInteger();
        HttpServer yahoo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        yahoo.createContext("/v8/finance/chart/AAPL", exchange -> {
            boolean live = exchange.getRequestURI().getQuery().contains("range=1d");
            int poll = live ? polls.incrementAndGet() : 0;
            if (poll == 1) {
                exchange.getResponseHeaders().add("Retry-After", "1");
                answer(exchange, 503, "busy");
            } else {
                answer(exchange, 200, chart(100 + poll, live));
            }
        });
        yahoo.start();
        String url = "http://127.0.0.1:" + yahoo.getAddress().getPort();
        try {
            Suite.Ended first = live(url, 4).expect(0);
            assertTrue(first.err().contains("yahoo is away since"), first.err());
            assertTrue(first.err().contains("yahoo is back after"), first.err());
            assertTrue(first.out().contains("3 bars of history and 1 quotes of 1 symbols published"), first.out());

            Suite.Ended second = live(url, 1).expect(0);
            assertTrue(second.out().contains("0 bars of history and 1 quotes of 1 symbols published"), second.out());
            assertTrue(second.out().contains("3 bars were on it already"), second.out());
        } finally {
            yahoo.stop(0);
        }
        assertEquals(5, values("quotes").size());
        Contract.STOCKS.isKeptBy(Topic.records(broker.address(), "quotes"));

        Suite.Ended chart = Suite.run(
                        "consumer-bollinger",
                        "--bootstrap-server",
                        broker.address(),
                        "--topic",
                        "quotes",
                        "--period",
                        "2",
                        "--once",
                        "--no-window",
                        "--output",
                        "-")
                .expect(0);
        List<String> rows = chart.out().lines().toList();
        // Three finished bars and the forming one, with its newest price.
        assertEquals(5, rows.size(), chart.out());
        assertTrue(rows.get(4).contains(",103.0,"), chart.out());
    }

    @Test
    void saysWithoutAStackTraceThatTheServiceCannotBeReachedAndGoesOnTrying() throws Exception {
        int free;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Path err = folder.resolve("refused.err");
        Process program = new ProcessBuilder(Suite.command(
                        "producer-stock",
                        "--source",
                        "yahoo",
                        "--symbols",
                        "AAPL",
                        "--yahoo-url",
                        "http://127.0.0.1:" + free,
                        "--topic",
                        "refused",
                        "--bootstrap-server",
                        broker.address()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        started.add(program);
        await(() -> read(err).contains("yahoo is away since") || !program.isAlive());
        assertTrue(read(err).contains("(no connection)"), read(err));
        assertEndsOnRequest(program);
        assertFalse(read(err).contains("\tat "), read(err));
    }

    @Test
    void followsAFileThatGrowsAndGoesOnWhereItWas() throws Exception {
        Path file = folder.resolve("growing.csv");
        Files.writeString(file, HEADER + row(1) + row(2));
        Process program = follow(file, Long.MAX_VALUE);
        await(() -> values("growing").size() == 2);
        append(file, row(3) + "2024-01-04,4,4,");
        await(() -> values("growing").size() == 3);
        append(file, "4,4,,4,ACME\n");
        await(() -> values("growing").size() == 4);
        append(file, "2024-01-05,5,5,");
        assertEndsOnRequest(program);

        append(file, "5,5,,5,ACME\n" + row(6));
        Process again = follow(file, 2);
        assertTrue(again.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, again.exitValue());
        assertEquals(
                Stream.of(1, 2, 3, 4, 5, 6).map(d -> "2024-01-0" + d).toList(),
                values("growing").stream()
                        .map(v -> v.replaceAll(".*\"Date\":\"([^\"]+)\".*", "$1"))
                        .toList());
    }

    private Process follow(Path file, long rows) throws IOException {
        Process program = new ProcessBuilder(Suite.command(
                        "producer-stock",
                        file,
                        "--follow",
                        "--topic",
                        "growing",
                        "--num-records",
                        rows,
                        "--bootstrap-server",
                        broker.address()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("follow.err").toFile()))
                .start();
        started.add(program);
        return program;
    }

    private static Suite.Ended live(String url, int records) {
        return Suite.run(
                "producer-stock",
                "--source",
                "yahoo",
                "--symbols",
                "aapl",
                "--history",
                "30d",
                "--every",
                "10s",
                "--yahoo-url",
                url,
                "--num-records",
                records,
                "--topic",
                "quotes",
                "--bootstrap-server",
                broker.address());
    }

    /** Three finished days, and one that has been open for an hour and stays so for another. */
    private static String chart(int price, boolean live) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        // A clock whose noon is now, so that no day of it ends while the test runs.
        int offset = (int) (43_200 - Math.floorMod(now.getEpochSecond(), 86_400L));
        Instant opens = now.minusSeconds(3_600);
        List<Instant> days = Stream.of(3, 2, 1, 0)
                .map(d -> opens.minus(Duration.ofDays(d)))
                .skip(live ? 3 : 0)
                .toList();
        String times =
                String.join(",", days.stream().map(d -> "" + d.getEpochSecond()).toList());
        String prices = String.join(
                ",", days.stream().map(d -> d.equals(opens) ? "" + price : "99").toList());
        String columns = Stream.of("open", "high", "low", "close", "volume")
                .map(c -> "\"" + c + "\":[" + prices + "]")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        return "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"USD\",\"instrumentType\":\"EQUITY\","
                + "\"regularMarketTime\":" + now.getEpochSecond() + ",\"regularMarketPrice\":" + price
                + ",\"regularMarketDayHigh\":" + (price + 1) + ",\"regularMarketDayLow\":" + (price - 1)
                + ",\"regularMarketVolume\":1000,\"gmtoffset\":" + offset
                + ",\"exchangeTimezoneName\":\"" + ZoneOffset.ofTotalSeconds(offset) + "\""
                + ",\"currentTradingPeriod\":{\"regular\":{\"start\":" + opens.getEpochSecond() + ",\"end\":"
                + now.plusSeconds(3_600).getEpochSecond() + "}}},\"timestamp\":[" + times
                + "],\"indicators\":{\"quote\":[{" + columns + "}],\"adjclose\":[{\"adjclose\":[" + prices
                + "]}]}}],\"error\":null}}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.getBytes(UTF_8).length);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }

    private static String row(int day) {
        return "2024-01-0" + day + ",1,1,1,1,," + day + ",ACME\n";
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    /**
     * Ends a program as Ctrl-C does. Where a shell runs all this in its background, programs are told to ignore that from
     * their start, and a plain request to end takes its place.
     */
    private static void assertEndsOnRequest(Process program) throws InterruptedException, IOException {
        boolean background = ignoresInterrupts(program);
        String pid = Long.toString(program.pid());
        new ProcessBuilder("kill", background ? "-TERM" : "-INT", pid).start().waitFor();
        assertTrue(program.waitFor(20, TimeUnit.SECONDS));
        assertEquals(background ? 143 : 130, program.exitValue());
    }

    /** What Linux says; elsewhere programs are taken to hear Ctrl-C. */
    private static boolean ignoresInterrupts(Process program) throws IOException {
        Path status = Path.of("/proc/" + program.pid() + "/status");
        if (!Files.exists(status)) {
            return false;
        }
        String mask = Files.readString(status).replaceAll("(?s).*\nSigIgn:\\s*(\\p{XDigit}+).*", "$1");
        int sigint = 2;
        return (Long.parseUnsignedLong(mask, 16) >> sigint - 1 & 1) == 1;
    }

    private static List<String> values(String topic) {
        try {
            return Topic.records(broker.address(), topic).stream()
                    .map(r -> new String(r.value(), UTF_8))
                    .toList();
        } catch (org.apache.kafka.common.errors.UnknownTopicOrPartitionException | NullPointerException e) {
            // The program has not made it yet.
            return List.of();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "not within a minute; " + read(folder.resolve("broker.err")));
            Thread.sleep(100);
        }
    }
}
