package tickwing.benchmark.measure;

import static tickwing.benchmark.Unit.RECORDS_A_SECOND;

import tickwing.benchmark.Lab;
import tickwing.benchmark.Results;
import tickwing.benchmark.Run;

/**
 * The stock consumers to the end of a topic of 1,000 symbols, and their indicator's values of every bar in a file, beside
 * kafka-consumer-perf-test. Rates are records by the time of the whole process.
 */
public final class BarConsumers implements Section {
    private static final String BOLLINGER = "consumer-bollinger --once";
    private static final String AROON = "consumer-aroon --once";
    private static final String PRODUCER = "producer-stock, CSV";
    private static final String TOOL = "kafka-consumer-perf-test, bars";
    private static final String TOPIC = "stocks";
    private static final int SYMBOLS = 1_000;

    private final int bars;
    private boolean ready;

    /** @param rows bars of all symbols together; rounded down to a multiple of 1,000 */
    public BarConsumers(int rows) {
        this.bars = Math.max(1, rows / SYMBOLS);
    }

    @Override
    public String name() {
        return "bars";
    }

    /** Twice as many: what is asked of their ratios is near to what they are. */
    @Override
    public int rounds(int wanted) {
        return 2 * wanted;
    }

    @Override
    public void round(Lab lab, Results results, int round) throws InterruptedException {
        int records = bars * SYMBOLS;
        if (!ready) {
            String file = lab.generate("GenerateBars", "bars.csv", Integer.toString(SYMBOLS), Integer.toString(bars))
                    .toString();
            Run producer = lab.suite("producer-stock", file, "--topic", TOPIC, "--quiet");
            results.add(PRODUCER, RECORDS_A_SECOND, Rates.suiteRate(producer), producer.peakMegabytes());
            // Once before they are measured: their class-data sharing archives are made on first use.
            suite(lab, BOLLINGER);
            suite(lab, AROON);
            ready = true;
        }
        Turns.take(
                round,
                () -> add(results, BOLLINGER, suite(lab, BOLLINGER)),
                () -> add(results, AROON, suite(lab, AROON)),
                () -> add(results, TOOL, Rates.consumePerf(lab, TOPIC, records)));
    }

    private static Run suite(Lab lab, String consumer) throws InterruptedException {
        String output = lab.folder().resolve("values.csv").toString();
        String program = consumer.substring(0, consumer.indexOf(' '));
        return lab.suite(program, "--once", "--topic", TOPIC, "--output", output);
    }

    private void add(Results results, String name, Run run) {
        results.add(name, RECORDS_A_SECOND, bars * SYMBOLS / run.seconds(), run.peakMegabytes());
    }

    @Override
    public void compare(Results results) {
        results.ratio("consumer-bollinger / kafka-consumer-perf-test", BOLLINGER, TOOL, 0.8, 1);
        results.ratio("consumer-aroon / kafka-consumer-perf-test", AROON, TOOL, 0.8, 1);
    }
}
