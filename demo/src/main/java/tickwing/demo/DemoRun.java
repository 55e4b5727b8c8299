package tickwing.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.UserError;
import tickwing.common.process.BrokerReady;
import tickwing.common.process.Child;
import tickwing.common.process.Installation;

/**
 * One demo, from the broker's start to the last program's end. One thread runs it; {@link #stop} may be called from any.
 */
final class DemoRun {
    private static final int KAFKA_PORT = 9092;
    private static final long LOOK_UP_NANOS = 100_000_000L;
    private static final List<String> CHARTS = List.of("bollinger", "aroon", "flights");
    /** About 20 s for each producer's files, so that one sees the charts grow. */
    private static final String FLIGHTS_A_SECOND = "450";

    private static final String BARS_A_SECOND = "75";

    private final DemoConfig config;
    private final Installation installation;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Set<Child> consumers = new HashSet<>();
    private Path temporary;
    private Child history;
    private volatile boolean stopped;

    DemoRun(DemoConfig config, Installation installation, PrintWriter out, PrintWriter err) {
        this.config = config;
        this.installation = installation;
        this.out = out;
        this.err = err;
    }

    /** Asks {@link #run} to end everything and return; from any thread, any number of times. */
    void stop() {
        stopped = true;
    }

    /**
     * Runs the demo.
     *
     * @return an {@link ExitCode}
     * @throws UserError when a program cannot be started, or ends by itself though it should not, or the time was up before
     *     there was a picture of every chart
     */
    int run() throws InterruptedException {
        long end = System.nanoTime() + config.duration().map(Duration::toNanos).orElse(Long.MAX_VALUE / 4);
        Instant start = Instant.now();
        temporary = newTemporaryFolder();
        try (Troupe troupe = new Troupe(out, err)) {
            String broker = config.bootstrapServers().isPresent()
                    ? config.bootstrapServers().get()
                    : startBroker(troupe);
            if (stopped) {
                return ExitCode.INTERRUPTED;
            }
            startPrograms(troupe, broker);
            out.println(config.stage().announcement());
            out.flush();
            while (!stopped && System.nanoTime() < end && !consumers.isEmpty()) {
                Child ended = troupe.awaitEnd(Math.min(LOOK_UP_NANOS, end - System.nanoTime()));
                if (ended != null && !stopped) {
                    goOnWithout(ended, troupe, broker);
                }
            }
            List<String> missing = config.stage().missing(CHARTS, start);
            if (!stopped && !missing.isEmpty()) {
                throw new UserError("The demo's time was up before there was a picture of " + String.join(", ", missing)
                        + "; give it more with --duration.");
            }
        } finally {
            delete(temporary);
        }
        return stopped ? ExitCode.INTERRUPTED : ExitCode.DONE;
    }

    private void startPrograms(Troupe troupe, String broker) {
        troupe.start(
                "producer-flight",
                command(
                        "producer-flight",
                        broker,
                        installation.data("flights/flights-2014-01.csv").toString(),
                        "--throughput",
                        FLIGHTS_A_SECOND,
                        "--quiet"));
        history = troupe.start(
                "producer-stock",
                command(
                        "producer-stock",
                        broker,
                        installation.data("stocks/AAPL.csv").toString(),
                        installation.data("stocks/IBM.csv").toString(),
                        installation.data("stocks/GOOG.csv").toString(),
                        "--throughput",
                        BARS_A_SECOND,
                        "--quiet"));
        for (int i = 0; i < CHARTS.size(); i++) {
            String name = "consumer-" + CHARTS.get(i);
            List<String> options = new ArrayList<>(config.stage().options(CHARTS.get(i), i, CHARTS.size()));
            options.addAll(List.of("--refresh", "2s"));
            consumers.add(troupe.start(name, command(name, broker, options.toArray(new String[0]))));
        }
    }

    /** A producer that is done and a window that is closed are as it should be; any other end is the demo's end. */
    private void goOnWithout(Child ended, Troupe troupe, String broker) {
        if (ended.exitCode() != ExitCode.DONE) {
            String why = ended.lastComplaint();
            throw new UserError(ended.name() + " has ended with exit code " + ended.exitCode()
                    + (why.isEmpty() ? "." : ": " + why));
        }
        consumers.remove(ended);
        if (ended == history) {
            troupe.start(
                    "producer-stock",
                    command(
                            "producer-stock",
                            broker,
                            "--source",
                            "simulated",
                            "--symbols",
                            "AAPL,GOOG,IBM",
                            "--every",
                            "500ms",
                            "--ticks-per-bar",
                            "6"));
        }
    }

    private String startBroker(Troupe troupe) throws InterruptedException {
        List<String> command = installation.command("broker", temporary);
        command.addAll(List.of(
                "--port",
                Integer.toString(usualPortOrAny()),
                "--data-dir",
                temporary.resolve("broker").toString()));
        BrokerReady ready = new BrokerReady();
        Child broker = troupe.start("broker", command, ready);
        String address = ready.await(broker, () -> stopped);
        out.println("Kafka is running on " + address + ", for as long as the demo does.");
        out.flush();
        return address;
    }

    private List<String> command(String program, String broker, String... options) {
        List<String> command = installation.command(program, temporary);
        command.addAll(List.of("--bootstrap-server", broker));
        config.clientConfig().ifPresent(file -> command.addAll(List.of("--command-config", file.toString())));
        command.addAll(List.of(options));
        return command;
    }

    /** Kafka's usual port where that is free, else 0: any port that the broker finds. */
    private static int usualPortOrAny() {
        try (ServerSocket usual = new ServerSocket(KAFKA_PORT, 1, InetAddress.getLoopbackAddress())) {
            return usual.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }

    private static Path newTemporaryFolder() {
        try {
            return Files.createTempDirectory("tickwing-demo-");
        } catch (IOException e) {
            throw new UserError("No temporary folder can be made: " + e.getMessage() + ".", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            // Only rubbish is left behind, in a folder that the system cleans.
        }
    }
}
