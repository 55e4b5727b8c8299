package tickwing.benchmark.campaign.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tickwing.benchmark.campaign.GarbageRecords;
import tickwing.benchmark.campaign.Started;
import tickwing.benchmark.campaign.WatchedChart;

/** Disks that fill, and standard outputs that take nothing. Mounts a small tmpfs, which only root may. */
final class Disks implements Attack {
    @Override
    public String name() {
        return "disks that are full";
    }

    @Override
    public void run(Scene scene) throws Exception {
        List<String> consumers = new ArrayList<>(Scene.STOCK_CONSUMERS);
        consumers.add(Scene.FLIGHT_CONSUMER);
        scene.createTopic("disk-stocks");
        scene.createTopic("disk-flights");
        List<String> bars = new ArrayList<>();
        List<String> flights = new ArrayList<>();
        for (int day = 1; day <= 28; day++) {
            bars.add(GarbageRecords.bar("2015-01-%02d".formatted(day), "DISK", "1500.0"));
            flights.add(GarbageRecords.flight("2015-01-%02d".formatted(day), "DISK"));
        }
        scene.publishTexts("disk-stocks", bars);
        scene.publishTexts("disk-flights", flights);
        if (new File("/dev/full").exists()) {
            full(scene, consumers);
        }
        Path disk = scene.folder("disk");
        if (mount(disk)) {
            try {
                fills(scene, consumers, disk);
            } finally {
                new ProcessBuilder("umount", disk.toString()).start().waitFor();
            }
        } else {
            scene.testbed().say("  no tmpfs can be mounted here; only /dev/full was tried");
        }
    }

    private static void full(Scene scene, List<String> consumers) throws IOException, InterruptedException {
        Path file = scene.folder("full").resolve("flights.csv");
        Files.writeString(file, "YEAR,MONTH,DAY,AIRLINE,FLIGHT_NUMBER\n2014,1,1,AA,1\n");
        toFull(scene, "producer-flight", "--dry-run", file);
        toFull(scene, "producer-flight", "--help");
        for (String consumer : consumers) {
            toFull(scene, consumer, "--once", "--topic", topic(consumer));
            toFull(scene, consumer, "--once", "--terminal", "--topic", topic(consumer));
        }
    }

    private static void toFull(Scene scene, String program, Object... options)
            throws IOException, InterruptedException {
        List<String> command = scene.testbed().command(program);
        for (Object option : options) {
            command.add(option.toString());
        }
        if (!program.startsWith("producer")) {
            command.addAll(List.of("--bootstrap-server", scene.broker().address()));
        }
        Started ended = scene.testbed()
                .ended(scene.testbed()
                        .start(program, new ProcessBuilder(command).redirectOutput(new File("/dev/full"))));
        scene.expectCode(ended, 1);
        scene.expect(
                ended.complained().lines().count() == 1,
                "%s does not say in a sentence that standard output is full: %s",
                program,
                ended.complained());
    }

    private static void fills(Scene scene, List<String> consumers, Path disk) throws Exception {
        for (String consumer : consumers) {
            Path chart = disk.resolve(consumer + ".png");
            Path ballast = disk.resolve("ballast");
            WatchedChart watched = scene.watch(consumer, "--topic", topic(consumer), "--output", chart);
            scene.expect(scene.await(() -> Files.exists(chart)), "%s has drawn nothing", consumer);
            fill(ballast);
            Files.deleteIfExists(chart);
            boolean said = scene.await(() -> watched.program().complained().contains("cannot be written"));
            scene.expect(
                    said && watched.isAlive(),
                    "%s did not survive a full disk: %s",
                    consumer,
                    Scene.tail(watched.program()));
            Files.delete(ballast);
            scene.expect(scene.await(() -> Files.exists(chart)), "%s does not try again", consumer);
            watched.program().stop();
            try (var left = Files.list(disk)) {
                scene.expect(left.count() == 1, "%s has left parts of files behind", consumer);
            }
            Files.deleteIfExists(chart);
        }
        Path file = scene.folder("reports").resolve("flights.csv");
        Files.writeString(file, "YEAR,MONTH,DAY,AIRLINE,FLIGHT_NUMBER\n2014,1,1,AA,1\n");
        fill(disk.resolve("ballast"));
        Started report = scene.run("producer-flight", "--dry-run", "--report", disk.resolve("report.json"), file);
        scene.expectCode(report, 1);
        Started broker = scene.testbed()
                .ended(scene.testbed().start("broker", "--port", "0", "--data-dir", disk.resolve("broker")));
        scene.expectCode(broker, 1);
        scene.expectCleanWords(broker);
    }

    private static void fill(Path file) throws IOException {
        byte[] block = "x".repeat(1_024).getBytes(UTF_8);
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            // That is what it was for.
        }
    }

    private static boolean mount(Path folder) throws IOException, InterruptedException {
        return Map.of("Linux", true).containsKey(System.getProperty("os.name"))
                && new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString())
                                .start()
                                .waitFor()
                        == 0;
    }

    private static String topic(String consumer) {
        return consumer.equals(Scene.FLIGHT_CONSUMER) ? "disk-flights" : "disk-stocks";
    }
}
