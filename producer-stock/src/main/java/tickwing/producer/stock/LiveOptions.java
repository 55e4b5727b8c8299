package tickwing.producer.stock;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import tickwing.common.bar.Interval;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Interruption;
import tickwing.common.error.UsageError;
import tickwing.common.kafka.ClientSettings;
import tickwing.producer.stock.binance.Binance;
import tickwing.producer.stock.binance.BinanceConfig;
import tickwing.producer.stock.line.Agenda;
import tickwing.producer.stock.line.HttpLine;
import tickwing.producer.stock.line.Time;
import tickwing.producer.stock.live.LiveConfig;
import tickwing.producer.stock.live.LiveQuotes;
import tickwing.producer.stock.live.Service;
import tickwing.producer.stock.yahoo.Yahoo;
import tickwing.producer.stock.yahoo.YahooConfig;

/** What the live sources have in common: how far back, from where. */
final class LiveOptions {
    /** What a run is about, as the other options have it. */
    record Subject(
            String topic,
            Collection<String> symbols,
            Optional<Interval> interval,
            Optional<Duration> every,
            long maxRecords,
            Optional<Path> report) {}

    private static final Duration POLL_EVERY = Duration.ofSeconds(30);
    private static final Duration STREAM_EVERY = Duration.ofSeconds(1);
    /** Yahoo has minutes of the last 30 days, and other bars shorter than a day of the last 60. */
    private static final Period INTRADAY_HISTORY = Period.ofDays(5);

    @Option(
            names = "--history",
            paramLabel = "SPAN",
            order = 30,
            converter = Spans.class,
            description = "Yahoo, Binance: finished bars to publish first, e.g. 30d, 6mo, 1y; 0d: none"
                    + " (default: 1y; 5d for bars shorter than a day).")
    private Period history;

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
    private URI yahooUrl;

    @Option(
            names = "--yahoo-stream-url",
            paramLabel = "URL",
            order = 33,
            description = "Where Yahoo's web socket is (default: ${DEFAULT-VALUE}).",
            defaultValue = YahooConfig.DEFAULT_STREAM_URL)
    private URI yahooStreamUrl;

    @Option(
            names = "--user-agent",
            paramLabel = "TEXT",
            order = 34,
            description = "What to call oneself to Yahoo (default: ${DEFAULT-VALUE}).",
            defaultValue = YahooConfig.DEFAULT_USER_AGENT)
    private String userAgent;

    @Option(
            names = "--binance-url",
            paramLabel = "URL",
            order = 35,
            description = "Where Binance's market data is (default: ${DEFAULT-VALUE}).",
            defaultValue = BinanceConfig.DEFAULT_URL)
    private URI binanceUrl;

    @Option(
            names = "--binance-stream-url",
            paramLabel = "URL",
            order = 36,
            description = "Where Binance's web socket is (default: ${DEFAULT-VALUE}).",
            defaultValue = BinanceConfig.DEFAULT_STREAM_URL)
    private URI binanceStreamUrl;

    /** @throws UsageError when an option was given that only makes sense for a live source */
    void refuse(String source) {
        if (history != null || stream) {
            throw new UsageError("--history and --stream go with --source yahoo or binance, not with " + source + ".");
        }
    }

    int runYahoo(ClientSettings settings, Subject subject, PrintWriter out, PrintWriter err) {
        YahooConfig config = new YahooConfig(
                yahooUrl,
                stream ? Optional.of(yahooStreamUrl) : Optional.empty(),
                userAgent,
                interval(subject),
                subject.every().orElse(stream ? STREAM_EVERY : POLL_EVERY),
                symbols(subject),
                HttpLine.Timeouts.DEFAULT);
        Agenda agenda = new Agenda(Time.SYSTEM);
        return run(settings, subject, Yahoo.service(config, agenda, Time.SYSTEM, teller(err)), agenda, out, err);
    }

    int runBinance(ClientSettings settings, Subject subject, PrintWriter out, PrintWriter err) {
        if (stream) {
            throw new UsageError("--stream goes with --source yahoo; Binance always streams.");
        }
        BinanceConfig config = new BinanceConfig(
                binanceUrl,
                binanceStreamUrl,
                interval(subject),
                subject.every().orElse(STREAM_EVERY),
                symbols(subject),
                HttpLine.Timeouts.DEFAULT,
                BinanceConfig.DEFAULT_RENEWAL);
        Agenda agenda = new Agenda(Time.SYSTEM);
        return run(settings, subject, Binance.service(config, agenda, Time.SYSTEM, teller(err)), agenda, out, err);
    }

    private int run(
            ClientSettings settings,
            Subject subject,
            Service service,
            Agenda agenda,
            PrintWriter out,
            PrintWriter err) {
        Interval interval = interval(subject);
        Period span = history != null ? history : interval.isDaily() ? Period.ofYears(1) : INTRADAY_HISTORY;
        LiveConfig config = new LiveConfig(
                subject.topic(), symbols(subject), interval, span, subject.maxRecords(), subject.report());
        LiveQuotes live = new LiveQuotes(settings, config, service, agenda, out, err);
        try (Interruption interruption = new Interruption(live::stop)) {
            int code = live.run();
            return interruption.interrupted() ? ExitCode.INTERRUPTED : code;
        }
    }

    private static Consumer<String> teller(PrintWriter err) {
        return sentence -> {
            err.println(sentence);
            err.flush();
        };
    }

    private static Interval interval(Subject subject) {
        return subject.interval().orElse(Interval.ONE_DAY);
    }

    /** Both services write their symbols in capitals. */
    private static List<String> symbols(Subject subject) {
        return subject.symbols().stream()
                .map(s -> s.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
