package tickwing.common.kafka;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

/** Kafka's exceptions as facts: a {@link BrokerProblem} each. */
public final class KafkaErrors {
    private KafkaErrors() {}

    /** The failure as a {@link BrokerFailure}; one that is told already stays as it is. */
    public static UserError userError(Throwable failure, ClientSettings settings) {
        if (failure instanceof UserError already) {
            return already;
        }
        BrokerProblem problem = problem(failure, settings.bootstrapServers());
        boolean byTls = problem instanceof BrokerProblem.Unreachable && settings.usesTls();
        return new BrokerFailure(
                byTls
                        ? new BrokerProblem.UnreachableByTls(settings.bootstrapServers(), settings.securityProtocol())
                        : problem,
                failure);
    }

    /** @param servers how to name the brokers, e.g. their bootstrap servers */
    public static BrokerProblem problem(Throwable failure, String servers) {
        Throwable cause = unwrap(failure);
        if (cause instanceof SaslAuthenticationException) {
            return new BrokerProblem.WrongPassword(servers, firstLine(cause));
        }
        if (cause instanceof UnsupportedSaslMechanismException) {
            return new BrokerProblem.UnsupportedLogin(servers, firstLine(cause));
        }
        if (cause instanceof SslAuthenticationException) {
            return untrusted(rootMessage(cause), servers);
        }
        if (cause instanceof TopicAuthorizationException e) {
            return new BrokerProblem.NoPermissionOnTopic(servers, List.copyOf(e.unauthorizedTopics()));
        }
        if (cause instanceof GroupAuthorizationException e) {
            return new BrokerProblem.NoPermissionOnGroup(servers, e.groupId());
        }
        if (cause instanceof TransactionalIdAuthorizationException || cause instanceof ClusterAuthorizationException) {
            return new BrokerProblem.NoPermissionToPublish(servers);
        }
        if (cause instanceof InvalidReplicationFactorException) {
            return new BrokerProblem.TooManyReplicas(servers, firstLine(cause));
        }
        if (cause instanceof RecordTooLargeException) {
            return new BrokerProblem.RecordTooLarge(servers, firstLine(cause));
        }
        if (isFromAnotherTime(cause)) {
            return new BrokerProblem.ClockTooFar(servers, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        }
        if (cause instanceof UnknownTopicOrPartitionException) {
            return new BrokerProblem.UnknownTopic(servers);
        }
        if (cause instanceof InvalidTopicException) {
            return new BrokerProblem.RefusedTopicName(firstLine(cause));
        }
        if (cause instanceof TimeoutException) {
            return new BrokerProblem.Unreachable(servers);
        }
        if (cause instanceof ConfigException || failure.getMessage() != null && isSetUp(failure)) {
            return new BrokerProblem.ClientSetup(firstLine(cause));
        }
        return new BrokerProblem.Other(servers, firstLine(cause));
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

    private static BrokerProblem untrusted(String reason, String servers) {
        if (reason.contains("No subject alternative") || reason.contains("No name matching")) {
            return new BrokerProblem.WrongHostName(servers, reason);
        }
        if (reason.contains("certification path") || reason.contains("PKIX")) {
            return new BrokerProblem.UntrustedCertificate(servers, reason);
        }
        return new BrokerProblem.NoTls(servers, reason);
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
