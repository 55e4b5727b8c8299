package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that the container of docker-compose.secure.yml runs, with stand-ins for Kafka and its tools. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script runs in a container of Linux")
class SecureStartTest {
    private static final Path SCRIPT =
            Path.of("..", "security", "start").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Path ready;

    @BeforeEach
    void makeStandIns() throws IOException {
        ready = folder.resolve("users-are-there");
        String script = Files.readString(SCRIPT)
                .replace("/tmp/", folder + "/")
                .replace("/security/secrets", folder.toString())
                .replace("/opt/kafka/bin", folder.toString())
                .replace("/etc/kafka/docker/run", folder.resolve("run").toString());
        Files.writeString(folder.resolve("start"), script);
        for (String file : List.of("broker.p12", "broker.properties", "ca.pem")) {
            Files.createFile(folder.resolve(file));
        }
        for (String user : List.of("admin", "flights-writer", "stocks-writer", "reader")) {
            Files.createFile(folder.resolve("scram-" + user + ".properties"));
        }
        // Kafka, until it is asked to stop.
        script("run", "trap 'echo Kafka has stopped; exit 143' TERM", "while :; do sleep 0.05; done");
        script("kafka-broker-api-versions.sh", "echo 'a list of what the broker can do'");
        script("kafka-configs.sh");
        script("kafka-acls.sh", "echo \"$@\" >>\"$(dirname \"$0\")/acls\"");
    }

    @Test
    void setsUpTheUsersAndServesUntilItIsStopped() throws Exception {
        Process start = start();
        while (!Files.exists(ready)) {
            assertFalse(start.waitFor(20, TimeUnit.MILLISECONDS), () -> "it has ended");
        }
        start.toHandle().destroy();
        assertEquals("Kafka has stopped\n", output(start));
        assertEquals(143, start.exitValue());
        assertEquals(8, Files.readAllLines(folder.resolve("acls")).size());
    }

    @Test
    void endsWithTheReasonAsItsLastWordsWhenAUserCannotBeSetUp() throws Exception {
        script(
                "kafka-configs.sh",
                "echo 'the password is too short'",
                "printf '\\tat kafka.Tool(Tool.java:1)\\n'",
                "exit 1");
        Process start = start();
        assertEquals(
                "Kafka has stopped\nThe users could not be set up, so the broker has stopped:\n"
                        + "the password is too short\n",
                output(start));
        assertEquals(1, start.exitValue());
        assertFalse(Files.exists(ready));
    }

    @Test
    void endsBeforeKafkaStartsWhenAFileIsMissing() throws Exception {
        Files.delete(folder.resolve("scram-reader.properties"));
        Process start = start();
        String said = output(start);
        assertTrue(said.startsWith("security/secrets/scram-reader.properties is missing, or user "), said);
        assertEquals(1, said.lines().count(), said);
        assertEquals(1, start.exitValue());
    }

    @Test
    void endsAsKafkaDoesWhenThatDoesNotStart() throws Exception {
        script("run", "echo 'the key store is missing'", "exit 3");
        script("kafka-broker-api-versions.sh", "exit 1");
        Process start = start();
        assertEquals("the key store is missing\n", output(start));
        assertEquals(3, start.exitValue());
    }

    private Process start() throws IOException {
        return new ProcessBuilder("bash", folder.resolve("start").toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return said;
    }

    private void script(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }
}
