package tickwing.benchmark.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A program that a campaign has started.
 *
 * @param program its name
 * @param process the process
 * @param out what it has written to standard output, as a file
 * @param err the same of standard error
 */
public record Started(String program, Process process, Path out, Path err) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Waits for its end, at most so long. */
    public boolean awaitEnd(Duration most) throws InterruptedException {
        return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends it as Ctrl-C does, after 20 s the hard way. */
    public void stop() {
        process.toHandle().destroy();
        try {
            if (!awaitEnd(PATIENCE)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public String said() throws IOException {
        return text(out);
    }

    public String complained() throws IOException {
        return text(err);
    }

    /** Bytes that are no UTF-8 become the replacement character. */
    private static String text(Path file) throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    }
}
