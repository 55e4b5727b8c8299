package tickwing.benchmark.measure;

import static tickwing.benchmark.Unit.PERCENT;

import java.awt.GraphicsEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tickwing.benchmark.Lab;
import tickwing.benchmark.Results;
import tickwing.common.process.Child;

/** What three open windows cost together while nothing new comes, refreshing as often as they do by themselves. */
public final class IdleWindows implements Section {
    private static final String WINDOWS = "CPU of three idle windows";
    private static final Duration SETTLE = Duration.ofSeconds(30);
    private static final Duration WATCH = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "windows";
    }

    @Override
    public int rounds(int wanted) {
        return GraphicsEnvironment.isHeadless() ? 0 : 1;
    }

    @Override
    public void round(Lab lab, Results results, int round) throws InterruptedException {
        String flights = lab.installation().data("flights/flights-2014-01.csv").toString();
        lab.suite("producer-flight", flights, "--topic", "idle-flights", "--quiet");
        for (String symbol : new String[] {"AAPL", "GOOG", "IBM"}) {
            String bars = lab.installation().data("stocks/" + symbol + ".csv").toString();
            lab.suite("producer-stock", bars, "--topic", "idle-stocks", "--quiet");
        }
        List<Child> windows = new ArrayList<>();
        try {
            for (String program : new String[] {"consumer-bollinger", "consumer-aroon", "consumer-flights"}) {
                String topic = program.endsWith("flights") ? "idle-flights" : "idle-stocks";
                List<String> command = lab.suiteCommand(program, "--topic", topic, "--bootstrap-server", lab.address());
                windows.add(Child.start(program, command, line -> {}, line -> {}, ended -> {}));
            }
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            Duration before = used(windows);
            long start = System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(WATCH.toNanos());
            double share = (double) used(windows).minus(before).toNanos() / (System.nanoTime() - start);
            results.add(WINDOWS, PERCENT, 100 * share, Double.NaN);
        } finally {
            windows.forEach(Child::stop);
            windows.forEach(window -> window.awaitEnd(PATIENCE));
        }
    }

    @Override
    public void compare(Results results) {
        if (results.figure(WINDOWS) != null) {
            results.bound("CPU of three idle windows together", WINDOWS, 3, 1);
        }
    }

    /** Processor time, which Linux counts in hundredths of a second. */
    private static Duration used(List<Child> windows) {
        return windows.stream()
                .map(window -> ProcessHandle.of(window.pid())
                        .flatMap(handle -> handle.info().totalCpuDuration())
                        .orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
