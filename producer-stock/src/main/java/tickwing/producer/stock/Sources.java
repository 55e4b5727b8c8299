package tickwing.producer.stock;

import java.util.List;
import tickwing.producer.stock.binance.BinanceSource;
import tickwing.producer.stock.csv.CsvSource;
import tickwing.producer.stock.simulated.SimulatedSource;
import tickwing.producer.stock.source.StockSource;
import tickwing.producer.stock.yahoo.YahooSource;

/** Where bars may come from. */
final class Sources {
    private Sources() {}

    /** All there are, in the order of the help; the first is the default. */
    static List<StockSource> standard() {
        return List.of(
                new CsvSource(), //
                new SimulatedSource(),
                new YahooSource(),
                new BinanceSource());
    }
}
