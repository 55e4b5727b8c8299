package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/** The suite against Kafka's own image, and every compose file; skipped where no container engine runs. */
class ContainersIT {
    private static final Path FLIGHTS = Suite.data("flights/flights-2014-01.csv");
    private static final Path PROJECT = Suite.HOME;

    @TempDir
    private Path folder;

    private static String missing = "";

    @BeforeAll
    static void lookForAnEngine() {
        if (!docker("info", "--format", "{{.ServerVersion}}")) {
            missing = "no container engine answers to 'docker info'";
        } else if (!docker("compose", "version")) {
            missing = "there is no 'docker compose'";
        }
    }

    /** For each test and not once for all: of tests that a class skips as a whole the build says nothing. */
    @BeforeEach
    void needsAnEngine() {
        assumeTrue(missing.isEmpty(), () -> "Skipped: " + missing + ".");
    }

    @Test
    void publishesAndDrawsOnKafkasOwnImage() {
        try (KafkaContainer kafka = new KafkaContainer("apache/kafka:" + System.getProperty("kafka.version"))
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1))) {
            kafka.start();
            String broker = kafka.getBootstrapServers();
            Suite.run("producer-flight", FLIGHTS, "--bootstrap-server", broker).expect(0);
            assertEquals(9_746, flights("--bootstrap-server", broker));
            Suite.run("producer-stock", Suite.data("stocks/IBM.csv"), "--bootstrap-server", broker)
                    .expect(0);
            String csv = Suite.run("consumer-bollinger", "--once", "--bootstrap-server", broker)
                    .expect(0)
                    .out();
            long bars = csv.lines().filter(line -> line.startsWith("IBM,")).count();
            assertEquals(253, bars, csv);
            assertEquals(
                    253 - 19,
                    csv.lines().filter(line -> line.matches("IBM(,[^,]+){5}")).count(),
                    csv);
        }
    }

    @Test
    void aBrokerOfComposeKeepsItsDataThroughARestart() throws Exception {
        String port = freePort();
        try (Compose compose = new Compose(PROJECT.resolve("docker-compose.yml"), Map.of("TICKWING_PORT", port))) {
            keepsItsData(compose, "--bootstrap-server", "localhost:" + port);
        }
    }

    @Test
    void aClusterOfComposeGoesOnWithoutOneOfItsBrokers() throws Exception {
        List<String> ports = List.of(freePort(), freePort(), freePort());
        Map<String, String> environment = new HashMap<>();
        List<String> servers = new ArrayList<>();
        for (int node = 1; node <= 3; node++) {
            environment.put("TICKWING_PORT_" + node, ports.get(node - 1));
            servers.add("localhost:" + ports.get(node - 1));
        }
        String[] cluster = {"--bootstrap-server", String.join(",", servers)};
        try (Compose compose = new Compose(PROJECT.resolve("docker-compose.cluster.yml"), environment)) {
            keepsItsData(compose, cluster);
            compose.run("kill", "kafka-2");
            publish("--topic", "others", cluster[0], cluster[1]);
            assertEquals(9_746, flights("--topic", "others", cluster[0], cluster[1]));
            assertEquals(9_746, flights(cluster));
        }
    }

    @Test
    void aSecureBrokerOfComposeServesThoseThatMay() throws Exception {
        Path security = copy("security");
        Path file = Files.copy(PROJECT.resolve("docker-compose.secure.yml"), folder.resolve("docker-compose.yml"));
        String path = Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
        Suite.Ended made = Compose.run(security, Map.of("PATH", path), List.of("sh", "make-secrets"));
        assertEquals(0, made.code(), made.err());
        Path secrets = security.resolve("secrets");
        letTheContainerRead(secrets);
        String port = freePort();
        try (Compose compose = new Compose(file, Map.of("TICKWING_PORT", port))) {
            compose.run("up", "--wait");
            String[] writer = client(secrets, "flights-writer", port);
            String[] reader = client(secrets, "reader", port);
            publish(writer);
            compose.run("down");
            compose.run("up", "--wait");
            assertEquals(9_746, flights(reader));
            assertTrue(publish(writer).contains("are on topic flights already"));
            List<Object> stocks = new ArrayList<>(List.of(Suite.data("stocks/IBM.csv")));
            Collections.addAll(stocks, (Object[]) writer);
            String refused =
                    Suite.run("producer-stock", stocks.toArray()).expect(1).err();
            assertTrue(refused.contains("The user has no permission on topic stocks at"), refused);
        }
    }

    @Test
    void everyProfileIsWellFormed() {
        try (Compose compose = new Compose(PROJECT.resolve("docker-compose.yml"), Map.of())) {
            String services = compose.run("--profile", "ui", "--profile", "demo", "config", "--services");
            assertTrue(services.lines().toList().containsAll(List.of("kafka", "ui", "producer-stock")), services);
        }
    }

    private static void keepsItsData(Compose compose, String... broker) {
        compose.run("up", "--wait");
        assertTrue(publish(broker).contains("9,746 published to flights"));
        assertEquals(9_746, flights(broker));
        compose.run("down");
        compose.run("up", "--wait");
        assertEquals(9_746, flights(broker));
        assertTrue(publish(broker).contains("all 9,746 rows are on topic flights already"));
    }

    private static String publish(String... options) {
        List<Object> all = new ArrayList<>(List.of(FLIGHTS, "--quiet"));
        Collections.addAll(all, (Object[]) options);
        return Suite.run("producer-flight", all.toArray()).expect(0).out();
    }

    /** The flights that the chart of all airlines counts. */
    private static long flights(String... options) {
        List<Object> all = new ArrayList<>(List.of("--once", "--top", "100"));
        Collections.addAll(all, (Object[]) options);
        return Suite.run("consumer-flights", all.toArray())
                .expect(0)
                .out()
                .lines()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1)))
                .sum();
    }

    private static String[] client(Path secrets, String user, String port) {
        return new String[] {
            "--bootstrap-server",
            "localhost:" + port,
            "--command-config",
            secrets.resolve("client-" + user + ".properties").toString()
        };
    }

    /** The files of a folder of the project, without what was made there; never a secret of the developer's. */
    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(PROJECT.resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    /** The broker runs as user 1000; somebody else who is not root cannot give the files to that user. */
    private static void letTheContainerRead(Path secrets) throws IOException {
        if (!List.of(0, 1000).contains(Files.getAttribute(secrets.getParent(), "unix:uid"))) {
            Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (Stream<Path> files = Files.list(secrets)) {
                for (Path file : files.toList()) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
                }
            }
        }
    }

    private static boolean docker(String... words) {
        List<String> command = new ArrayList<>(List.of("docker"));
        Collections.addAll(command, words);
        try {
            return Compose.run(PROJECT, Map.of(), command).code() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
