package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The suite against a broker with TLS, passwords and ACLs: what works, and one clear sentence for what does not. */
class SecurityIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern PASSWORD = Pattern.compile("password=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static Suite.Broker broker;
    private static Path secrets;

    @BeforeAll
    static void start() throws Exception {
        broker = new Suite.Broker(folder, "--secure");
        secrets = folder.resolve("broker").resolve("secure");
        String reader = Files.readString(secrets.resolve("client-reader.properties"));
        Files.writeString(
                secrets.resolve("client-intruder.properties"),
                PASSWORD.matcher(reader).replaceFirst("password=\"0pen-Sesame\""));
        Files.writeString(secrets.resolve("client-stranger.properties"), reader.replaceAll("ssl.truststore.*\n", ""));
        Files.writeString(secrets.resolve("client-nobody.properties"), "");
        Properties admin = new Properties();
        try (Reader file = Files.newBufferedReader(secrets.resolve("client-admin.properties"))) {
            admin.load(file);
        }
        try (Admin client = Admin.create(admin)) {
            NewTopic small = new NewTopic("flights", 2, (short) 1).configs(Map.of("max.message.bytes", "100"));
            NewTopic letters = new NewTopic("flights.dlq", 2, (short) 1);
            NewTopic narrow = new NewTopic("narrow", 2, (short) 1);
            client.createTopics(List.of(small, letters, narrow)).all().get();
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intruder | consumer-flights --once  | refused the user or password of --command-config",
                "intruder | producer-flight FLIGHTS  | refused the user or password of --command-config",
                "stranger | consumer-flights --once  | comes from an unknown authority",
                "reader   | consumer-flights --once --bootstrap-server 127.0.0.1:PORT | is for another host name",
                "nobody   | consumer-flights --once --bootstrap-server localhost:PORT | wants TLS; name a file with",
                "nobody   | producer-flight FLIGHTS --bootstrap-server localhost:PORT | wants TLS; name a file with",
                "reader   | consumer-flights --once --topic secret | no permission on topic secret",
                "reader   | consumer-flights WINDOW --group mine   | no permission on consumer group mine",
                "reader   | producer-flight FLIGHTS  | may not publish under this transactional id",
                "stocks-writer  | producer-flight FLIGHTS | no permission on topic flights at",
                "flights-writer | producer-flight FLIGHTS | A record is larger than the broker at",
                "admin    | producer-flight FLIGHTS --topic other --replication-factor 3 | cannot hold that many",
            })
    void saysWhatIsWrongSoonAndKeepsTheSecrets(String user, String command, String sentence) throws IOException {
        refuses(user, command, sentence);
    }

    private static void refuses(String user, String command, String sentence) throws IOException {
        long start = System.nanoTime();
        Suite.Ended ended = run(user, command + " --verbose").expect(1);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String[] lines = ended.err().split("\n");
        assertTrue(lines[lines.length - 1].contains(sentence), ended.err());
        assertTrue(took.compareTo(PATIENCE) < 0, "took " + took);
        for (String password : passwords()) {
            assertFalse((ended.out() + ended.err()).contains(password), "a password is in the output");
        }
    }

    @Test
    void saysNothingButOneSentenceWithoutVerbose() {
        Suite.Ended ended = run("intruder", "producer-flight FLIGHTS").expect(1);
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @Test
    void publishesAndReadsAsTheUsersThatMay() throws IOException {
        refuses("reader", "producer-stock STOCKS", "this user may not create it");
        refuses("reader", "consumer-bollinger --once", "Topic stocks does not exist");
        run("stocks-writer", "producer-stock STOCKS").expect(0);
        assertTrue(run("reader", "consumer-bollinger --once")
                        .expect(0)
                        .out()
                        .lines()
                        .count()
                > 100);
    }

    @Test
    void warnsOfATopicThatIsNotAsAskedForAndUsesItAsItIs() {
        Suite.Ended ended = run("admin", "producer-flight FLIGHTS --topic narrow --partitions 7")
                .expect(0);
        assertTrue(ended.err().contains("Topic narrow exists with 2 partitions and 1 replicas, not 7"), ended.err());
        assertTrue(ended.out().contains("published to narrow"), ended.out());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsItsDataToTheOwner() throws IOException {
        Path data = secrets.getParent();
        for (Path directory : List.of(data, data.resolve("node-1"))) {
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(directory));
            assertEquals("rwx------", permissions, directory.toString());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsKeysAndPasswordsToTheOwner() throws IOException {
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)));
        try (Stream<Path> files = Files.list(secrets)) {
            for (Path file : files.filter(f -> !f.toString().matches(".*(intruder|stranger|nobody).*"))
                    .toList()) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertEquals("rw-------", permissions, file.toString());
            }
        }
    }

    @Test
    void showsNoSecretInTheProcessList() throws Exception {
        Path chart = folder.resolve("seen.csv");
        List<String> reader = Suite.command(
                "consumer-flights", "--no-window", "--output", chart, "--command-config", client("reader"));
        Process consumer = new ProcessBuilder(reader)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("seen.log").toFile())
                .start();
        try {
            // It has logged in, and so has used its password, when it says what it reads.
            while (!Files.readString(folder.resolve("seen.log")).contains("Reading flights from")) {
                assertFalse(consumer.waitFor(50, TimeUnit.MILLISECONDS), Files.readString(folder.resolve("seen.log")));
            }
            for (Process program : List.of(broker.process(), consumer)) {
                String command = program.info().commandLine().orElse("");
                for (String password : passwords()) {
                    assertFalse(command.contains(password), "a password is in a command line");
                }
            }
        } finally {
            consumer.destroy();
            consumer.waitFor();
        }
    }

    private static Suite.Ended run(String user, String line) {
        List<String> words = new ArrayList<>(Arrays.asList(line.replace(
                        "PORT", broker.address().replaceAll(".*:", ""))
                .replace("WINDOW", "--no-window --output " + folder.resolve("chart.csv"))
                .replace(
                        "FLIGHTS", Suite.data("flights/asa29-layout-sample.csv").toString())
                .replace("STOCKS", Suite.data("stocks/IBM.csv").toString())
                .split(" ")));
        String program = words.remove(0);
        words.add("--command-config");
        words.add(client(user));
        return Suite.run(program, words.toArray());
    }

    private static String client(String user) {
        return secrets.resolve("client-" + user + ".properties").toString();
    }

    private static Set<String> passwords() throws IOException {
        Set<String> all = new TreeSet<>();
        try (Stream<Path> files = Files.list(secrets)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".properties")).toList()) {
                Matcher password = PASSWORD.matcher(Files.readString(file));
                if (password.find()) {
                    all.add(password.group(1));
                }
            }
        }
        return all;
    }
}
