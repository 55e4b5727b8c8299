package tickwing.benchmark.measure;

import static tickwing.benchmark.Unit.MEGABYTES;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tickwing.benchmark.Lab;
import tickwing.benchmark.Results;
import tickwing.benchmark.Run;

/**
 * The peak memory of every producer and consumer for as many rows as the United States have flights in a year, and for
 * as many bars of 1,000 symbols, of which the consumers draw twenty.
 */
public final class Memory implements Section {
    private static final String FLIGHTS = "memory-flights";
    private static final String STOCKS = "memory-stocks";
    private static final int SYMBOLS = 1_000;
    private static final String DRAWN =
            IntStream.range(0, 20).mapToObj(i -> String.format("S%04d", i)).collect(Collectors.joining(","));
    private static final String[] PROGRAMS = {
        "producer-flight", "consumer-flights", "producer-stock", "consumer-bollinger", "consumer-aroon"
    };

    private final int rows;

    public Memory(int rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public int rounds(int wanted) {
        return 1;
    }

    @Override
    public void round(Lab lab, Results results, int round) throws InterruptedException {
        String output = lab.folder().resolve("memory.csv").toString();
        String flights = lab.generate("GenerateFlights", "many.csv", Integer.toString(rows))
                .toString();
        add(results, lab.suite("producer-flight", flights, "--topic", FLIGHTS, "--quiet"));
        add(results, lab.suite("consumer-flights", "--once", "--topic", FLIGHTS, "--output", output));
        lab.deleteTopics(FLIGHTS, FLIGHTS + ".dlq");
        String bars = lab.generate(
                        "GenerateBars", "many.csv", Integer.toString(SYMBOLS), Integer.toString(rows / SYMBOLS))
                .toString();
        add(results, lab.suite("producer-stock", bars, "--topic", STOCKS, "--quiet"));
        for (String consumer : new String[] {"consumer-bollinger", "consumer-aroon"}) {
            add(results, lab.suite(consumer, "--once", "--topic", STOCKS, "--symbols", DRAWN, "--output", output));
        }
        lab.deleteTopics(STOCKS, STOCKS + ".dlq");
    }

    @Override
    public void compare(Results results) {
        for (String program : PROGRAMS) {
            results.bound("peak memory of " + program, figure(program), 160, 110);
        }
    }

    private void add(Results results, Run run) {
        results.add(figure(run.name()), MEGABYTES, run.peakMegabytes(), run.peakMegabytes());
    }

    private String figure(String program) {
        return String.format("%s, %,d rows", program, rows);
    }
}
