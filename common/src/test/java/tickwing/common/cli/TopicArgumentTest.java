package tickwing.common.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import tickwing.common.error.UsageError;

class TopicArgumentTest {
    @Test
    void namesNoOptionWhenANameIsNone() {
        assertEquals("flights.dlq", TopicArgument.check("flights.dlq"));
        UsageError refused = assertThrows(UsageError.class, () -> TopicArgument.check("a/b"));
        assertEquals(
                "'a/b' is not a topic name that Kafka takes; expected 1 to 249 letters, digits, dots, hyphens and"
                        + " underscores, e.g. flights.",
                refused.getMessage());
    }

    @Test
    void saysWhereToFindTopicsThatThereAre() {
        assertEquals(
                "Topic t does not exist; './tickwing topics' lists those that do.",
                TopicArgument.missing("t").getMessage());
    }
}
