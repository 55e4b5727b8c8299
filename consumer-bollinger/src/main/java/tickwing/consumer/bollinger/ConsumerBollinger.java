package tickwing.consumer.bollinger;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tickwing.analytics.indicator.BollingerBands;
import tickwing.charts.stock.StockIndicator;
import tickwing.charts.stock.StockIndicator.Column;
import tickwing.charts.stock.StockOptions;
import tickwing.charts.view.Line.Role;
import tickwing.common.bar.Bar;
import tickwing.common.cli.Program;

/** Bollinger Bands of stock prices as a live chart. */
@Command(name = "consumer-bollinger", description = "Shows Bollinger Bands of stock prices as a live chart.")
public final class ConsumerBollinger implements Callable<Integer> {
    @Option(
            names = "--period",
            paramLabel = "BARS",
            defaultValue = "20",
            order = 3,
            description = "Bars that are averaged (default: ${DEFAULT-VALUE}).")
    private int period;

    @Option(
            names = "--width",
            paramLabel = "K",
            defaultValue = "2",
            order = 4,
            description = "Standard deviations from the middle to the bands (default: ${DEFAULT-VALUE}).")
    private double width;

    @Mixin
    private StockOptions stocks;

    public static void main(String[] args) {
        System.exit(Program.run(new ConsumerBollinger(), args));
    }

    @Override
    public Integer call() {
        BollingerBands.Params params = StockOptions.params(() -> new BollingerBands.Params(period, width));
        return stocks.run(indicator(params));
    }

    static StockIndicator indicator(BollingerBands.Params params) {
        String width = params.width() == Math.rint(params.width())
                ? Long.toString((long) params.width())
                : Double.toString(params.width());
        return StockIndicator.ofPrice(
                "Bollinger Bands " + params.period() + ", " + width,
                List.of(
                        new Column("close", Role.MAIN, 7),
                        new Column("middle", Role.DERIVED, 1),
                        new Column("upper", Role.BAND_UPPER, 0),
                        new Column("lower", Role.BAND_LOWER, 0)),
                () -> {
                    BollingerBands bands = new BollingerBands(params);
                    return bar -> values(bar, bands);
                });
    }

    private static double[] values(Bar bar, BollingerBands bands) {
        bands.update(bar.close());
        return new double[] {bar.close(), bands.middle(), bands.upper(), bands.lower()};
    }
}
