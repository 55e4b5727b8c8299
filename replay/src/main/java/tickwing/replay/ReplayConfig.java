package tickwing.replay;

import java.util.Objects;
import java.util.function.Supplier;
import tickwing.common.error.UsageError;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.TopicName;
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
 */
record ReplayConfig(
        ClientSettings settings,
        String program,
        String topic,
        Supplier<Pace> pace,
        long maxRecords,
        String selection,
        ResumePoint.Repeat repeat) {

    ReplayConfig {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(pace);
        TopicName.check(topic);
        if (maxRecords < 1) {
            throw new UsageError("--num-records must be at least 1, was " + maxRecords + ".");
        }
    }
}
