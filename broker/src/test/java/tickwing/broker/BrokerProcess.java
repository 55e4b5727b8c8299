package tickwing.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The broker as a process of its own, on any free port; killed at the latest by {@link #close}. */
final class BrokerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready on localhost:(\\d+)");
    private static final int PATIENCE_S = 40;

    /** The first Java that warns of what Kafka does, unless it is told that this is all right. */
    private static final int QUIET = 24;

    private final Process process;
    private final BufferedReader out;
    private final Path err;

    private BrokerProcess(Process process, Path err) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.err = err;
    }

    static BrokerProcess start(Path dataDirectory, Path err) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
        if (Runtime.version().feature() >= QUIET) {
            // What the jar's manifest and the launcher say.
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Broker.class.getName()));
        command.addAll(List.of("--port", "0", "--data-dir", dataDirectory.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()))
                .start();
        return new BrokerProcess(process, err);
    }

    /** Waits for the line that says where the broker is ready, and returns its port. */
    int awaitReady() throws Exception {
        String line = CompletableFuture.supplyAsync(
                        () -> out.lines().findFirst().orElse("nothing"))
                .get(PATIENCE_S, TimeUnit.SECONDS);
        Matcher ready = READY.matcher(line);
        if (!ready.find()) {
            throw new AssertionError("broker said: " + line + "\n" + Files.readString(err));
        }
        return Integer.parseInt(ready.group(1));
    }

    /** Asks the broker to stop, and returns its exit code. */
    int terminate() throws InterruptedException {
        // Process.destroy would close the output as well, which is still to be read.
        process.toHandle().destroy();
        return await();
    }

    /** Ends the broker without a chance to do anything about it. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        await();
    }

    /** What it printed after the ready line, up to its end. */
    String restOfOutput() throws IOException {
        StringWriter rest = new StringWriter();
        out.transferTo(rest);
        return rest.toString();
    }

    private int await() throws InterruptedException {
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("the broker did not stop within " + PATIENCE_S + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
