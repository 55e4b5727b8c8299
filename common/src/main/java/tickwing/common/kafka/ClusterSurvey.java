package tickwing.common.kafka;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListGroupsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.error.UserError;

/**
 * What is on the brokers, as far as this user may see it: topics and consumer groups. Reads no record and changes nothing.
 * For one thread.
 */
public final class ClusterSurvey implements AutoCloseable {
    /**
     * A topic as it is now.
     *
     * @param replicas of each partition
     * @param spans by partition; without those that no broker leads just now
     * @param settings empty where this user may not see them
     */
    public record Topic(
            String name,
            int partitions,
            int replicas,
            boolean internal,
            Map<Integer, Span> spans,
            Optional<Settings> settings) {
        public Topic {
            spans = Map.copyOf(spans);
        }
    }

    /**
     * What offsets a partition has.
     *
     * @param start the oldest one that is kept
     * @param end the one behind the last, those of open transactions included
     */
    public record Span(long start, long end) {
        public long length() {
            return end - start;
        }
    }

    /**
     * How long a topic keeps its records.
     *
     * @param retentionMillis -1 for ever
     * @param retentionBytes of each partition; -1 for no limit
     * @param cleanup {@code delete}, {@code compact} or both with a comma between
     */
    public record Settings(long retentionMillis, long retentionBytes, String cleanup) {}

    /** One of a topic's partitions. */
    public record Partition(String topic, int number) {}

    /**
     * A group of consumers.
     *
     * @param state in Kafka's words, e.g. {@code Stable} or {@code Empty}
     * @param members how many there are now
     * @param assigned what they read
     * @param committed the offset up to which they have read, or whatever else somebody keeps there
     */
    public record Group(
            String name, String state, int members, Set<Partition> assigned, Map<Partition, Position> committed) {
        public Group {
            assigned = Set.copyOf(assigned);
            committed = Map.copyOf(committed);
        }
    }

    private static final Logger log = LoggerFactory.getLogger(ClusterSurvey.class);

    private final ClientSettings settings;
    private final Admin admin;

    private ClusterSurvey(ClientSettings settings, Admin admin) {
        this.settings = settings;
        this.admin = admin;
    }

    /** @throws UserError when there cannot be a client with these settings */
    public static ClusterSurvey open(ClientSettings settings) {
        TlsPort.refusePlaintext(settings);
        try {
            return new ClusterSurvey(settings, Admin.create(settings.admin()));
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        }
    }

    /**
     * All topics, by name.
     *
     * @param internal whether those that Kafka keeps for itself are wanted, too
     * @throws UserError when no broker answers within 10 s, or those that are responsible have not for a minute
     */
    public List<Topic> topics(boolean internal) {
        return await("Listing the topics", () -> {
            ListTopicsOptions options = new ListTopicsOptions().listInternal(internal);
            return topics(Positions.get(admin.listTopics(options).names()), false);
        });
    }

    /**
     * Some topics, by name.
     *
     * @throws BrokerFailure with {@link BrokerProblem.TopicMissing} when one does not exist
     * @throws UserError as {@link #topics(boolean)} does
     */
    public List<Topic> topics(Set<String> names) {
        return await("Looking at the topics " + String.join(", ", names), () -> topics(names, true));
    }

    /**
     * All groups by name.
     *
     * @throws UserError as {@link #topics(boolean)} does
     */
    public List<Group> groups() {
        return await("Listing the consumer groups", this::findGroups);
    }

    @Override
    public void close() {
        admin.close();
    }

    private <T> T await(String what, Failover.Call<T, InterruptedException> call) {
        try {
            return Failover.await(
                    what, call, () -> Positions.get(admin.describeCluster().nodes()), System::nanoTime);
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for the broker at " + settings + ".", e);
        }
    }

    private List<Topic> topics(Set<String> names, boolean expected) throws InterruptedException {
        Map<String, TopicDescription> found = describe(names, expected);
        Map<String, Settings> known = settings(found.keySet());
        Map<String, Map<Integer, Span>> spans = spans(found.values());
        return found.values().stream()
                .map(topic -> new Topic(
                        topic.name(),
                        topic.partitions().size(),
                        topic.partitions().get(0).replicas().size(),
                        topic.isInternal(),
                        spans.getOrDefault(topic.name(), Map.of()),
                        Optional.ofNullable(known.get(topic.name()))))
                .toList();
    }

    /** By name; without those that are gone by now, unless they are expected. */
    private Map<String, TopicDescription> describe(Set<String> names, boolean expected) throws InterruptedException {
        Map<String, TopicDescription> found = new TreeMap<>();
        Map<String, KafkaFuture<TopicDescription>> asked =
                admin.describeTopics(names).topicNameValues();
        for (String name : names) {
            try {
                found.put(name, Positions.get(asked.get(name)));
            } catch (UnknownTopicOrPartitionException e) {
                if (expected) {
                    throw new BrokerFailure(new BrokerProblem.TopicMissing(name), e);
                }
            } catch (TopicAuthorizationException e) {
                // Kafka does not say which topic here.
                throw new TopicAuthorizationException(Set.of(name));
            }
        }
        return found;
    }

    private Map<String, Settings> settings(Set<String> names) throws InterruptedException {
        Map<String, Settings> found = new HashMap<>();
        Map<ConfigResource, KafkaFuture<Config>> asked = admin.describeConfigs(names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .values();
        for (Map.Entry<ConfigResource, KafkaFuture<Config>> answer : asked.entrySet()) {
            try {
                Config config = Positions.get(answer.getValue());
                found.put(
                        answer.getKey().name(),
                        new Settings(
                                Long.parseLong(config.get(TopicConfig.RETENTION_MS_CONFIG)
                                        .value()),
                                Long.parseLong(config.get(TopicConfig.RETENTION_BYTES_CONFIG)
                                        .value()),
                                config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value()));
            } catch (AuthorizationException | UnknownTopicOrPartitionException e) {
                // What a user may not see is left out.
            }
        }
        return found;
    }

    /** By topic and partition; without those that nobody leads. */
    private Map<String, Map<Integer, Span>> spans(Collection<TopicDescription> topics) throws InterruptedException {
        Set<TopicPartition> led = new HashSet<>();
        for (TopicDescription topic : topics) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                if (partition.leader() != null && !partition.leader().isEmpty()) {
                    led.add(new TopicPartition(topic.name(), partition.partition()));
                }
            }
        }
        ListOffsetsResult starts =
                admin.listOffsets(led.stream().collect(toMap(identity(), p -> OffsetSpec.earliest())));
        ListOffsetsResult ends = admin.listOffsets(led.stream().collect(toMap(identity(), p -> OffsetSpec.latest())));
        Map<String, Map<Integer, Span>> spans = new HashMap<>();
        for (TopicPartition partition : led) {
            try {
                long start = Positions.get(starts.partitionResult(partition)).offset();
                long end = Positions.get(ends.partitionResult(partition)).offset();
                spans.computeIfAbsent(partition.topic(), topic -> new HashMap<>())
                        .put(partition.partition(), new Span(start, Math.max(start, end)));
            } catch (UnknownTopicOrPartitionException e) {
                // Deleted since.
            }
        }
        return spans;
    }

    private List<Group> findGroups() throws InterruptedException {
        ListGroupsResult listed = admin.listGroups(ListGroupsOptions.forConsumerGroups());
        for (Throwable failure : Positions.get(listed.errors())) {
            log.warn(
                    "Groups of one broker are missing: {}",
                    KafkaErrors.problem(failure, settings.bootstrapServers()).fact());
        }
        List<String> names = Positions.get(listed.valid()).stream()
                .map(GroupListing::groupId)
                .sorted()
                .toList();
        Map<String, KafkaFuture<ConsumerGroupDescription>> described =
                admin.describeConsumerGroups(names).describedGroups();
        ListConsumerGroupOffsetsResult committed = admin.listConsumerGroupOffsets(
                names.stream().collect(toMap(identity(), name -> new ListConsumerGroupOffsetsSpec())));
        List<Group> groups = new ArrayList<>();
        for (String name : names) {
            try {
                groups.add(group(
                        Positions.get(described.get(name)),
                        Positions.get(committed.partitionsToOffsetAndMetadata(name))));
            } catch (GroupIdNotFoundException | AuthorizationException e) {
                // Gone since, or not for this user to see.
            }
        }
        return groups;
    }

    private static Group group(ConsumerGroupDescription group, Map<TopicPartition, OffsetAndMetadata> committed) {
        Set<Partition> assigned = new HashSet<>();
        group.members()
                .forEach(member -> member.assignment().topicPartitions().forEach(p -> assigned.add(partition(p))));
        Map<Partition, Position> positions = new HashMap<>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                positions.put(partition(partition), new Position(offset.offset(), offset.metadata()));
            }
        });
        return new Group(
                group.groupId(), group.groupState().toString(), group.members().size(), assigned, positions);
    }

    private static Partition partition(TopicPartition partition) {
        return new Partition(partition.topic(), partition.partition());
    }
}
