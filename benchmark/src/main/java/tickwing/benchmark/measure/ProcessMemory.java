package tickwing.benchmark.measure;

import static tickwing.benchmark.Unit.MEGABYTES;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tickwing.benchmark.Lab;
import tickwing.benchmark.Results;
import tickwing.benchmark.Run;

/**
 * The peak memory of every producer and consumer for as many rows as the United States have flights in a year, and for
 * as many bars of 1,000 symbols, of which the consumers draw twenty.
 */
public final class ProcessMemory implements Section {
    private static final int SYMBOLS = 1_000;
    private static final String DRAWN =
            IntStream.range(0, 20).mapToObj(i -> String.format("S%04d", i)).collect(Collectors.joining(","));
    private static final String[] PROGRAMS = {
        "producer-flight", "consumer-flights", "producer-stock", "consumer-bollinger", "consumer-aroon"
    };

    private final int rows;

    public ProcessMemory(int rows) {
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
        // First use makes a program's class-data sharing archive, which takes 80 MB more at its end.
        run(lab, SYMBOLS, used -> {});
        run(lab, rows, used -> results.add(figure(used.name()), MEGABYTES, used.peakMegabytes(), used.peakMegabytes()));
    }

    private static void run(Lab lab, int rows, Consumer<Run> used) throws InterruptedException {
        String file = rows + ".csv";
        String output = lab.folder().resolve("memory.csv").toString();
        String topic = "memory-flights-" + rows;
        String flights =
                lab.generate("GenerateFlights", file, Integer.toString(rows)).toString();
        used.accept(lab.suite("producer-flight", flights, "--topic", topic, "--quiet"));
        used.accept(lab.suite("consumer-flights", "--once", "--topic", topic, "--output", output));
        lab.deleteTopics(topic, topic + ".dlq");
        topic = "memory-stocks-" + rows;
        String bars = lab.generate("GenerateBars", file, Integer.toString(SYMBOLS), Integer.toString(rows / SYMBOLS))
                .toString();
        used.accept(lab.suite("producer-stock", bars, "--topic", topic, "--quiet"));
        for (String consumer : new String[] {"consumer-bollinger", "consumer-aroon"}) {
            used.accept(lab.suite(consumer, "--once", "--topic", topic, "--symbols", DRAWN, "--output", output));
        }
        lab.deleteTopics(topic, topic + ".dlq");
    }

    @Override
    public void compare(Results results) {
        for (String program : PROGRAMS) {
            results.bound("peak memory of " + program, figure(program), 160, 110);
        }
    }

    private String figure(String program) {
        return String.format("%s, %,d rows", program, rows);
    }
}
