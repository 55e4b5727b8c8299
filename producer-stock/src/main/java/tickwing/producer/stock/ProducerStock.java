package tickwing.producer.stock;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.common.cli.KafkaOptions;
import tickwing.common.cli.Program;
import tickwing.common.cli.Section;
import tickwing.common.kafka.ClientSettings;
import tickwing.producer.stock.source.Context;
import tickwing.producer.stock.source.KafkaOutlet;
import tickwing.producer.stock.source.Outlet;
import tickwing.producer.stock.source.SharedOptions;
import tickwing.producer.stock.source.StockSource;
import tickwing.replay.RunOptions;

/** Publishes stock bars as JSON: from CSV files, each row exactly once, live, or simulated. */
@Command(
        name = ProducerStock.NAME,
        description = "Publishes stock bars as JSON: from CSV files, each row exactly once, live, or simulated.",
        modelTransformer = Choice.class)
@Section("Bars")
public final class ProducerStock implements Callable<Integer> {
    static final String NAME = "producer-stock";

    @Option(names = Choice.OPTION, order = 1, description = "Where the bars come from (default: ${DEFAULT-VALUE}).")
    private StockSource source;

    @Option(
            names = "--symbols",
            paramLabel = "A,B",
            split = ",",
            order = 2,
            description = "Only these symbols (default: all of the files; simulated: all on the topic)."
                    + " Yahoo, Binance: the symbols to quote.")
    private TreeSet<String> symbols = new TreeSet<>();

    @Section("Kafka")
    @Option(
            names = "--topic",
            paramLabel = "NAME",
            order = 899,
            description = "Where the bars go (default: ${DEFAULT-VALUE}).",
            defaultValue = "stocks")
    private String topic;

    @Mixin
    private SharedOptions shared;

    @Mixin
    private RunOptions run;

    @Mixin
    private KafkaOptions kafka;

    @Spec
    private CommandSpec spec;

    private final List<StockSource> sources;
    private final BiFunction<ClientSettings, String, Outlet> outlets;

    ProducerStock(List<StockSource> sources, BiFunction<ClientSettings, String, Outlet> outlets) {
        this.sources = List.copyOf(sources);
        this.outlets = outlets;
    }

    public static void main(String[] args) {
        System.exit(Program.run(new ProducerStock(Sources.standard(), KafkaOutlet::new), args));
    }

    List<StockSource> sources() {
        return sources;
    }

    @Override
    public Integer call() {
        Choice.refuseOthers(source, sources, spec.commandLine().getParseResult());
        ClientSettings settings = kafka.settings();
        return source.run(new Context(
                NAME,
                settings,
                topic,
                outlets.apply(settings, topic),
                symbols,
                shared,
                run,
                System.in,
                spec.commandLine().getOut(),
                spec.commandLine().getErr()));
    }
}
