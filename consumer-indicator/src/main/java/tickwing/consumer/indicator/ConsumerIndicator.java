package tickwing.consumer.indicator;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.analytics.indicator.Indicator;
import tickwing.analytics.indicator.InvalidStudyException;
import tickwing.analytics.indicator.Study;
import tickwing.analytics.indicator.catalogue.Catalogue;
import tickwing.charts.stock.StockOptions;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;
import tickwing.common.cli.Section;
import tickwing.common.error.UsageError;

/** Any indicators of the catalogue, over and below stock prices, as a live chart. */
@Command(
        name = "consumer-indicator",
        description = "Shows stock prices with any indicators of the catalogue as a live chart.")
@Section("Chart")
public final class ConsumerIndicator implements Callable<Integer> {
    @Option(
            names = "--indicators",
            paramLabel = "LIST",
            defaultValue = "sma,rsi,volume",
            order = 3,
            description =
                    "Which ones, with commas between: rsi, rsi:21, bollinger:20:2.5, macd:fast=8; --list names them"
                            + " (default: ${DEFAULT-VALUE}).")
    private String indicators;

    @Option(
            names = "--list",
            order = 4,
            description = "Print all indicators with their arguments and columns, and exit.")
    private boolean list;

    @Mixin
    private StockOptions stocks;

    private final Catalogue catalogue;
    private CommandSpec command;

    public ConsumerIndicator() {
        this(Catalogue.standard());
    }

    ConsumerIndicator(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public static void main(String[] args) {
        System.exit(Program.run(new ConsumerIndicator(), args));
    }

    @Spec
    void command(CommandSpec its) {
        command = its;
        String ids = catalogue.indicators().stream().map(Indicator::id).collect(Collectors.joining(", "));
        its.usageMessage().footer("", "Indicators: " + ids + ".");
    }

    @Override
    public Integer call() {
        if (list) {
            PrintWriter out = command.commandLine().getOut();
            Listing.lines(catalogue).forEach(line -> out.print(line + "\n"));
            out.flush();
            return ExitCode.DONE;
        }
        return stocks.run(studies(catalogue, indicators));
    }

    /** What is asked for; what the catalogue refuses is a mistake on the command line. */
    static List<Study> studies(Catalogue catalogue, String list) {
        try {
            return catalogue.studies(list);
        } catch (InvalidStudyException e) {
            String sentence = e.fault().sentence();
            throw new UsageError("--indicators: " + sentence + (sentence.endsWith("?") ? "" : "."));
        }
    }
}
