package tickwing.consumer.bollinger;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tickwing.analytics.indicator.BollingerBands;
import tickwing.charts.stock.StockOptions;
import tickwing.charts.stock.StudyChart;
import tickwing.common.cli.Checked;
import tickwing.common.cli.Program;
import tickwing.common.cli.Section;

/** Bollinger Bands of stock prices as a live chart. */
@Command(name = "consumer-bollinger", description = "Shows Bollinger Bands of stock prices as a live chart.")
@Section("Chart")
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
        return stocks.run(StudyChart.bollinger(Checked.options(() -> new BollingerBands.Params(period, width))));
    }
}
