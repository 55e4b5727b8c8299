package tickwing.common.cli;

import org.apache.kafka.common.KafkaException;
import tickwing.common.error.HeapTooSmall;
import tickwing.common.error.Remarked;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;
import tickwing.common.kafka.BrokerFailure;
import tickwing.common.kafka.InvalidTopicName;
import tickwing.common.kafka.KafkaErrors;
import tickwing.common.kafka.TopicName;

/** Failures in the words of the command line, which knows what its options are called: libraries throw the facts. */
final class Sentences {
    private static final int SMALLEST_ADVISED_MB = 512;

    private Sentences() {}

    /** What happened and what to do. */
    static String of(Exception failure, String program) {
        if (failure instanceof UserError known) {
            return of(known);
        }
        if (failure instanceof KafkaException) {
            return BrokerWords.sentence(KafkaErrors.problem(failure, "the broker"));
        }
        return program + " failed unexpectedly (" + failure + "); run it again with " + StandardOptions.VERBOSE
                + " and report what it prints.";
    }

    static String of(UserError failure) {
        if (failure instanceof BrokerFailure broker) {
            return BrokerWords.sentence(broker.problem());
        }
        if (failure instanceof InvalidTopicName invalid) {
            return "--topic '" + invalid.name() + "' is not a topic name that Kafka takes; expected 1 to "
                    + TopicName.MAX_LENGTH + " letters, digits, dots, hyphens and underscores, e.g. flights.";
        }
        if (failure instanceof HeapTooSmall small) {
            return "A heap of " + small.megabytes() + " MB is too small for so much; give Java more with"
                    + " TICKWING_JAVA_OPTS=-Xmx"
                    + Math.max(SMALLEST_ADVISED_MB, Long.highestOneBit(small.megabytes()) * 4) + "m.";
        }
        if (failure instanceof Remarked more) {
            return of(more.failure()) + " " + more.remark();
        }
        return failure.getMessage();
    }

    /** Whether it is the command line that makes no sense. */
    static boolean isUsage(Exception failure) {
        return failure instanceof UsageError || failure instanceof InvalidTopicName;
    }
}
