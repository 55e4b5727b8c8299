package tickwing.producer.flight;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.common.cli.KafkaOptions;
import tickwing.common.cli.Program;
import tickwing.common.cli.Section;
import tickwing.common.error.UsageError;
import tickwing.common.flight.FlightHeaders;
import tickwing.replay.Reading;
import tickwing.replay.ReadingOptions;
import tickwing.replay.RedriveOptions;
import tickwing.replay.Replay;
import tickwing.replay.ReplayConfig;
import tickwing.replay.ReplayOptions;
import tickwing.replay.RunOptions;

/** Publishes the flights of CSV files as JSON, one record a row, each row exactly once. */
@Command(
        name = ProducerFlight.NAME,
        description = "Publishes the flights of CSV files as JSON, one record a row, each row exactly once.")
public final class ProducerFlight implements Callable<Integer> {
    static final String NAME = "producer-flight";

    @Mixin
    private RunOptions run;

    @Mixin
    private ReplayOptions replay;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private RedriveOptions redrive;

    @Mixin
    private KafkaOptions kafka;

    @Section("Publishing")
    @Option(
            names = "--airlines",
            paramLabel = "A,B",
            split = ",",
            order = 18,
            description = "Only flights of these airlines, by code.")
    private Set<String> airlines = new TreeSet<>();

    @Section("Publishing")
    @Option(
            names = "--header",
            paramLabel = "LAYOUT",
            order = 19,
            description = "The files have no header; they hold kaggle2015, asa, nycflights13, or columns NAME,NAME,..."
                    + " With --redrive: the same of dead letters that do not say.")
    private String header;

    @Section("Kafka")
    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            order = 20,
            description =
                    "Time zone of the dates of files that have no date but an hour in UTC, e.g. America/New_York.")
    private ZoneId zone;

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

    private Optional<List<String>> header() {
        if (header == null) {
            return Optional.empty();
        }
        Optional<List<String>> names = FlightHeaders.of(header);
        if (names.isEmpty()) {
            throw new UsageError(
                    "--header '" + header + "' is no layout; expected kaggle2015, asa, nycflights13, or the"
                            + " names of the columns with commas between them.");
        }
        return names;
    }

    private FlightRows rows(Optional<List<String>> columns) {
        Reading said = reading.reading();
        return new FlightRows(
                zone == null ? said : said.with(FlightRows.ZONE, zone.getId()), columns, replay::includes, airlines);
    }

    private int redrive() {
        return redrive.run(
                replay,
                run,
                kafka.settings(),
                NAME,
                topic,
                rows(Optional.empty()),
                header(),
                System.in,
                spec.commandLine().getOut());
    }

    @Override
    public Integer call() {
        if (redrive.isAskedFor()) {
            return redrive();
        }
        String selection = airlines.isEmpty() ? "" : "--airlines " + String.join(",", airlines);
        FlightRows rows = rows(header());
        ReplayConfig config = replay.config(run, kafka.settings(), NAME, topic, selection, System.in);
        return Replay.run(
                config, rows, spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
