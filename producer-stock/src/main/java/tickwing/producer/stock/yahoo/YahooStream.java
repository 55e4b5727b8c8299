package tickwing.producer.stock.yahoo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.producer.stock.link.Agenda;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.Link;
import tickwing.producer.stock.link.StreamLink;
import tickwing.producer.stock.live.LiveQuoteSource;
import tickwing.producer.stock.live.Polling;
import tickwing.producer.stock.live.Quote;

/**
 * Quotes from Yahoo's web socket. A tick has no open, high and low, so polling goes on beside it, as rarely as outside
 * trading hours, and as often as without a stream while the stream is down.
 */
final class YahooStream implements LiveQuoteSource, StreamLink.Listener {
    private static final Logger log = LoggerFactory.getLogger(YahooStream.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SUBSCRIBE_AGAIN = Duration.ofSeconds(15);
    private static final Duration PING = Duration.ofSeconds(20);
    /** Nobody has said that Yahoo ends a stream for its age; a day is long enough all the same. */
    private static final Duration RENEW = Duration.ofHours(23);

    private final URI uri;
    private final HttpLink http;
    private final Agenda agenda;
    private final Link link;
    private final YahooQuotes days;
    private final Polling polling;
    private final Map<String, Instant> hurried = new HashMap<>();
    private StreamLink stream;
    private Consumer<Quote> quotes;
    private boolean nonsenseTold;

    YahooStream(URI uri, HttpLink http, Agenda agenda, Link link, YahooQuotes days, Polling polling) {
        this.uri = uri;
        this.http = http;
        this.agenda = agenda;
        this.link = link;
        this.days = days;
        this.polling = polling;
    }

    @Override
    public void start(Collection<String> symbols, Consumer<Quote> sink) {
        quotes = sink;
        polling.start(symbols, sink);
        StreamLink.Plan plan = new StreamLink.Plan(uri, subscription(symbols), SUBSCRIBE_AGAIN, PING, RENEW);
        stream = new StreamLink(plan, http, agenda, link, this);
        stream.open();
    }

    /** While there is a stream it reports by itself. */
    @Override
    public Optional<Instant> nextCall() {
        return stream != null && stream.isUp() ? Optional.empty() : polling.nextCall();
    }

    @Override
    public void close() {
        polling.close();
        if (stream != null) {
            stream.close();
        }
    }

    @Override
    public void up() {
        polling.relax(true);
    }

    @Override
    public void down() {
        polling.relax(false);
    }

    @Override
    public void message(String text) {
        Optional<PricingData> data = decode(text);
        if (data.isEmpty()) {
            if (!nonsenseTold) {
                nonsenseTold = true;
                log.warn("A message of Yahoo's stream makes no sense; it is left out, and so are others like it.");
            }
            return;
        }
        PricingData tick = data.get();
        if (tick.marketHours() == PricingData.REGULAR) {
            quote(tick);
        }
    }

    private void quote(PricingData tick) {
        Instant at = Instant.ofEpochMilli(tick.timeMillis());
        if (at.isAfter(agenda.now().plus(Duration.ofMinutes(5)))) {
            return;
        }
        Optional<YahooQuotes.Day> day =
                days.day(tick.id()).filter(d -> d.chart().date(at).equals(d.date()));
        if (day.isEmpty()) {
            askForDay(tick.id());
            return;
        }
        double volume = tick.dayVolume() > 0 ? tick.dayVolume() : Double.NaN;
        YahooChart.Last last = new YahooChart.Last(at, tick.price(), Double.NaN, Double.NaN, volume);
        quotes.accept(days.quote(tick.id(), day.get(), last));
    }

    /** How the day began, only the chart endpoint knows. */
    private void askForDay(String symbol) {
        Instant now = agenda.now();
        Instant before = hurried.get(symbol);
        if (before == null || before.plus(Duration.ofMinutes(1)).isBefore(now)) {
            hurried.put(symbol, now);
            polling.hurry(symbol);
        }
    }

    private static Optional<PricingData> decode(String text) {
        try {
            JsonNode message = JSON.readTree(text).path("message");
            if (!message.isTextual()) {
                return Optional.empty();
            }
            return PricingData.read(Base64.getDecoder().decode(message.textValue()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String subscription(Collection<String> symbols) {
        return JSON.createObjectNode()
                .set("subscribe", JSON.valueToTree(symbols))
                .toString();
    }
}
