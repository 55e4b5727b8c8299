package tickwing.producer.stock.coin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import picocli.CommandLine.Option;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.common.bar.Origin;
import tickwing.producer.stock.link.Agenda;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.Link;
import tickwing.producer.stock.link.SafeUri;
import tickwing.producer.stock.link.SourceException;
import tickwing.producer.stock.link.Time;
import tickwing.producer.stock.live.HistorySource;
import tickwing.producer.stock.live.LiveQuotes;
import tickwing.producer.stock.live.Polling;
import tickwing.producer.stock.live.Quote;
import tickwing.producer.stock.live.Service;
import tickwing.producer.stock.live.TradingSession;
import tickwing.producer.stock.source.Context;
import tickwing.producer.stock.source.StockSource;

/** Prices around the clock of a service that answers {@code GET /price/SYMBOL} with a number. */
public final class CoinSource implements StockSource {
    private static final class Options {
        @Option(names = "--coin-url", paramLabel = "URL", order = 37, description = "Where Coin's prices are.")
        private URI url = URI.create("https://coin.example");
    }

    private final Options options = new Options();

    @Override
    public String name() {
        return "coin";
    }

    @Override
    public Object options() {
        return options;
    }

    @Override
    public Set<String> takes() {
        return Set.of("--num-records", "--report", "--every");
    }

    @Override
    public int run(Context context) {
        SafeUri.check("--coin-url", options.url, "https", "http");
        return LiveQuotes.run(context, agenda -> service(context, agenda));
    }

    private Service service(Context context, Agenda agenda) {
        Duration every = context.shared().every().orElse(Duration.ofSeconds(10));
        HttpLink http = new HttpLink(HttpLink.Timeouts.DEFAULT, "tickwing", Time.SYSTEM);
        Duration spacing = Polling.spacing(every, context.symbols().size());
        Link link = new Link(name(), agenda, spacing, context.teller(), new Random()::nextDouble);
        Polling quotes = new Polling(agenda, link, every, symbol -> ask(http, symbol, agenda));
        return new Service(
                name(), HistorySource.NONE, link, quotes, link, () -> List.of(link.account()), false, http::stop);
    }

    private Polling.Polled ask(HttpLink http, String symbol, Agenda agenda) throws SourceException {
        byte[] answer = http.get(URI.create(SafeUri.base(options.url) + "/price/" + SafeUri.encode(symbol)));
        try {
            double price = Double.parseDouble(new String(answer, UTF_8).strip());
            OffsetDateTime at = Quote.quotedAt(agenda.now().atOffset(ZoneOffset.UTC));
            BarTime day = BarTime.of(at.toLocalDate());
            Bar bar = new Bar(
                    symbol, Interval.ONE_DAY, day, price, price, price, price, Double.NaN, Double.NaN, at, false);
            Quote quote = new Quote(bar.from(new Origin("USD", name())), null);
            return new Polling.Polled(List.of(quote), TradingSession.ALWAYS);
        } catch (IllegalArgumentException e) {
            throw SourceException.dropped("no price");
        }
    }
}
