package tickwing.common.cli;

import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;
import tickwing.common.kafka.InvalidTopicName;
import tickwing.common.kafka.TopicName;

/** What programs say of a topic that is named without an option's name before it. */
public final class TopicArgument {
    private TopicArgument() {}

    /**
     * Returns the name as it is.
     *
     * @throws UsageError when Kafka would refuse it
     */
    public static String check(String name) {
        try {
            return TopicName.check(name);
        } catch (InvalidTopicName e) {
            throw new UsageError("'" + name + "' is not a topic name that Kafka takes; expected 1 to "
                    + TopicName.MAX_LENGTH + " letters, digits, dots, hyphens and underscores, e.g. flights.");
        }
    }

    /** What to say when there is no such topic. */
    public static UserError missing(String name) {
        return new UserError("Topic " + name + " does not exist; '" + Typed.words("topics") + "' lists those that do.");
    }
}
