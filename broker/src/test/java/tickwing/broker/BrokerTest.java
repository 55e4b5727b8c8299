package tickwing.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;

class BrokerTest {
    private static final int TERMINATED = 143;

    @TempDir
    private Path temporary;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysReadyInOneLineServesAndStopsOnTerm() throws Exception {
        Path log = temporary.resolve("log");
        try (BrokerProcess broker = BrokerProcess.start(temporary.resolve("data"), log)) {
            KafkaUser user = new KafkaUser(broker.awaitReady());
            user.publish(2, "a", "b");
            assertEquals(List.of("a", "b"), user.read(2));
            assertEquals(TERMINATED, broker.terminate());
            assertEquals("", broker.restOfOutput());
            assertEquals("", Files.readString(log));
        }
    }

    @Test
    void keepsWhatWasCommittedThroughAStopAndAKill() throws Exception {
        Path data = temporary.resolve("data");
        Path log = temporary.resolve("log");
        try (BrokerProcess broker = BrokerProcess.start(data, log)) {
            new KafkaUser(broker.awaitReady()).publish(1, "a");
            broker.terminate();
        }
        try (BrokerProcess broker = BrokerProcess.start(data, log)) {
            new KafkaUser(broker.awaitReady()).publish(3, "b", "c");
            broker.kill();
        }
        try (BrokerProcess broker = BrokerProcess.start(data, log)) {
            KafkaUser user = new KafkaUser(broker.awaitReady());
            user.publish(4, "d");
            assertEquals(List.of("a", "b", "c", "d"), user.read(4));
            assertEquals(4, user.position());
        }
    }

    @Test
    void refusesATakenPort() throws IOException {
        try (ServerSocket somebody = new ServerSocket(0)) {
            int code = run("--port", "" + somebody.getLocalPort(), "--data-dir", temporary.toString());
            assertEquals(ExitCode.FAILED, code);
            assertSays("Port " + somebody.getLocalPort() + " on localhost is taken");
        }
    }

    @Test
    void refusesADirectoryThatAnotherBrokerUses() {
        try (DataDirectory used = DataDirectory.open(temporary)) {
            assertEquals(ExitCode.FAILED, run("--port", "0", "--data-dir", temporary.toString()));
            assertSays("Data directory " + used.path() + " is in use by another broker");
        }
    }

    @Test
    void refusesADirectoryThatCannotBeMade() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertEquals(
                ExitCode.FAILED,
                run("--port", "0", "--data-dir", file.resolve("data").toString()));
        assertSays("Data directory " + file.resolve("data") + " cannot be written to");
    }

    @Test
    void refusesADirectoryWhoseContentKafkaCannotUse() throws IOException {
        Path node = Files.createDirectories(temporary.resolve("node-1"));
        Files.writeString(node.resolve("meta.properties"), "version=1\ncluster.id=x\nnode.id=7\n");
        assertEquals(ExitCode.FAILED, run("--port", "0", "--data-dir", temporary.toString()));
        assertSays("Kafka cannot start on " + node);
    }

    @Test
    void refusesToOpenASecureDirectoryToEverybody() throws IOException {
        Files.createDirectory(temporary.resolve("secure"));
        assertEquals(ExitCode.FAILED, run("--port", "0", "--data-dir", temporary.toString()));
        assertSays("Data directory " + temporary + " is that of a secure broker; start it with --secure");
        assertFalse(Files.exists(temporary.resolve("node-1")));
    }

    @Test
    void cannotBeSecureAndOpenAtOnce() {
        assertEquals(ExitCode.USAGE, run("--secure", "--open-secure-data", "--data-dir", temporary.toString()));
        assertTrue(err.toString().startsWith("--open-secure-data starts without --secure"), err.toString());
    }

    @Test
    void refusesAPortThatIsNone() {
        assertEquals(ExitCode.USAGE, run("--port", "65536"));
        assertTrue(err.toString().startsWith("--port must be 0 to 65535, was 65536."), err.toString());
    }

    private int run(String... arguments) {
        return Program.run(new Broker(), new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    private void assertSays(String start) {
        assertTrue(err.toString().startsWith(start), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertEquals("", out.toString());
    }
}
