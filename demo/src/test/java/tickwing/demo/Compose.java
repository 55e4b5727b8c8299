package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A compose file in use, under a name of its own; what it made is gone after {@link #close}, its volumes too. */
final class Compose implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 300;

    private final Path file;
    private final String project;
    private final Map<String, String> environment;

    /** @param environment the variables of the compose file */
    Compose(Path file, Map<String, String> environment) {
        this.file = file;
        this.project = "tickwing-test-" + Long.toString(System.nanoTime(), 36);
        this.environment = environment;
    }

    /** Runs {@code docker compose} and expects it to go well. */
    String run(String... words) {
        List<String> command =
                new ArrayList<>(List.of("docker", "compose", "-p", project, "-f", file.toString(), "--ansi", "never"));
        command.addAll(Arrays.asList(words));
        try {
            Suite.Ended ended = run(file.getParent(), environment, command);
            assertEquals(0, ended.code(), () -> String.join(" ", command) + "\n" + ended.out() + ended.err());
            return ended.out();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs any command. */
    static Suite.Ended run(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        Path out = Files.createTempFile("tickwing-test-", ".out");
        Path err = Files.createTempFile("tickwing-test-", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        await(process);
        Suite.Ended ended = new Suite.Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return ended;
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run("--profile", "*", "down", "--volumes", "--timeout", "20");
    }
}
