package tickwing.producer.stock.yahoo;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import tickwing.common.cli.Section;
import tickwing.producer.stock.link.HttpLink;
import tickwing.producer.stock.link.Time;
import tickwing.producer.stock.live.LiveQuotes;
import tickwing.producer.stock.source.Context;
import tickwing.producer.stock.source.StockSource;

/** Quotes and bars of Yahoo Finance. */
public final class YahooSource implements StockSource {
    private static final Duration POLL_EVERY = Duration.ofSeconds(30);
    private static final Duration STREAM_EVERY = Duration.ofSeconds(1);

    @Section("Live quotes")
    private static final class Options {
        @Option(
                names = "--stream",
                order = 31,
                description = "Yahoo: quotes from its web socket; polls while that is down.")
        private boolean stream;

        @Option(
                names = "--yahoo-url",
                paramLabel = "URL",
                order = 32,
                description = "Where Yahoo's chart endpoint is (default: ${DEFAULT-VALUE}).",
                defaultValue = YahooConfig.DEFAULT_URL)
        private URI url;

        @Option(
                names = "--yahoo-stream-url",
                paramLabel = "URL",
                order = 33,
                description = "Where Yahoo's web socket is (default: ${DEFAULT-VALUE}).",
                defaultValue = YahooConfig.DEFAULT_STREAM_URL)
        private URI streamUrl;

        @Option(
                names = "--user-agent",
                paramLabel = "TEXT",
                order = 34,
                description = "What to call oneself to Yahoo (default: ${DEFAULT-VALUE}).",
                defaultValue = YahooConfig.DEFAULT_USER_AGENT)
        private String userAgent;
    }

    private final Options options = new Options();

    @Override
    public String name() {
        return "yahoo";
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
        YahooConfig config = new YahooConfig(
                options.url,
                options.stream ? Optional.of(options.streamUrl) : Optional.empty(),
                options.userAgent,
                LiveQuotes.interval(context),
                context.shared().every().orElse(options.stream ? STREAM_EVERY : POLL_EVERY),
                LiveQuotes.symbols(context),
                HttpLink.Timeouts.DEFAULT);
        return LiveQuotes.run(context, agenda -> Yahoo.service(config, agenda, Time.SYSTEM, context.teller()));
    }
}
