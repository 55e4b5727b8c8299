package tickwing.tail;

import java.util.Optional;
import java.util.OptionalLong;
import tickwing.common.error.UsageError;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.DeadLetters;

/**
 * What to show.
 *
 * @param topic as it was named
 * @param kind whether its records are of interest, or the rows that never became any
 * @param reach which of them
 * @param layout what each looks like
 * @param key the only key of interest
 * @param most how many
 */
record TailConfig(
        ClientSettings settings,
        String topic,
        Kind kind,
        Reach reach,
        Layout layout,
        Optional<String> key,
        OptionalLong most) {
    /** What of a topic is shown. */
    enum Kind {
        RECORDS,
        DEAD_LETTERS
    }

    /** How much of it. */
    enum Reach {
        /** What is there now. */
        ONCE,
        /** What is there, and what comes. */
        ALL,
        /** What comes. */
        NEW
    }

    TailConfig {
        if (most.isPresent() && most.getAsLong() < 1) {
            throw new UsageError("--num-records must be at least 1, was " + most.getAsLong() + ".");
        }
    }

    /** The topic that is read. */
    String source() {
        return kind == Kind.DEAD_LETTERS ? DeadLetters.topicOf(topic) : topic;
    }
}
