package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as its user starts it. */
class DemoIT {
    @TempDir
    private Path folder;

    @Test
    void leavesThreeChartsBehindAndNothingElse() throws Exception {
        Path charts = folder.resolve("charts");
        Set<Path> before = temporaryFolders();
        Process demo = new ProcessBuilder(Suite.command("demo", "--no-window", "--output", charts))
                .redirectOutput(folder.resolve("demo.out").toFile())
                .redirectError(folder.resolve("demo.err").toFile())
                .start();
        for (String chart : List.of("bollinger.png", "aroon.png", "flights.png")) {
            // Blank until the first records have come.
            while (colours(charts.resolve(chart)) <= 50) {
                assertFalse(demo.waitFor(200, TimeUnit.MILLISECONDS), "the demo has ended before it drew " + chart);
            }
        }
        demo.destroy();
        assertTrue(demo.waitFor(40, TimeUnit.SECONDS), "the demo ends");
        assertEquals(
                Set.of("bollinger.png", "aroon.png", "flights.png"),
                Stream.of(charts.toFile().list()).collect(Collectors.toSet()));
        String out = Files.readString(folder.resolve("demo.out"));
        assertTrue(out.contains("PNG files in " + charts), out);
        assertEquals(before, temporaryFolders(), "temporary folders");
        assertEquals(0, programs(folder), "programs that are still there");
    }

    @Test
    void endsWith1WhenItsTimeIsUpBeforeThereAreCharts() throws IOException {
        Path charts = Files.createDirectory(folder.resolve("charts"));
        // Of yesterday's demo, which nobody should take for today's.
        Path old = Files.createFile(charts.resolve("aroon.png"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        Suite.Ended ended = Suite.run("demo", "--duration", "1ms", "--no-window", "--output", charts)
                .expect(1);
        assertTrue(
                ended.err()
                        .contains("The demo's time was up before there was a picture of bollinger, aroon, flights;"
                                + " give it more with --duration."),
                ended.err());
        assertEquals(0, programs(folder), "programs that are still there");
    }

    @Test
    void saysWhichProgramDiedAndWhyAndEndsWith1() throws Exception {
        try (Suite.Broker broker = new Suite.Broker(folder)) {
            Process demo = new ProcessBuilder(Suite.command(
                            "demo",
                            "--duration",
                            "60s",
                            "--no-window",
                            "--output",
                            folder.resolve("charts"),
                            "--bootstrap-server",
                            broker.address()))
                    .redirectOutput(folder.resolve("demo.out").toFile())
                    .redirectError(folder.resolve("demo.err").toFile())
                    .start();
            ProcessHandle victim = await(demo, "consumer-aroon.jar");
            victim.destroyForcibly();
            assertTrue(demo.waitFor(40, TimeUnit.SECONDS), "the demo ends");
            String err = Files.readString(folder.resolve("demo.err"));
            assertEquals(1, demo.exitValue(), err);
            assertTrue(err.contains("consumer-aroon has ended with exit code 137"), err);
            assertEquals(0, programs(folder), "programs that are still there");
        }
    }

    @Test
    void takesItsProgramsWithItWhenItIsKilled() throws Exception {
        Process demo = new ProcessBuilder(Suite.command("demo", "--no-window", "--output", folder.resolve("charts")))
                .redirectOutput(folder.resolve("demo.out").toFile())
                .redirectError(folder.resolve("demo.err").toFile())
                .start();
        await(demo, "consumer-flights.jar");
        List<ProcessHandle> programs = demo.descendants().toList();
        assertTrue(programs.size() >= 6, programs.toString());
        demo.destroyForcibly().waitFor();
        for (ProcessHandle program : programs) {
            program.onExit().get(40, TimeUnit.SECONDS);
        }
    }

    private static ProcessHandle await(Process demo, String jar) throws InterruptedException {
        while (demo.isAlive()) {
            for (ProcessHandle child : demo.descendants().toList()) {
                if (child.info().commandLine().orElse("").contains(jar)) {
                    return child;
                }
            }
            demo.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("the demo has ended before it started " + jar);
    }

    private static long programs(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(folder.toString()))
                .filter(p -> !p.info().commandLine().orElse("").contains("broker.jar"))
                .count();
    }

    private static Set<Path> temporaryFolders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().startsWith("tickwing-demo-"))
                    .collect(Collectors.toSet());
        }
    }

    /** 0 where there is no picture yet. */
    private static int colours(Path png) throws IOException {
        if (!Files.exists(png)) {
            return 0;
        }
        BufferedImage image = ImageIO.read(png.toFile());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }
}
