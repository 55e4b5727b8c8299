package tickwing.common.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;
import tickwing.common.file.NamedFile;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.text.Printable;

/** Where the broker is and how to talk to it, by the names that Kafka's own tools use (KIP-1147). */
@Section("Kafka")
public final class KafkaOptions {
    private static final Logger log = LoggerFactory.getLogger(KafkaOptions.class);

    static final String DEFAULT_BOOTSTRAP_SERVERS = "localhost:9092";
    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT,...",
            order = 900,
            description = {
                "Brokers to connect to first (default: bootstrap.servers of --command-config,"
                        + " else $KAFKA_BOOTSTRAP_SERVERS, else " + DEFAULT_BOOTSTRAP_SERVERS + ")."
            })
    private String bootstrapServers;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            order = 901,
            description = "Kafka client properties: TLS, SASL, anything.")
    private Path configFile;

    @Option(
            names = "--command-property",
            paramLabel = "KEY=VALUE",
            order = 902,
            description = "One Kafka client property; repeatable; beats the file.")
    private List<String> properties = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee;

    /**
     * The settings that file, options and environment add up to.
     *
     * @throws UserError when the file cannot be read
     * @throws UsageError when a property has no {@code =}
     */
    public ClientSettings settings() {
        return settings(System.getenv());
    }

    ClientSettings settings(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(fromFile());
        for (String property : properties) {
            int equals = property.indexOf('=');
            if (equals < 1) {
                throw new UsageError("--command-property " + property.replaceAll("=.*", "")
                        + " has no value; expected KEY=VALUE, e.g. --command-property client.id=desk-1.");
            }
            String key = property.substring(0, equals).trim();
            if (key.endsWith("password") || key.endsWith("jaas.config")) {
                log.warn(
                        "Everybody on this machine can read {} in the list of processes; put it into a file for"
                                + " --command-config.",
                        Printable.of(key));
            }
            all.put(key, property.substring(equals + 1));
        }
        String servers = bootstrapServers;
        if (servers == null) {
            servers = all.get(BOOTSTRAP_SERVERS);
        }
        if (servers == null) {
            servers = environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", DEFAULT_BOOTSTRAP_SERVERS);
        }
        return new ClientSettings(servers, all, files(), MetricsOption.of(mixee));
    }

    private List<NamedFile> files() {
        return configFile == null ? List.of() : List.of(new NamedFile("--command-config " + configFile, configFile));
    }

    private Map<String, String> fromFile() {
        Map<String, String> all = new HashMap<>();
        if (configFile != null) {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(configFile, StandardCharsets.UTF_8)) {
                read.load(reader);
            } catch (NoSuchFileException e) {
                throw new UserError("--command-config " + configFile + " does not exist.", e);
            } catch (IOException | IllegalArgumentException e) {
                throw new UserError(
                        "--command-config " + configFile + " cannot be read as a properties file: " + e.getMessage()
                                + ".",
                        e);
            }
            read.forEach((key, value) -> all.put((String) key, (String) value));
        }
        return all;
    }
}
