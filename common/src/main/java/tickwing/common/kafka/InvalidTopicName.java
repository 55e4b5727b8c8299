package tickwing.common.kafka;

import tickwing.common.error.UserError;

/** A name that Kafka would refuse for a topic. */
public final class InvalidTopicName extends UserError {
    private static final long serialVersionUID = 1L;

    private final String name;

    InvalidTopicName(String name) {
        super("'" + name + "' is not a topic name that Kafka takes.");
        this.name = name;
    }

    /** As it was given. */
    public String name() {
        return name;
    }
}
