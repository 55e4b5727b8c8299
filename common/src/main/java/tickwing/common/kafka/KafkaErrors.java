package tickwing.common.kafka;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import tickwing.common.error.UserError;

/** Kafka's exceptions as sentences that say what happened and what to do. */
public final class KafkaErrors {
    private KafkaErrors() {}

    /** The failure as an error that is printed as it stands. */
    public static UserError userError(Throwable failure, ClientSettings settings) {
        if (failure instanceof UserError already) {
            return already;
        }
        if (unwrap(failure) instanceof TimeoutException && settings.usesTls()) {
            return new UserError(
                    "No broker answers at " + settings.bootstrapServers() + " by " + settings.securityProtocol()
                            + "; check that it runs, and that security.protocol of --command-config is what this port"
                            + " speaks.",
                    failure);
        }
        return new UserError(sentence(failure, settings.bootstrapServers()), failure);
    }

    /** @param broker how to name the broker in the sentence, e.g. its bootstrap servers */
    public static String sentence(Throwable failure, String broker) {
        Throwable cause = unwrap(failure);
        if (cause instanceof SaslAuthenticationException) {
            return "The broker at " + broker + " refused the user or password of --command-config (" + firstLine(cause)
                    + "); check sasl.jaas.config there.";
        }
        if (cause instanceof UnsupportedSaslMechanismException) {
            return "The broker at " + broker + " takes no such login (" + firstLine(cause)
                    + "); change sasl.mechanism in --command-config.";
        }
        if (cause instanceof SslAuthenticationException) {
            return untrusted(rootMessage(cause), broker);
        }
        if (cause instanceof TopicAuthorizationException e) {
            String topics = String.join(", ", e.unauthorizedTopics());
            return "The user has no permission on " + (topics.isEmpty() ? "the topic" : "topic " + topics) + " at "
                    + broker + "; ask for an ACL, or use another user in --command-config.";
        }
        if (cause instanceof GroupAuthorizationException e) {
            return "The user has no permission on consumer group " + e.groupId() + " at " + broker
                    + "; choose another with --group, or ask for an ACL.";
        }
        if (cause instanceof TransactionalIdAuthorizationException || cause instanceof ClusterAuthorizationException) {
            return "The user may not publish under this transactional id at " + broker
                    + "; ask for Write and Describe on the ids that start with the program's name, or use another user"
                    + " in --command-config.";
        }
        if (cause instanceof InvalidReplicationFactorException) {
            return "The brokers at " + broker + " cannot hold that many replicas (" + firstLine(cause)
                    + "); choose a smaller --replication-factor.";
        }
        if (cause instanceof RecordTooLargeException) {
            return "A record is larger than the broker at " + broker + " takes (" + firstLine(cause)
                    + "); raise the topic's max.message.bytes, or take the row out.";
        }
        if (isFromAnotherTime(cause)) {
            // A record's timestamp is the time of publishing, which a broker takes when it is at most an hour ahead.
            return "The broker at " + broker + " refused the records for their time: the clock of this machine ("
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS)
                    + ") is too far from its own; set the clocks right.";
        }
        if (cause instanceof UnknownTopicOrPartitionException) {
            return "The topic does not exist at " + broker + "; run a producer first, or name another with --topic.";
        }
        if (cause instanceof InvalidTopicException) {
            return "Kafka refuses the topic's name (" + firstLine(cause) + ").";
        }
        if (cause instanceof TimeoutException) {
            return unreachable(broker);
        }
        if (cause instanceof ConfigException || failure.getMessage() != null && isSetUp(failure)) {
            return "The Kafka client cannot be set up: " + firstLine(cause)
                    + "; check --bootstrap-server, --command-config and --command-property.";
        }
        return "Kafka at " + broker + " reports: " + firstLine(cause) + ".";
    }

    /** The sentence for a broker that does not answer. */
    public static String unreachable(String broker) {
        return "No broker answers at " + broker + "; start one with './tickwing broker' or 'docker compose up',"
                + " or name another with --bootstrap-server.";
    }

    /** Kafka's client has a type for it only when a single record of the batch is refused. */
    private static boolean isFromAnotherTime(Throwable cause) {
        return cause instanceof InvalidTimestampException
                || cause instanceof InvalidRecordException
                        && String.valueOf(cause.getMessage()).matches("(?s)Timestamp .* is out of range.*");
    }

    /** What the constructors of clients throw, e.g. when a key store cannot be read. */
    private static boolean isSetUp(Throwable failure) {
        return failure.getMessage().startsWith("Failed to construct kafka")
                || failure.getMessage().startsWith("Failed create new KafkaAdminClient");
    }

    private static String untrusted(String reason, String broker) {
        if (reason.contains("No subject alternative") || reason.contains("No name matching")) {
            return "The certificate of the broker at " + broker + " is for another host name (" + reason
                    + "); use a name that it is for with --bootstrap-server.";
        }
        if (reason.contains("certification path") || reason.contains("PKIX")) {
            return "The certificate of the broker at " + broker + " comes from an unknown authority (" + reason
                    + "); name the authority's certificate as ssl.truststore.location in --command-config.";
        }
        return "There is no TLS connection to the broker at " + broker + " (" + reason
                + "); check the ssl settings in --command-config.";
    }

    /** The exception that Kafka meant, without the wrappers of futures and of client construction. */
    public static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof ExecutionException
                        || cause instanceof CompletionException
                        || cause.getClass() == KafkaException.class)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return firstLine(cause);
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse("").replaceAll("[.\\s]+$", "");
    }
}
