package tickwing.producer.stock.yahoo;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import tickwing.producer.stock.line.Agenda;
import tickwing.producer.stock.line.HttpLine;
import tickwing.producer.stock.line.Line;
import tickwing.producer.stock.line.Time;
import tickwing.producer.stock.live.Conflation;
import tickwing.producer.stock.live.Polling;
import tickwing.producer.stock.live.Service;

/** Puts the parts together. */
public final class Yahoo {
    static final String NAME = "yahoo";

    private Yahoo() {}

    /** @param tell takes sentences for the user */
    public static Service service(YahooConfig config, Agenda agenda, Time time, Consumer<String> tell) {
        HttpLine http = new HttpLine(config.timeouts(), config.userAgent(), time);
        DoubleSupplier chance = new Random()::nextDouble;
        Duration spacing = Polling.spacing(config.pollEvery(), config.symbols().size());
        Line line = new Line(NAME, agenda, spacing, tell, chance);
        YahooHistory history = new YahooHistory(config.url(), http::get, agenda::now);
        YahooQuotes quotes = new YahooQuotes(config.url(), config.interval(), http::get, agenda::now);
        Polling polling = new Polling(agenda, line, config.pollEvery(), quotes);
        if (config.stream().isEmpty()) {
            return new Service(NAME, history, line, polling, line, () -> List.of(line.account()), false, http::stop);
        }
        Line streamLine = new Line(NAME + " stream", agenda, Duration.ZERO, tell, chance);
        YahooStream stream = new YahooStream(config.stream().get(), http, agenda, streamLine, quotes, polling);
        return new Service(
                NAME,
                history,
                line,
                Conflation.of(stream, agenda, config.every()),
                line,
                () -> List.of(line.account(), streamLine.account()),
                false,
                http::stop);
    }
}
