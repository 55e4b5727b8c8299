package tickwing.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container image, which is made of the release; where a container engine runs. */
class ImageIT {
    private static final String BASE_IMAGE = "eclipse-temurin:17-jre";

    private record Ended(int code, String said) {}

    @TempDir
    private Path folder;

    private String port;
    private final String project = "tickwing-test-" + Long.toString(System.nanoTime(), 36);

    @Test
    void theDemoProfileDrawsTheCharts() throws Exception {
        assumeTrue(succeeds("docker", "info"), "Skipped: no container engine answers to 'docker info'.");
        assumeTrue(
                succeeds("docker", "image", "inspect", BASE_IMAGE) || succeeds("docker", "pull", "--quiet", BASE_IMAGE),
                "Skipped: the image " + BASE_IMAGE + " is not here and cannot be pulled.");
        Path charts = Files.createDirectory(folder.resolve("charts"));
        try {
            compose(charts, "--profile", "demo", "up", "--detach", "--build");
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
            for (String name : List.of("flights.png", "bollinger.png", "aroon.png")) {
                while (!Files.exists(charts.resolve(name))) {
                    assertTrue(System.nanoTime() < deadline, () -> name + " is missing");
                    LockSupport.parkNanos(200_000_000);
                }
                assertNotNull(ImageIO.read(charts.resolve(name).toFile()), name);
            }
        } finally {
            compose(charts, "--profile", "*", "down", "--volumes", "--timeout", "20");
        }
    }

    private void compose(Path charts, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", project, "--ansi", "never"));
        command.addAll(List.of(words));
        Ended ended = run(charts, command);
        assertEquals(0, ended.code, () -> String.join(" ", command) + "\n" + ended.said);
    }

    private boolean succeeds(String... command) throws Exception {
        try {
            return run(folder, List.of(command)).code == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private Ended run(Path charts, List<String> command) throws Exception {
        Path said = Files.createTempFile(folder, "docker", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("..").toAbsolutePath().normalize().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("TICKWING_CHARTS", charts.toString());
        builder.environment().put("TICKWING_PORT", freePort());
        Process process = builder.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), () -> String.join(" ", command) + " does not end");
        return new Ended(process.exitValue(), Files.readString(said));
    }

    private String freePort() throws IOException {
        if (port == null) {
            try (ServerSocket socket = new ServerSocket(0)) {
                port = Integer.toString(socket.getLocalPort());
            }
        }
        return port;
    }
}
