package tickwing.common.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tickwing.common.cli.ParentWatch;
import tickwing.common.error.UserError;

/** A program of the suite that another one runs. Two threads read what it says until it ends. */
public final class Child {
    private final String name;
    private final Process process;
    private final Thread outReader;
    private final Thread errReader;
    private volatile String lastComplaint = "";

    private Child(String name, Process process, Consumer<String> results, Consumer<String> diagnostics) {
        this.name = name;
        this.process = process;
        this.outReader = reader(process.getInputStream(), results);
        this.errReader = reader(process.getErrorStream(), line -> {
            lastComplaint = line;
            diagnostics.accept(line);
        });
    }

    /**
     * Starts a program with nothing to read.
     *
     * @param results takes its lines of standard output, on a thread of its own
     * @param diagnostics takes its lines of standard error, on a thread of its own
     * @param ended called on any thread when it has ended
     * @throws UserError when it cannot be started
     */
    public static Child start(
            String name,
            List<String> command,
            Consumer<String> results,
            Consumer<String> diagnostics,
            Consumer<Child> ended) {
        return start(name, command, nothing(), results, diagnostics, ended);
    }

    /**
     * As {@link #start(String, List, Consumer, Consumer, Consumer)}.
     *
     * @param input its standard input
     */
    public static Child start(
            String name,
            List<String> command,
            File input,
            Consumer<String> results,
            Consumer<String> diagnostics,
            Consumer<Child> ended) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(input);
        builder.environment()
                .put(ParentWatch.VARIABLE, Long.toString(ProcessHandle.current().pid()));
        try {
            Child child = new Child(name, builder.start(), results, diagnostics);
            child.outReader.start();
            child.errReader.start();
            child.process.onExit().thenRun(() -> ended.accept(child));
            return child;
        } catch (IOException e) {
            throw new UserError(name + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /** As {@link #start} was told. */
    public String name() {
        return name;
    }

    /** The operating system's number for it. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended yet. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit code; only after its end. */
    public int exitCode() {
        return process.exitValue();
    }

    /** The last line it wrote to standard error, without time and level; empty when it wrote none. */
    public String lastComplaint() {
        join(errReader);
        return lastComplaint.replaceFirst("^\\d\\d:\\d\\d:\\d\\d \\[[A-Z]+] ", "");
    }

    /** Asks it to end, as Ctrl-C does; returns at once. */
    public void stop() {
        // Process.destroy would close its output as well, and with it the last words.
        process.toHandle().destroy();
    }

    /** Waits for its end, and ends it the hard way when it takes too long. */
    public void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        join(outReader);
        join(errReader);
    }

    /** What a program reads that has nothing to read. */
    public static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private Thread reader(InputStream stream, Consumer<String> lines) {
        Thread thread = new Thread(
                () -> {
                    try (BufferedReader reader =
                            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                            lines.accept(line);
                        }
                    } catch (IOException e) {
                        // The process is gone; there is nothing more to read.
                    }
                },
                "output of " + name);
        thread.setDaemon(true);
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
