package tickwing.replay;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import tickwing.common.error.UsageError;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.TopicName;
import tickwing.common.kafka.Topics;
import tickwing.replay.pace.Pace;

/**
 * What a replay is to do.
 *
 * @param settings the broker
 * @param program names the positions, together with the file
 * @param topic where rows go; dead letters go to {@code TOPIC.dlq}
 * @param pace makes the pace of one run
 * @param maxRecords how many rows to publish at the most, in all files together; 1 or more
 * @param selection which rows were asked for, as text; a position is good for one selection only
 * @param repeat whether a file that is complete may be published once more
 * @param follow whether to wait at the end of a file for what is appended to it
 * @param cutRow what to do about rows that were published before their line was complete; empty to ask
 * @param keyColumn the column whose cells are the records' keys; empty for the format's own
 * @param partitions how many a topic gets that is made
 * @param replication how many replicas a topic gets that is made; -1 for the broker's own default
 * @param monitoring what to tell the user on the way and in the end
 */
record ReplayConfig(
        ClientSettings settings,
        String program,
        String topic,
        Supplier<Pace> pace,
        long maxRecords,
        String selection,
        ResumePoint.Repeat repeat,
        boolean follow,
        Optional<Reconciliation.CutRow> cutRow,
        Optional<String> keyColumn,
        int partitions,
        short replication,
        Monitoring monitoring) {

    /**
     * @param progress whether to show how far a run is
     * @param report where to write what the rows were like, as JSON; empty for nowhere
     */
    record Monitoring(Progress.Style progress, Optional<Path> report) {}

    ReplayConfig {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(pace);
        TopicName.check(topic);
        if (partitions < 1) {
            throw new UsageError("--partitions must be at least 1, was " + partitions + ".");
        }
        if (replication < 1 && replication != Topics.BROKER_DEFAULT_REPLICATION) {
            throw new UsageError("--replication-factor must be at least 1, was " + replication + ".");
        }
        if (maxRecords < 1) {
            throw new UsageError("--num-records must be at least 1, was " + maxRecords + ".");
        }
    }
}
