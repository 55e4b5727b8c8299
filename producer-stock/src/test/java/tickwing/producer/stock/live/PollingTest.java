package tickwing.producer.stock.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tickwing.producer.stock.link.Agenda;
import tickwing.producer.stock.link.Failure;
import tickwing.producer.stock.link.FakeTime;
import tickwing.producer.stock.link.Link;
import tickwing.producer.stock.link.SourceException;

class PollingTest {
    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");
    private static final Duration PERIOD = Duration.ofSeconds(30);

    private final FakeTime time = new FakeTime(START);
    private final Agenda agenda = new Agenda(time);
    private final List<String> said = new ArrayList<>();
    private final Map<String, List<Duration>> calls = new TreeMap<>();

    private void poll(Duration span, List<String> symbols, Polling.Poller poller) {
        Link link = new Link("yahoo", agenda, Polling.spacing(PERIOD, symbols.size()), said::add, () -> 0.5);
        Polling polling = new Polling(agenda, link, PERIOD, symbol -> {
            calls.computeIfAbsent(symbol, s -> new ArrayList<>()).add(Duration.between(START, time.now()));
            return poller.poll(symbol);
        });
        polling.start(symbols, quote -> {});
        agenda.at(START.plus(span), agenda::stop);
        agenda.run();
    }

    private static Polling.Polled nothingNew() {
        return new Polling.Polled(List.of(), TradingSession.ALWAYS);
    }

    private static SourceException unknown() {
        return new SourceException(new Failure.UnknownSymbol("HTTP status 404"));
    }

    @Test
    void spreadsTheSymbolsEvenlyOverThePeriod() {
        poll(Duration.ofSeconds(89), List.of("A", "B", "C"), symbol -> nothingNew());
        assertEquals(seconds(0, 30, 60), calls.get("A"));
        assertEquals(seconds(10, 40, 70), calls.get("B"));
        assertEquals(seconds(20, 50, 80), calls.get("C"));
    }

    @Test
    void saysOnceThatThereIsNothingForAMistypedSymbolAndAsksEverMoreRarely() {
        poll(Duration.ofHours(2), List.of("AAPL", "AAPLX"), symbol -> {
            if (symbol.equals("AAPLX")) {
                throw unknown();
            }
            return nothingNew();
        });
        assertEquals(
                List.of("yahoo has nothing for AAPLX (HTTP status 404); is that its name there? It is asked for all"
                        + " the same, ever more rarely."),
                said);
        assertEquals(240, calls.get("AAPL").size());
        List<Duration> asked = calls.get("AAPLX");
        assertTrue(asked.size() > 8 && asked.size() < 16, asked::toString);
        Duration last = asked.get(asked.size() - 1).minus(asked.get(asked.size() - 2));
        assertTrue(
                last.compareTo(Duration.ofMinutes(14)) > 0 && last.compareTo(Duration.ofMinutes(16)) < 0,
                asked::toString);
    }

    @Test
    void saysNothingOfASymbolThatTheServiceForgetsForAWhile() {
        poll(Duration.ofHours(1), List.of("AAPL"), symbol -> {
            if (calls.get("AAPL").size() == 5) {
                throw unknown();
            }
            return nothingNew();
        });
        assertEquals(List.of(), said);
        assertTrue(calls.get("AAPL").size() > 110, () -> calls.get("AAPL").size() + " calls in an hour");
    }

    private static List<Duration> seconds(long... seconds) {
        return java.util.Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
    }
}
