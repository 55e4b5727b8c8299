package tickwing.common.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.error.UserError;

/** Creates the topics that producers write to. */
public final class Topics {
    /** Partitions of a topic that the suite creates, unless told otherwise. */
    public static final int DEFAULT_PARTITIONS = 3;

    /** Stands for "as many replicas as the broker's own default says". */
    public static final short BROKER_DEFAULT_REPLICATION = -1;

    private static final Logger log = LoggerFactory.getLogger(Topics.class);

    private Topics() {}

    /**
     * Makes sure that the topics exist; those that do are used as they are, with a warning where that is not what was
     * asked for. New ones keep their records for ever, since replayed history is read from the start again and again.
     *
     * @return how many partitions the first of them has
     * @throws UserError when no broker answers within 10 s, those that answer cannot create a topic for a minute, or the
     *     broker refuses
     */
    public static int ensure(ClientSettings settings, List<String> names, int partitions, short replication) {
        TlsPort.refusePlaintext(settings);
        try (Admin admin = Admin.create(settings.admin())) {
            int first = ensure(admin, settings, names.get(0), partitions, replication);
            for (String name : names.subList(1, names.size())) {
                ensure(admin, settings, name, partitions, replication);
            }
            return first;
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for the broker at " + settings + ".", e);
        }
    }

    /** The same for one topic, which gets what topics usually get if it has to be made. */
    public static int ensure(ClientSettings settings, String name) {
        return ensure(settings, List.of(name), DEFAULT_PARTITIONS, BROKER_DEFAULT_REPLICATION);
    }

    private static int ensure(Admin admin, ClientSettings settings, String name, int partitions, short replication)
            throws InterruptedException {
        Optional<TopicDescription> found = describe(admin, settings, name);
        if (found.isPresent()) {
            warnOfOthers(found.get(), partitions, replication);
            return found.get().partitions().size();
        }
        NewTopic topic =
                new NewTopic(name, partitions, replication).configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        try {
            Failover.await(
                    "Creating topic " + name,
                    () -> get(admin.createTopics(List.of(topic)).all()),
                    () -> get(admin.describeCluster().nodes()),
                    System::nanoTime);
            log.info("Created topic {} with {} partitions, kept for ever.", name, partitions);
            return partitions;
        } catch (AuthorizationException | PolicyViolationException e) {
            throw new BrokerFailure(new BrokerProblem.NoPermissionToCreate(settings.bootstrapServers(), name), e);
        } catch (TopicExistsException e) {
            log.debug("Topic {} was created by another program, or in spite of a lost answer.", name);
            return describe(admin, settings, name)
                    .map(made -> made.partitions().size())
                    .orElse(partitions);
        }
    }

    private static Optional<TopicDescription> describe(Admin admin, ClientSettings settings, String name)
            throws InterruptedException {
        try {
            return Optional.of(
                    get(admin.describeTopics(List.of(name)).topicNameValues().get(name)));
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        } catch (TopicAuthorizationException e) {
            // Kafka does not say which topic here.
            throw KafkaErrors.userError(new TopicAuthorizationException(Set.of(name)), settings);
        }
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    private static void warnOfOthers(TopicDescription found, int partitions, short replication) {
        int foundPartitions = found.partitions().size();
        int foundReplication = found.partitions().get(0).replicas().size();
        boolean asExpected = replication == BROKER_DEFAULT_REPLICATION || replication == foundReplication;
        if (partitions != foundPartitions && partitions != DEFAULT_PARTITIONS || !asExpected) {
            log.warn(
                    "Topic {} exists with {} partitions and {} replicas, not {} and {}; it is used as it is.",
                    found.name(),
                    foundPartitions,
                    foundReplication,
                    partitions,
                    replication == BROKER_DEFAULT_REPLICATION ? "the broker's default" : replication);
        }
    }
}
