package tickwing.producer.flight;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.common.cli.Program;
import tickwing.common.kafka.KafkaOptions;
import tickwing.replay.ReplayOptions;

/** Publishes the flights of CSV files as JSON, one record a row, each row exactly once. */
@Command(
        name = ProducerFlight.NAME,
        description = "Publishes the flights of CSV files as JSON, one record a row, each row exactly once.")
public final class ProducerFlight implements Callable<Integer> {
    static final String NAME = "producer-flight";

    @Mixin
    private ReplayOptions replay;

    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--airlines",
            paramLabel = "A,B",
            split = ",",
            order = 17,
            description = "Only flights of these airlines, by code.")
    private Set<String> airlines = new TreeSet<>();

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            order = 899,
            description = "Where the flights go (default: ${DEFAULT-VALUE}).",
            defaultValue = "flights")
    private String topic;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(Program.run(new ProducerFlight(), args));
    }

    @Override
    public Integer call() {
        String selection = airlines.isEmpty() ? "" : "--airlines " + String.join(",", airlines);
        return replay.publish(
                kafka.settings(),
                NAME,
                topic,
                new FlightRows(replay::includes, airlines),
                selection,
                System.in,
                spec.commandLine().getOut());
    }
}
