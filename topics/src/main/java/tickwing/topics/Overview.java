package tickwing.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import tickwing.common.kafka.ClusterSurvey.Group;
import tickwing.common.kafka.ClusterSurvey.Partition;
import tickwing.common.kafka.ClusterSurvey.Settings;
import tickwing.common.kafka.ClusterSurvey.Span;
import tickwing.common.kafka.ClusterSurvey.Topic;
import tickwing.common.kafka.Position;
import tickwing.replay.PublishedFile;

/** What there is to say of a cluster, a row for each thing. */
record Overview(List<TopicRow> topics, List<GroupRow> groups, List<FileRow> files) {
    /**
     * A topic.
     *
     * @param offsets from the oldest that is kept to the end; empty while a partition has no leader
     * @param records empty where they were not counted
     * @param settings empty where this user may not see them
     */
    record TopicRow(
            String topic,
            int partitions,
            int replicas,
            OptionalLong offsets,
            OptionalLong records,
            Optional<Settings> settings) {}

    /**
     * A group's reading of a topic.
     *
     * @param topic empty for a group that reads none
     * @param members of the group, whatever they read
     * @param lag offsets between what it has committed and the end; empty where that cannot be told
     */
    record GroupRow(String group, String topic, String state, int members, OptionalLong lag) {}

    /** A file that is published to a topic. */
    record FileRow(String topic, PublishedFile file) {}

    /** Which groups are of interest. */
    enum Groups {
        ALL,
        /** Those of the topics that are shown. */
        OF_THE_TOPICS
    }

    /** @param counts records by topic; empty where they were not counted */
    static Overview of(List<Topic> topics, List<Group> groups, Groups wanted, Map<String, Long> counts) {
        Map<String, Topic> known = new HashMap<>();
        topics.forEach(topic -> known.put(topic.name(), topic));
        List<GroupRow> groupRows = new ArrayList<>();
        List<FileRow> files = new ArrayList<>();
        for (Group group : groups) {
            Set<String> positions = new HashSet<>();
            group.committed()
                    .forEach((partition, position) -> PublishedFile.of(group.name(), position)
                            .ifPresent(file -> {
                                positions.add(partition.topic());
                                files.add(new FileRow(partition.topic(), file));
                            }));
            addRows(group, positions, known, groupRows);
        }
        if (wanted == Groups.OF_THE_TOPICS) {
            groupRows.removeIf(row -> !known.containsKey(row.topic()));
            files.removeIf(row -> !known.containsKey(row.topic()));
        }
        files.sort(Comparator.comparing(FileRow::topic)
                .thenComparing(row -> row.file().file())
                .thenComparing(row -> row.file().program()));
        List<TopicRow> topicRows =
                topics.stream().map(topic -> row(topic, counts)).toList();
        return new Overview(topicRows, groupRows, files);
    }

    private static TopicRow row(Topic topic, Map<String, Long> counts) {
        Long count = counts.get(topic.name());
        boolean whole = topic.spans().size() == topic.partitions();
        return new TopicRow(
                topic.name(),
                topic.partitions(),
                topic.replicas(),
                whole
                        ? OptionalLong.of(topic.spans().values().stream()
                                .mapToLong(Span::length)
                                .sum())
                        : OptionalLong.empty(),
                count == null ? OptionalLong.empty() : OptionalLong.of(count),
                topic.settings());
    }

    /** @param positions topics for which the group is no reader, but where a file's position is kept */
    private static void addRows(Group group, Set<String> positions, Map<String, Topic> known, List<GroupRow> rows) {
        Set<String> read = new TreeSet<>();
        group.assigned().forEach(partition -> read.add(partition.topic()));
        group.committed().keySet().forEach(partition -> read.add(partition.topic()));
        read.removeAll(positions);
        for (String topic : read) {
            rows.add(new GroupRow(
                    group.name(), topic, group.state(), group.members(), lag(group, topic, known.get(topic))));
        }
        if (read.isEmpty() && positions.isEmpty()) {
            rows.add(new GroupRow(group.name(), "", group.state(), group.members(), OptionalLong.empty()));
        }
    }

    /** @param topic null where it is not known */
    private static OptionalLong lag(Group group, String name, Topic topic) {
        Set<Partition> partitions = new HashSet<>(group.assigned());
        partitions.addAll(group.committed().keySet());
        long sum = 0;
        for (Partition partition : partitions) {
            if (!partition.topic().equals(name)) {
                continue;
            }
            Span span = topic == null ? null : topic.spans().get(partition.number());
            if (span == null) {
                return OptionalLong.empty();
            }
            Position committed = group.committed().get(partition);
            if (committed != null) {
                sum += Math.max(0, span.end() - Math.max(span.start(), committed.rows()));
            } else if (span.length() > 0) {
                // Where it begins is the group's own business.
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(sum);
    }
}
