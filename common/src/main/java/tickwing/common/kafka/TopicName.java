package tickwing.common.kafka;

/** What Kafka takes as a topic's name. */
public final class TopicName {
    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 249;

    private TopicName() {}

    /**
     * Returns the name as it is.
     *
     * @throws InvalidTopicName when Kafka would refuse it
     */
    public static String check(String name) {
        if (name.isEmpty()
                || name.length() > MAX_LENGTH
                || name.equals(".")
                || name.equals("..")
                || !name.matches("[a-zA-Z0-9._-]+")) {
            throw new InvalidTopicName(name);
        }
        return name;
    }
}
