package tickwing.common.kafka;

import tickwing.common.error.UsageError;

/** What Kafka takes as a topic's name. */
public final class TopicName {
    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 249;

    private TopicName() {}

    /**
     * Returns the name as it is.
     *
     * @throws UsageError when Kafka would refuse it
     */
    public static String check(String name) {
        if (name.isEmpty()
                || name.length() > MAX_LENGTH
                || name.equals(".")
                || name.equals("..")
                || !name.matches("[a-zA-Z0-9._-]+")) {
            throw new UsageError("--topic '" + name + "' is not a topic name that Kafka takes; expected 1 to "
                    + MAX_LENGTH + " letters, digits, dots, hyphens and underscores, e.g. flights.");
        }
        return name;
    }
}
