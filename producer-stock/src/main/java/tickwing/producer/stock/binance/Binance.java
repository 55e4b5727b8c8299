package tickwing.producer.stock.binance;

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
import tickwing.producer.stock.live.Service;

/** Puts the parts together. */
public final class Binance {
    static final String NAME = "binance";
    private static final Duration SPACING = Duration.ofMillis(200);

    private Binance() {}

    /** @param tell takes sentences for the user */
    public static Service service(BinanceConfig config, Agenda agenda, Time time, Consumer<String> tell) {
        HttpLink http = new HttpLink(config.timeouts(), "tickwing", time);
        DoubleSupplier chance = new Random()::nextDouble;
        Link link = new Link(NAME, agenda, SPACING, tell, chance);
        Link streamLink = new Link(NAME + " stream", agenda, Duration.ZERO, tell, chance);
        return new Service(
                NAME,
                new BinanceHistory(config.url(), http::get, agenda::now),
                link,
                Conflation.of(new BinanceStream(config, http, agenda, streamLink), agenda, config.every()),
                streamLink,
                () -> List.of(link.account(), streamLink.account()),
                true,
                http::stop);
    }
}
