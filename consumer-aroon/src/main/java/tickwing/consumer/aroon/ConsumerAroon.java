package tickwing.consumer.aroon;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tickwing.analytics.indicator.Aroon;
import tickwing.charts.stock.StockOptions;
import tickwing.charts.stock.StudyChart;
import tickwing.common.cli.Checked;
import tickwing.common.cli.Program;
import tickwing.common.cli.Section;

/** Aroon up, down and oscillator of stock prices as a live chart. */
@Command(name = "consumer-aroon", description = "Shows Aroon up, down and oscillator of stock prices as a live chart.")
@Section("Chart")
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
        return stocks.run(StudyChart.aroon(Checked.options(() -> new Aroon.Params(period))));
    }
}
