package tickwing.producer.stock.binance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.producer.stock.link.Agenda;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.Link;
import tickwing.producer.stock.link.SafeUri;
import tickwing.producer.stock.link.StreamLink;
import tickwing.producer.stock.live.LiveQuoteSource;
import tickwing.producer.stock.live.Quote;

/** Candles as they form, from the web socket; a finished one says so itself. */
final class BinanceStream implements LiveQuoteSource, StreamLink.Listener {
    private static final Logger log = LoggerFactory.getLogger(BinanceStream.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PING = Duration.ofSeconds(20);
    /** After its end, a candle comes with the stream; if it has not by then, the stream was down. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final BinanceConfig config;
    private final HttpLink http;
    private final Agenda agenda;
    private final Link link;
    private Set<String> wanted = Set.of();
    private Consumer<Quote> quotes;
    private StreamLink stream;
    private boolean nonsenseTold;

    BinanceStream(BinanceConfig config, HttpLink http, Agenda agenda, Link link) {
        this.config = config;
        this.http = http;
        this.agenda = agenda;
        this.link = link;
    }

    @Override
    public void start(Collection<String> symbols, Consumer<Quote> sink) {
        wanted = Set.copyOf(symbols);
        quotes = sink;
        String names = symbols.stream()
                .map(s -> s.toLowerCase(Locale.ROOT) + "@kline_"
                        + config.interval().code())
                .collect(Collectors.joining("/"));
        URI uri = URI.create(SafeUri.base(config.stream()) + "/stream?streams=" + names);
        StreamLink.Plan plan = new StreamLink.Plan(uri, "", PING, PING, config.renewAfter());
        stream = new StreamLink(plan, http, agenda, link, this);
        stream.open();
    }

    @Override
    public Optional<Instant> nextCall() {
        return Optional.empty();
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }

    @Override
    public void up() {
        log.debug("The stream is up.");
    }

    @Override
    public void down() {
        log.debug("The stream is down.");
    }

    @Override
    public void message(String text) {
        try {
            JsonNode event = JSON.readTree(text).path("data");
            JsonNode k = event.path("k");
            String symbol = event.path("s").asText();
            Optional<Kline> kline = Kline.ofObject(k);
            boolean ours = wanted.contains(symbol)
                    && config.interval().code().equals(k.path("i").asText())
                    && event.path("E").isIntegralNumber();
            if (ours && kline.isPresent()) {
                quote(symbol, kline.get(), Instant.ofEpochMilli(event.path("E").longValue()), k);
                return;
            }
        } catch (JsonProcessingException e) {
            log.debug("Not JSON: {}", e.getOriginalMessage());
        }
        if (!nonsenseTold) {
            nonsenseTold = true;
            log.warn("A message of Binance's stream makes no sense; it is left out, and so are others like it.");
        }
    }

    private void quote(String symbol, Kline kline, Instant at, JsonNode k) {
        if (k.path("x").asBoolean()) {
            quotes.accept(new Quote(kline.finished(symbol, config.interval()), null));
        } else if (!at.isAfter(agenda.now().plus(AHEAD))) {
            quotes.accept(new Quote(
                    kline.forming(symbol, config.interval(), Quote.quotedAt(at.atOffset(ZoneOffset.UTC))),
                    kline.end().plus(SETTLING)));
        }
    }
}
