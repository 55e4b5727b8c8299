package tickwing.producer.stock.binance;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Option;
import tickwing.common.cli.Section;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.Time;
import tickwing.producer.stock.live.LiveQuotes;
import tickwing.producer.stock.source.Context;
import tickwing.producer.stock.source.StockSource;

/** Quotes and bars of Binance. */
public final class BinanceSource implements StockSource {
    private static final Duration EVERY = Duration.ofSeconds(1);

    @Section("Live quotes")
    private static final class Options {
        @Option(
                names = "--binance-url",
                paramLabel = "URL",
                order = 35,
                description = "Where Binance's market data is (default: ${DEFAULT-VALUE}).",
                defaultValue = BinanceConfig.DEFAULT_URL)
        private URI url;

        @Option(
                names = "--binance-stream-url",
                paramLabel = "URL",
                order = 36,
                description = "Where Binance's web socket is (default: ${DEFAULT-VALUE}).",
                defaultValue = BinanceConfig.DEFAULT_STREAM_URL)
        private URI streamUrl;
    }

    private final Options options = new Options();

    @Override
    public String name() {
        return "binance";
    }

    @Override
    public Object options() {
        return options;
    }

    @Override
    public Set<String> takes() {
        return LiveQuotes.TAKES;
    }

    @Override
    public int run(Context context) {
        BinanceConfig config = new BinanceConfig(
                options.url,
                options.streamUrl,
                LiveQuotes.interval(context),
                context.shared().every().orElse(EVERY),
                LiveQuotes.symbols(context),
                HttpLink.Timeouts.DEFAULT,
                BinanceConfig.DEFAULT_RENEWAL);
        return LiveQuotes.run(context, agenda -> Binance.service(config, agenda, Time.SYSTEM, context.teller()));
    }
}
