package tickwing.common.kafka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.error.UserError;
import tickwing.common.file.NamedFile;
import tickwing.common.metrics.Metrics;
import tickwing.common.text.Printable;

/**
 * Client properties: the suite's defaults, then what the user gave, then what the suite's promises rest on (acks,
 * idempotence, committed reads from the start), which nobody overrides. Never prints a value: some are passwords.
 */
public final class ClientSettings {
    private static final Logger log = LoggerFactory.getLogger(ClientSettings.class);

    /** How long a call may take until its broker counts as unreachable. */
    static final int TIMEOUT_MS = 10_000;

    private static final int BUFFER_BYTES = 8 * 1024 * 1024;
    /** How many batches of each partition there is room for: one that fills, one that is sent, and some that wait. */
    private static final int BATCHES_A_PARTITION = 5;

    private static final int MIN_BATCH_BYTES = 4 * 1024;
    private static final int MAX_BATCH_BYTES = 512 * 1024;
    private static final int DELIVERY_TIMEOUT_MS = 120_000;
    /** What a producer waits for one answer, by Kafka's own default. */
    private static final int REQUEST_TIMEOUT_MS = 30_000;

    private static final int MAX_TRANSACTION_TIMEOUT_MS = 900_000;
    /** A third of the 45 s after which a member counts as gone, by Kafka's own default. */
    private static final int LONG_HEARTBEAT_MS = 15_000;

    private final String bootstrapServers;
    private final Map<String, String> given;
    private final List<NamedFile> files;
    private final Metrics metrics;

    /**
     * @param bootstrapServers {@code host:port,...}
     * @param given the user's properties, by Kafka's names
     */
    public ClientSettings(String bootstrapServers, Map<String, String> given) {
        this(bootstrapServers, given, List.of(), new Metrics());
    }

    /**
     * @param files where the properties were read from
     * @param metrics where clients with these settings tell how they get on
     */
    public ClientSettings(String bootstrapServers, Map<String, String> given, List<NamedFile> files, Metrics metrics) {
        this.metrics = Objects.requireNonNull(metrics);
        this.bootstrapServers = Objects.requireNonNull(bootstrapServers);
        this.given = Map.copyOf(given);
        this.files = List.copyOf(files);
        for (String server : bootstrapServers.split(",")) {
            if (!server.strip().matches("\\S+:\\d{1,5}") || !Printable.is(server)) {
                throw new UserError("Bootstrap server '" + server.strip()
                        + "' is not of the form HOST:PORT; expected e.g. localhost:9092.");
            }
        }
    }

    /** Settings for a broker that asks for neither encryption nor a password. */
    public static ClientSettings of(String bootstrapServers) {
        return new ClientSettings(bootstrapServers, Map.of());
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** The files that these settings are from, and those that they name: certificates and keys. */
    public List<NamedFile> files() {
        List<NamedFile> all = new ArrayList<>(files);
        given.forEach((property, value) -> {
            if (property.endsWith(".location") && !value.isBlank()) {
                all.add(new NamedFile(property + " " + value, Path.of(value)));
            }
        });
        return all;
    }

    /** Where clients with these settings tell how they get on. */
    public Metrics metrics() {
        return metrics;
    }

    /** How clients talk to the broker, e.g. {@code SASL_SSL}. */
    public String securityProtocol() {
        return given.getOrDefault(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
    }

    boolean usesTls() {
        return securityProtocol().toUpperCase(Locale.ROOT).endsWith("SSL");
    }

    /**
     * What all clients have in common. Hundreds of numbers for JMX, and once more for brokers that collect their clients', by
     * names that have to be made first, take a producer a tenth of a second and more; {@code --metrics-port} has the same
     * numbers for those who ask.
     */
    private static Map<String, Object> common() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return properties;
    }

    /** Properties of an admin client; its calls fail after 10 s without a broker. */
    public Map<String, Object> admin() {
        Map<String, Object> properties = common();
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        properties.putAll(given);
        return withInvariants(properties, Map.of());
    }

    /**
     * Properties of a producer of bytes: every record acknowledged by all in-sync replicas, none duplicated. What blocks
     * without a broker, a commit for one, is tried as long as a record is: {@code delivery.timeout.ms}, 2 minutes unless
     * told otherwise; a single request waits no longer than that either. No more than 8 MB wait for the broker, or four of the
     * largest batches or requests. Batches fill for up to 50 ms, and up to a fifth of their partition's share of these, 512 KB
     * at the most: large ones halve the broker's work at full speed, but where each partition fills one, and they take up all
     * there is, each waits for all others. Whoever cannot wait flushes.
     *
     * @param partitions how many the topic has that is written to
     */
    public Map<String, Object> producer(int partitions) {
        Map<String, Object> properties = common();
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 50);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        // Kafka waits this long before it asks for a coordinator it has just learnt of: twice for each transactional
        // run.
        properties.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 5);
        properties.putAll(given);
        properties.putIfAbsent(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, properties.get(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG));
        int largest = Math.max(
                number(properties, ProducerConfig.BATCH_SIZE_CONFIG, 0),
                number(properties, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 0));
        properties.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, Math.max(BUFFER_BYTES, 4L * largest));
        properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, batchBytes(properties, partitions));
        int linger = number(properties, ProducerConfig.LINGER_MS_CONFIG, 0);
        int request = Math.max(1, deliveryTimeout(properties) - linger);
        if (request < REQUEST_TIMEOUT_MS) {
            properties.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, request);
        }
        return withInvariants(
                properties, Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true));
    }

    /**
     * {@link #producer} for transactions under the given id. A transaction lives a minute longer than the client tries to
     * deliver a record, so that a broker which is away for a while does not cost it; up to the 15 minutes that brokers
     * allow.
     */
    public Map<String, Object> transactionalProducer(String transactionalId, int partitions) {
        Map<String, Object> properties = producer(partitions);
        properties.putIfAbsent(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Math.min(deliveryTimeout(properties) + 60_000, MAX_TRANSACTION_TIMEOUT_MS));
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return properties;
    }

    /**
     * Properties of a consumer of bytes that sees committed records only, from the start of the topic, and commits when
     * told to.
     *
     * @param group the consumer group; null for a reader that belongs to none, and ends with the topic
     */
    public Map<String, Object> consumer(String group) {
        Map<String, Object> properties = common();
        if (group != null) {
            // Records come at once all the same; asking less often for none is what an idle window's time went to.
            properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 2_500);
            // Kafka's thread for heartbeats looks as often as this whether one is due.
            properties.put(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, 500);
            if (GeneratedGroups.isGenerated(group) && hasUsualSessions()) {
                // The answers tell members who comes and goes: nobody does. Each wakes two threads several times.
                properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, LONG_HEARTBEAT_MS);
            }
        }
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        properties.putAll(given);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        if (group != null) {
            properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        }
        return withInvariants(
                properties,
                Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        // Records that are skipped in silence are what a reader could not tell from those of a new
                        // topic.
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"));
    }

    /** The newer group protocol takes no such properties: its brokers say how often. */
    private boolean hasUsualSessions() {
        return !given.containsKey(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)
                && !given.containsKey(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
    }

    /** {@link #consumer} of no group, for one that has to know what is not committed yet. */
    Map<String, Object> uncommittedConsumer() {
        Map<String, Object> properties = consumer(null);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        return properties;
    }

    private static int batchBytes(Map<String, Object> properties, int partitions) {
        long share = number(properties, ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES)
                / ((long) BATCHES_A_PARTITION * partitions);
        int most = number(properties, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_BATCH_BYTES);
        return (int) Math.max(MIN_BATCH_BYTES, Math.min(share, Math.min(most, MAX_BATCH_BYTES)));
    }

    private static int deliveryTimeout(Map<String, Object> properties) {
        return number(properties, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    }

    /** What is no number is left to Kafka to complain of. */
    private static int number(Map<String, Object> properties, String name, int otherwise) {
        String text = String.valueOf(properties.get(name)).strip();
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    private Map<String, Object> withInvariants(Map<String, Object> properties, Map<String, Object> invariants) {
        invariants.forEach((key, value) -> {
            String wanted = given.get(key);
            if (wanted != null && !wanted.equals(value.toString())) {
                log.warn("{}={} is ignored: this program's promises need {}.", key, wanted, value);
            }
            properties.put(key, value);
        });
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return properties;
    }

    @Override
    public String toString() {
        return bootstrapServers;
    }
}
