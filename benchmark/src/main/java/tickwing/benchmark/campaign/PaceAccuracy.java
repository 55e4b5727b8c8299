package tickwing.benchmark.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tickwing.common.cli.ExitCode;

/**
 * Measures how well {@code producer-flight} keeps a pace: from the timestamps of the records on the topic, which say when
 * each was sent.
 */
@Command(
        name = "pace",
        description = "Measures how well --throughput is kept; fails where a rate is off by more than 1%%.")
public final class PaceAccuracy implements Callable<Integer> {
    private static final double TOLERANCE = 0.01;
    private static final long BURST_MILLIS = 100;

    @Parameters(paramLabel = "RATE", description = "Rows a second; default: 0.5 10 1000 50000.")
    private List<Double> rates = List.of(0.5, 10.0, 1_000.0, 50_000.0);

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "A measurement. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Spec
    private CommandSpec spec;

    private Testbed testbed;
    private TestBroker broker;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Testbed bed = Testbed.open(spec.commandLine().getOut())) {
            testbed = bed;
            broker = bed.broker("broker");
            boolean fine = true;
            for (double rate : rates) {
                fine &= measure(rate);
            }
            return fine ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private boolean measure(double rate) throws IOException, InterruptedException {
        int rows = (int) Math.round(rate * seconds) + 1;
        Path file = testbed.flights(rows);
        String topic = "pace-" + rate;
        Started producer = testbed.start(
                "producer-flight",
                file,
                "--again",
                "--throughput",
                rate,
                "--topic",
                topic,
                "--quiet",
                "--bootstrap-server",
                broker.address());
        if (producer.process().waitFor() != 0) {
            throw new IOException("producer-flight has failed: " + producer.complained());
        }
        List<Long> times = new ArrayList<>();
        RowsOnTopic.read(broker, topic, record -> times.add(record.timestamp()));
        times.sort(null);
        double measured = (rows - 1) * 1000.0 / (times.get(times.size() - 1) - times.get(0));
        boolean fine = times.size() == rows && Math.abs(measured / rate - 1) <= TOLERANCE;
        testbed.say(
                "asked for %,.2f rows/s: %,.3f over %d s (%+.3f%%), at most %,d rows within 100 ms: %s",
                rate, measured, seconds, 100 * (measured / rate - 1), mostAtOnce(times), fine ? "within 1%" : "OFF");
        return fine;
    }

    private static long mostAtOnce(List<Long> times) {
        int from = 0;
        int most = 0;
        for (int to = 0; to < times.size(); to++) {
            while (times.get(to) - times.get(from) >= BURST_MILLIS) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
