package tickwing.common.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.GeneratedGroups;
import tickwing.common.kafka.InvalidTopicName;
import tickwing.common.kafka.TopicName;

class KafkaOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void looksForTheBrokerInOptionThenFileThenEnvironmentThenHere() throws IOException {
        Map<String, String> environment = Map.of("KAFKA_BOOTSTRAP_SERVERS", "env:1");
        String file = file("bootstrap.servers=file:2\n");
        assertEquals("localhost:9092", options().settings(Map.of()).bootstrapServers());
        assertEquals("env:1", options().settings(environment).bootstrapServers());
        assertEquals(
                "file:2",
                options("--command-config", file).settings(environment).bootstrapServers());
        assertEquals(
                "opt:3",
                options("--command-config", file, "--bootstrap-server", "opt:3")
                        .settings(environment)
                        .bootstrapServers());
    }

    @Test
    void letsAPropertyBeatTheFile() throws IOException {
        String file = file("client.id=a\nlinger.ms=1\n");
        Map<String, Object> producer = options("--command-config", file, "--command-property", "client.id=b")
                .settings(Map.of())
                .producer(3);
        assertEquals("b", producer.get("client.id"));
        assertEquals("1", producer.get("linger.ms"));
    }

    @ParameterizedTest
    @CsvSource({
        "client.id=a, 8388608",
        "max.request.size=10000000, 40000000",
        "batch.size=500000000, 2000000000",
        "buffer.memory=1000000, 1000000"
    })
    void letsNoMoreWaitForTheBrokerThanALittleOfTheLargest(String property, long bytes) throws IOException {
        ClientSettings settings = options("--command-property", property).settings(Map.of());
        assertEquals(
                bytes, Long.parseLong(settings.producer(3).get("buffer.memory").toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "1, client.id=a, 524288",
        "3, client.id=a, 524288",
        "12, client.id=a, 139810",
        "60, client.id=a, 27962",
        "1000, client.id=a, 4096",
        "1000000, client.id=a, 4096",
        "60, buffer.memory=33554432, 111848",
        "60, buffer.memory=3000000000, 27962",
        "60, batch.size=262144, 262144",
        "3, max.request.size=300000, 300000",
        "3, max.request.size=10000000, 524288"
    })
    void fillsBatchesThatAllPartitionsHaveRoomFor(int partitions, String property, int bytes) throws IOException {
        ClientSettings settings = options("--command-property", property).settings(Map.of());
        assertEquals(
                bytes,
                Integer.parseInt(settings.producer(partitions).get("batch.size").toString()));
    }

    @Test
    void sendsNoMetricsToTheBrokerUnlessToldTo() throws IOException {
        ClientSettings settings = options().settings(Map.of());
        assertEquals(false, settings.producer(3).get("enable.metrics.push"));
        assertEquals(false, settings.consumer("g").get("enable.metrics.push"));
        assertEquals(false, settings.admin().get("enable.metrics.push"));
        assertEquals(
                "true",
                options("--command-property", "enable.metrics.push=true")
                        .settings(Map.of())
                        .producer(3)
                        .get("enable.metrics.push"));
    }

    @Test
    void waitsForACommitAsLongAsForARecord() throws IOException {
        assertEquals(120_000, options().settings(Map.of()).producer(3).get("max.block.ms"));
        Map<String, Object> patient = options("--command-property", "delivery.timeout.ms=600000")
                .settings(Map.of())
                .producer(3);
        assertEquals("600000", patient.get("max.block.ms"));
    }

    @Test
    void fitsTheOtherTimesOfAProducerToItsDeliveryTimeout() throws IOException {
        Map<String, Object> usual = options().settings(Map.of()).transactionalProducer("t", 3);
        assertEquals(180_000, usual.get("transaction.timeout.ms"));
        assertFalse(usual.containsKey("request.timeout.ms"));
        assertEquals(660_000, transactional("600000").get("transaction.timeout.ms"));
        assertEquals(900_000, transactional("3600000").get("transaction.timeout.ms"));
        Map<String, Object> hasty = transactional("4000");
        assertEquals(64_000, hasty.get("transaction.timeout.ms"));
        assertEquals(3_950, hasty.get("request.timeout.ms"));
        assertEquals("soon", transactional("soon").get("delivery.timeout.ms"));
    }

    private static Map<String, Object> transactional(String deliveryTimeout) throws IOException {
        return options("--command-property", "delivery.timeout.ms=" + deliveryTimeout)
                .settings(Map.of())
                .transactionalProducer("t", 3);
    }

    @Test
    void keepsWhatItsPromisesRestOn() throws IOException {
        ClientSettings settings = options(
                        "--command-config",
                        file("acks=0\nisolation.level=read_uncommitted\nenable.auto.commit=true\n"
                                + "auto.offset.reset=latest\n"))
                .settings(Map.of());
        assertEquals("all", settings.producer(3).get("acks"));
        assertEquals("read_committed", settings.consumer(null).get("isolation.level"));
        assertEquals(false, settings.consumer("g").get("enable.auto.commit"));
        assertEquals("earliest", settings.consumer("g").get("auto.offset.reset"));
    }

    @Test
    void beatsSeldomInAGroupThatNobodyElseJoins() throws IOException {
        String own = GeneratedGroups.name("consumer-aroon");
        assertEquals(15_000, settings("client.id=a").consumer(own).get("heartbeat.interval.ms"));
        assertFalse(settings("client.id=a").consumer("desk").containsKey("heartbeat.interval.ms"));
        // Kafka refuses a heartbeat that is slower than sessions, and any at all where the broker says how often.
        assertFalse(settings("session.timeout.ms=9000").consumer(own).containsKey("heartbeat.interval.ms"));
        assertFalse(settings("group.protocol=consumer").consumer(own).containsKey("heartbeat.interval.ms"));
    }

    private static ClientSettings settings(String property) throws IOException {
        return options("--command-property", property).settings(Map.of());
    }

    @Test
    void saysThatAFileIsMissingOrNoPropertiesFile() {
        UserError missing = assertThrows(
                UserError.class,
                () -> options("--command-config", folder.resolve("none").toString())
                        .settings(Map.of()));
        assertTrue(missing.getMessage().contains("does not exist"));
        UserError broken = assertThrows(
                UserError.class,
                () -> options("--command-config", file("a=\\u00zz")).settings(Map.of()));
        assertTrue(broken.getMessage().contains("cannot be read"));
    }

    @Test
    void refusesAPropertyWithoutValueAndNeverRepeatsOne() {
        UsageError e = assertThrows(
                UsageError.class,
                () -> options("--command-property", "sasl.password").settings(Map.of()));
        assertTrue(e.getMessage().contains("KEY=VALUE"));
    }

    @Test
    void neverPrintsAValue() throws IOException {
        ClientSettings settings =
                options("--command-config", file("sasl.jaas.config=secret\n")).settings(Map.of());
        assertFalse(settings.toString().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:", "localhost:abc", "a:1,b", ""})
    void refusesAServerThatIsNotHostAndPort(String servers) {
        assertThrows(
                UserError.class, () -> options("--bootstrap-server", servers).settings(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a b", "flights!", "ä"})
    void refusesTopicNamesThatKafkaRefuses(String name) {
        InvalidTopicName invalid = assertThrows(InvalidTopicName.class, () -> TopicName.check(name));
        assertTrue(Sentences.isUsage(invalid));
        assertEquals(
                "--topic '" + name + "' is not a topic name that Kafka takes; expected 1 to 249 letters, digits, dots,"
                        + " hyphens and underscores, e.g. flights.",
                Sentences.of(invalid));
        assertEquals("flights.2014-01_x", TopicName.check("flights.2014-01_x"));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("client.properties"), text).toString();
    }

    private static KafkaOptions options(String... args) {
        KafkaOptions options = new KafkaOptions();
        new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options)).parseArgs(args);
        return options;
    }
}
