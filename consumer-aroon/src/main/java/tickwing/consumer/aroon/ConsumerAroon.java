package tickwing.consumer.aroon;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tickwing.analytics.indicator.Aroon;
import tickwing.charts.stock.StockIndicator;
import tickwing.charts.stock.StockIndicator.Column;
import tickwing.charts.stock.StockOptions;
import tickwing.charts.view.Line.Role;
import tickwing.common.bar.Bar;
import tickwing.common.cli.Program;

/** Aroon up, down and oscillator of stock prices as a live chart. */
@Command(name = "consumer-aroon", description = "Shows Aroon up, down and oscillator of stock prices as a live chart.")
public final class ConsumerAroon implements Callable<Integer> {
    @Option(
            names = "--period",
            paramLabel = "BARS",
            defaultValue = "25",
            order = 3,
            description = "Bars to look back (default: ${DEFAULT-VALUE}).")
    private int period;

    @Mixin
    private StockOptions stocks;

    public static void main(String[] args) {
        System.exit(Program.run(new ConsumerAroon(), args));
    }

    @Override
    public Integer call() {
        return stocks.run(indicator(StockOptions.params(() -> new Aroon.Params(period))));
    }

    static StockIndicator indicator(Aroon.Params params) {
        return new StockIndicator(
                "Aroon " + params.period(),
                StockIndicator.Unit.PERCENT,
                List.of(
                        new Column("up", Role.DERIVED, 2),
                        new Column("down", Role.DERIVED, 1),
                        new Column("oscillator", Role.MAIN, 0)),
                () -> {
                    Aroon aroon = new Aroon(params);
                    return bar -> values(bar, aroon);
                },
                List.of(0.0, 30.0, 70.0),
                -100,
                100);
    }

    private static double[] values(Bar bar, Aroon aroon) {
        aroon.update(bar.high(), bar.low());
        return new double[] {aroon.up(), aroon.down(), aroon.oscillator()};
    }
}
