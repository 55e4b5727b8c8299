package tickwing.benchmark.measure;

import static tickwing.benchmark.Unit.RECORDS_A_SECOND;

import tickwing.benchmark.Lab;
import tickwing.benchmark.Results;
import tickwing.benchmark.Run;

/**
 * consumer-flights to the end of a topic and the flights of every day in a file, beside kafka-consumer-perf-test, which
 * throws the records away. Rates are records by the time of the whole process.
 */
public final class FlightConsumers implements Section {
    private static final String SUITE = "consumer-flights --once";
    private static final String TOOL = "kafka-consumer-perf-test, flights";
    private static final String TOPIC = "flights";

    private final int rows;
    private boolean ready;

    public FlightConsumers(int rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "flights";
    }

    @Override
    public void round(Lab lab, Results results, int round) throws InterruptedException {
        if (!ready) {
            String file = lab.generate("GenerateFlights", "flights.csv", Integer.toString(rows))
                    .toString();
            lab.suite("producer-flight", file, "--topic", TOPIC, "--quiet");
            // Once before it is measured: its class-data sharing archive is made on first use.
            suite(lab);
            ready = true;
        }
        Turns.take(
                round,
                () -> add(results, SUITE, suite(lab)),
                () -> add(results, TOOL, Rates.consumePerf(lab, TOPIC, rows)));
    }

    private static Run suite(Lab lab) throws InterruptedException {
        String output = lab.folder().resolve("per-day.csv").toString();
        return lab.suite("consumer-flights", "--once", "--topic", TOPIC, "--output", output);
    }

    private void add(Results results, String name, Run run) {
        results.add(name, RECORDS_A_SECOND, rows / run.seconds(), run.peakMegabytes());
    }

    @Override
    public void compare(Results results) {
        results.ratio("consumer-flights / kafka-consumer-perf-test", SUITE, TOOL, 0.9, 1.2);
    }
}
