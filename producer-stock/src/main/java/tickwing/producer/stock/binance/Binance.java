package tickwing.producer.stock.binance;

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
import tickwing.producer.stock.live.Service;

/** Puts the parts together. */
public final class Binance {
    static final String NAME = "binance";
    private static final Duration SPACING = Duration.ofMillis(200);

    private Binance() {}

    /** @param tell takes sentences for the user */
    public static Service service(BinanceConfig config, Agenda agenda, Time time, Consumer<String> tell) {
        HttpLine http = new HttpLine(config.timeouts(), "tickwing", time);
        DoubleSupplier chance = new Random()::nextDouble;
        Line line = new Line(NAME, agenda, SPACING, tell, chance);
        Line streamLine = new Line(NAME + " stream", agenda, Duration.ZERO, tell, chance);
        return new Service(
                NAME,
                new BinanceHistory(config.url(), http::get, agenda::now),
                line,
                Conflation.of(new BinanceStream(config, http, agenda, streamLine), agenda, config.every()),
                streamLine,
                () -> List.of(line.account(), streamLine.account()),
                true,
                http::stop);
    }
}
