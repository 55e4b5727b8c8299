package tickwing.benchmark.measure;

import static tickwing.benchmark.Unit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tickwing.benchmark.Lab;
import tickwing.benchmark.Results;
import tickwing.common.error.UserError;
import tickwing.common.process.Child;

/** From the start of the demo, its broker and all, to the first picture of each of the three charts. */
public final class FirstPicture implements Section {
    private static final String DEMO = "demo to the first picture of all charts";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CHARTS = 3;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public void round(Lab lab, Results results, int round) throws InterruptedException {
        Path pictures = lab.folder().resolve("pictures-" + round);
        List<String> command = lab.suiteCommand(
                "demo", "--no-window", "--duration", PATIENCE.toSeconds() + "s", "--output", pictures.toString());
        long start = System.nanoTime();
        Child demo = Child.start("demo", command, line -> {}, line -> {}, ended -> {});
        try {
            while (count(pictures) < CHARTS) {
                if (!demo.isAlive()) {
                    throw new UserError("The demo has ended without pictures: " + demo.lastComplaint());
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            results.add(DEMO, SECONDS, (System.nanoTime() - start) / 1e9, Double.NaN);
        } finally {
            demo.stop();
            demo.awaitEnd(PATIENCE);
        }
    }

    @Override
    public void compare(Results results) {
        results.bound("demo to the first picture of all charts", DEMO, 8, 5);
    }

    private static long count(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png")).count();
        } catch (IOException e) {
            // Not there yet.
            return 0;
        }
    }
}
