package tickwing.consumer.flights;

import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tickwing.board.flight.FlightRoom;
import tickwing.board.view.Period;
import tickwing.charts.ChartOptions;
import tickwing.charts.flight.FlightGallery;
import tickwing.charts.flight.FlightStyle;
import tickwing.common.cli.Program;
import tickwing.common.cli.Section;
import tickwing.common.error.Memory;

/** Flights per day and airline as a live chart. */
@Command(name = "consumer-flights", description = "Shows flights per day and airline as a live chart.")
@Section("Chart")
public final class ConsumerFlights implements Callable<Integer> {
    private static final Duration REFRESH = Duration.ofSeconds(5);
    /** Days that are kept for each megabyte of heap: all since there are airlines, in the usual one. */
    private static final int DAYS_A_MEGABYTE = 300;
    /** The same for a day and an airline: in the usual heap all of the U.S. since 1987. */
    private static final int COUNTS_A_MEGABYTE = 1_600;

    @ArgGroup
    private Choice choice = new Choice();

    @Option(
            names = "--per",
            paramLabel = "day|month|year",
            order = 3,
            defaultValue = "day",
            description = "Over what flights are summed up (default: ${DEFAULT-VALUE}).")
    private Period per;

    @Option(
            names = "--style",
            paramLabel = "lines|bars",
            order = 4,
            defaultValue = "lines",
            description = "A line for each airline, or bars of which each has a part (default: ${DEFAULT-VALUE}).")
    private FlightStyle style;

    @Section("Kafka")
    @Option(
            names = "--topic",
            paramLabel = "NAME",
            order = 899,
            defaultValue = "flights",
            description = "Where the flights come from (default: ${DEFAULT-VALUE}).")
    private String topic;

    @Mixin
    private ChartOptions chart;

    @Section("Chart")
    private static final class Choice {
        @Option(
                names = "--airlines",
                paramLabel = "A,B",
                split = ",",
                order = 1,
                description = "Only these airlines, by code.")
        private TreeSet<String> airlines = new TreeSet<>();

        @Option(
                names = "--top",
                paramLabel = "N",
                order = 2,
                description = "Only the N airlines with most flights (default: 3).")
        private int top = 3;
    }

    public static void main(String[] args) {
        System.exit(Program.run(new ConsumerFlights(), args));
    }

    @Override
    public Integer call() {
        FlightsConfig config = new FlightsConfig(choice.airlines, choice.top, per);
        int megabytes = Memory.megabytes();
        FlightRoom room = new FlightRoom(DAYS_A_MEGABYTE * megabytes, COUNTS_A_MEGABYTE * megabytes);
        return chart.run(topic, REFRESH, new FlightGallery(config.view(), style, room));
    }
}
