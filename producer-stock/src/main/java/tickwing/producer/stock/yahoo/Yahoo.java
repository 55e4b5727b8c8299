package tickwing.producer.stock.yahoo;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import tickwing.producer.stock.link.Agenda;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.Link;
import tickwing.producer.stock.link.Time;
import tickwing.producer.stock.live.Conflation;
import tickwing.producer.stock.live.Polling;
import tickwing.producer.stock.live.Service;

/** Puts the parts together. */
public final class Yahoo {
    static final String NAME = "yahoo";

    private Yahoo() {}

    /** @param tell takes sentences for the user */
    public static Service service(YahooConfig config, Agenda agenda, Time time, Consumer<String> tell) {
        HttpLink http = new HttpLink(config.timeouts(), config.userAgent(), time);
        DoubleSupplier chance = new Random()::nextDouble;
        Duration spacing = Polling.spacing(config.pollEvery(), config.symbols().size());
        Link link = new Link(NAME, agenda, spacing, tell, chance);
        YahooHistory history = new YahooHistory(config.url(), http::get, agenda::now);
        YahooQuotes quotes = new YahooQuotes(config.url(), config.interval(), http::get, agenda::now);
        Polling polling = new Polling(agenda, link, config.pollEvery(), quotes);
        if (config.stream().isEmpty()) {
            return new Service(NAME, history, link, polling, link, () -> List.of(link.account()), false, http::stop);
        }
        Link streamLink = new Link(NAME + " stream", agenda, Duration.ZERO, tell, chance);
        YahooStream stream = new YahooStream(config.stream().get(), http, agenda, streamLink, quotes, polling);
        return new Service(
                NAME,
                history,
                link,
                Conflation.of(stream, agenda, config.every()),
                link,
                () -> List.of(link.account(), streamLink.account()),
                false,
                http::stop);
    }
}
