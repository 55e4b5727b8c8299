package tickwing.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.TopicName;
import tickwing.replay.input.Input;
import tickwing.replay.pace.Pace;

/**
 * What a replay is to do.
 *
 * @param settings the broker
 * @param program names the positions, together with the file
 * @param topic where rows go; dead letters go to {@code TOPIC.dlq}
 * @param inputs one after the other
 * @param pace makes the pace of one run
 * @param maxRecords how many rows to publish at the most, in all files together; 1 or more
 * @param selection which rows were asked for, as text; a position is good for one selection only
 * @param repeat whether a file that is complete may be published once more
 * @param follow whether to wait at the end of a file for what is appended to it
 * @param dryRun whether to publish nothing, and say what the rows are like
 * @param cutRow what to do about rows that were published before their line was complete; empty to ask
 * @param keyColumn the column whose cells are the records' keys; empty for the format's own
 * @param newTopic how a topic is made that does not exist
 * @param monitoring what to tell the user on the way and in the end
 */
public record ReplayConfig(
        ClientSettings settings,
        String program,
        String topic,
        List<Input> inputs,
        Supplier<Pace> pace,
        long maxRecords,
        String selection,
        ResumePoint.Repeat repeat,
        boolean follow,
        boolean dryRun,
        Optional<Reconciliation.CutRow> cutRow,
        Optional<String> keyColumn,
        NewTopic newTopic,
        Monitoring monitoring) {

    /**
     * @param partitions 1 or more
     * @param replication how many replicas; -1 for the broker's own default
     */
    record NewTopic(int partitions, short replication) {}

    /**
     * @param progress whether to show how far a run is
     * @param report where to write what the rows were like, as JSON; empty for nowhere
     */
    record Monitoring(Progress.Style progress, Optional<Path> report) {}

    /** Why there can be no such replay. */
    enum Fact {
        NOTHING_TO_PUBLISH,
        FOLLOWS_AND_REPEATS,
        FOLLOWS_NO_FILE
    }

    /** There can be no such replay; the options have the words for it. */
    static final class Refused extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final Fact fact;

        Refused(Fact fact) {
            super(fact.toString());
            this.fact = fact;
        }

        Fact fact() {
            return fact;
        }
    }

    public ReplayConfig {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(pace);
        TopicName.check(topic);
        inputs = List.copyOf(inputs);
        refuse(maxRecords < 1, Fact.NOTHING_TO_PUBLISH);
        refuse(follow && (repeat != ResumePoint.Repeat.ONCE || dryRun), Fact.FOLLOWS_AND_REPEATS);
        refuse(follow && (inputs.size() != 1 || !inputs.get(0).isFile()), Fact.FOLLOWS_NO_FILE);
    }

    private static void refuse(boolean is, Fact fact) {
        if (is) {
            throw new Refused(fact);
        }
    }
}
