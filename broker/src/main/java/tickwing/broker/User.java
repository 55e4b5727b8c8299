package tickwing.broker;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A user of a secure broker.
 *
 * @param name what clients log in as
 * @param permissions what the user may do; nothing else
 */
record User(String name, List<AclBinding> permissions) {
    /** May do anything, by the broker's own settings. */
    static final String ADMIN = "admin";

    User {
        permissions = List.copyOf(permissions);
    }

    /** One may write flights, one stocks, one only read; and one to manage them. */
    static List<User> all() {
        return List.of(
                new User(ADMIN, List.of()),
                writer("flights-writer", "flights", "producer-flight."),
                writer("stocks-writer", "stocks", "producer-stock."),
                reader("reader", List.of("flights", "stocks")));
    }

    /** Positions belong to a group, transactions to an id, that both start with the program's name. */
    private static User writer(String name, String topic, String program) {
        List<AclBinding> all = new ArrayList<>();
        for (String each : List.of(topic, topic + ".dlq")) {
            // Read, since a position is a committed offset of the topic.
            allow(all, name, TOPIC, LITERAL, each, WRITE, READ, DESCRIBE, CREATE, DESCRIBE_CONFIGS);
        }
        allow(all, name, GROUP, PREFIXED, program, READ, DESCRIBE);
        allow(all, name, TRANSACTIONAL_ID, PREFIXED, program, WRITE, DESCRIBE);
        return new User(name, all);
    }

    private static User reader(String name, List<String> topics) {
        List<AclBinding> all = new ArrayList<>();
        for (String topic : topics) {
            allow(all, name, TOPIC, LITERAL, topic, READ, DESCRIBE, DESCRIBE_CONFIGS);
            allow(all, name, TOPIC, LITERAL, topic + ".dlq", READ, DESCRIBE, DESCRIBE_CONFIGS);
        }
        // Delete, since a window that is closed takes its group along.
        allow(all, name, GROUP, PREFIXED, "consumer-", READ, DESCRIBE, DELETE);
        return new User(name, all);
    }

    private static void allow(
            List<AclBinding> all,
            String user,
            ResourceType type,
            PatternType pattern,
            String resource,
            AclOperation... operations) {
        for (AclOperation operation : operations) {
            all.add(new AclBinding(
                    new ResourcePattern(type, resource, pattern),
                    new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)));
        }
    }
}
