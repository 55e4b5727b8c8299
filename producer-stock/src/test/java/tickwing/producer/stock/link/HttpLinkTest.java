package tickwing.producer.stock.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.producer.stock.link.StandIn.Answer;

/** What each answer, and each lack of one, comes to: by itself, through the real HTTP client. */
class HttpLinkTest {
    private static final HttpLink.Timeouts SHORT = new HttpLink.Timeouts(Duration.ofSeconds(2), Duration.ofMillis(700));

    private final AtomicReference<Answer> answer = new AtomicReference<>(Answer.ok("{}"));
    private StandIn server;
    private HttpLink link;

    @BeforeEach
    void start() throws IOException {
        server = new StandIn(uri -> answer.get());
        link = new HttpLink(SHORT, "Mozilla/5.0", new FakeTime(Instant.parse("2026-03-10T12:00:00Z")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void bringsTheBodyOfAGoodAnswerAndSaysWhoAsks() throws SourceException {
        assertEquals("{}", new String(link.get(server.url()), UTF_8));
        assertEquals(List.of("Mozilla/5.0"), server.userAgents());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 418, 429, 451, 503, 999})
    void takesTheseForBeingTurnedAway(int status) {
        answer.set(Answer.status(status));
        Failure.Throttled failure = assertInstanceOf(Failure.Throttled.class, failure());
        assertEquals("HTTP status " + status, failure.why());
        assertEquals(Optional.empty(), failure.retryAfter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"45", "Tue, 10 Mar 2026 12:00:45 GMT"})
    void readsForHowLongItIsTurnedAway(String retryAfter) {
        answer.set(new Answer.Status(429, retryAfter, "Too Many Requests"));
        Failure.Throttled failure = assertInstanceOf(Failure.Throttled.class, failure());
        assertEquals(Optional.of(Duration.ofSeconds(45)), failure.retryAfter());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 422})
    void takesTheseForASymbolThatThereIsNot(int status) {
        answer.set(Answer.status(status));
        assertEquals(new Failure.UnknownSymbol("HTTP status " + status), failure());
    }

    static Stream<Arguments> drops() {
        return Stream.of(
                Arguments.of(Answer.status(500), "HTTP status 500"),
                Arguments.of(Answer.status(502), "HTTP status 502"),
                Arguments.of(new Answer.CutOff("{\"chart\":{\"result\":[]}}"), "the connection was closed"),
                Arguments.of(new Answer.HungUp(), "the connection was closed"),
                Arguments.of(new Answer.Silent(), "no answer in time|no answer within 0 s"),
                Arguments.of(new Answer.Endless(), "the answer is longer.*|no answer within 0 s"));
    }

    @ParameterizedTest
    @MethodSource("drops")
    void takesAllElseForADrop(Answer given, String why) {
        answer.set(given);
        Failure.Dropped failure = assertInstanceOf(Failure.Dropped.class, failure());
        assertEquals(true, failure.why().matches(why), failure.why());
    }

    @Test
    void takesARefusedConnectionForADrop() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + port);
        SourceException refused = assertThrows(SourceException.class, () -> link.get(nobody));
        assertEquals(new Failure.Dropped("no connection"), refused.failure());
    }

    @Test
    void goesOnAfterEachOfThem() throws SourceException {
        for (Answer bad : List.of(new Answer.HungUp(), new Answer.CutOff("{}{}{}"), Answer.status(503))) {
            answer.set(bad);
            failure();
            answer.set(Answer.ok("[]"));
            assertEquals("[]", new String(link.get(server.url()), UTF_8));
        }
    }

    private Failure failure() {
        return assertThrows(SourceException.class, () -> link.get(server.url())).failure();
    }
}
