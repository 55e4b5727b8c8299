package tickwing.common.cli;

import tickwing.common.kafka.BrokerProblem;
import tickwing.common.kafka.BrokerProblem.ClientSetup;
import tickwing.common.kafka.BrokerProblem.ClockTooFar;
import tickwing.common.kafka.BrokerProblem.NoPermissionOnGroup;
import tickwing.common.kafka.BrokerProblem.NoPermissionOnTopic;
import tickwing.common.kafka.BrokerProblem.NoPermissionToCreate;
import tickwing.common.kafka.BrokerProblem.NoPermissionToPublish;
import tickwing.common.kafka.BrokerProblem.NoTls;
import tickwing.common.kafka.BrokerProblem.Other;
import tickwing.common.kafka.BrokerProblem.RecordTooLarge;
import tickwing.common.kafka.BrokerProblem.RefusedTopicName;
import tickwing.common.kafka.BrokerProblem.TlsWanted;
import tickwing.common.kafka.BrokerProblem.TooManyReplicas;
import tickwing.common.kafka.BrokerProblem.TopicMissing;
import tickwing.common.kafka.BrokerProblem.UnknownTopic;
import tickwing.common.kafka.BrokerProblem.Unreachable;
import tickwing.common.kafka.BrokerProblem.UnreachableByTls;
import tickwing.common.kafka.BrokerProblem.UnsupportedLogin;
import tickwing.common.kafka.BrokerProblem.UntrustedCertificate;
import tickwing.common.kafka.BrokerProblem.WrongHostName;
import tickwing.common.kafka.BrokerProblem.WrongPassword;

/** What somebody at a command line can do about a {@link BrokerProblem}. */
final class BrokerWords {
    private BrokerWords() {}

    /** What has happened and what to do. */
    static String sentence(BrokerProblem problem) {
        if (problem instanceof WrongPassword wrong) {
            return "The broker at " + wrong.servers() + " refused the user or password of --command-config ("
                    + wrong.reason() + "); check sasl.jaas.config there.";
        }
        String advice = advice(problem);
        return problem.fact() + (advice.isEmpty() ? "." : "; " + advice + ".");
    }

    /** Empty where Kafka's own words have to do. */
    private static String advice(BrokerProblem problem) {
        if (problem instanceof Unreachable) {
            return "start one with '" + Typed.words("broker")
                    + "' or 'docker compose up', or name another with --bootstrap-server";
        } else if (problem instanceof UnreachableByTls) {
            return "check that it runs, and that security.protocol of --command-config is what this port speaks";
        } else if (problem instanceof TlsWanted) {
            return "name a file with security.protocol=SASL_SSL (or SSL) and the user's settings with --command-config";
        } else if (problem instanceof UnsupportedLogin) {
            return "change sasl.mechanism in --command-config";
        } else if (problem instanceof WrongHostName) {
            return "use a name that it is for with --bootstrap-server";
        } else if (problem instanceof UntrustedCertificate) {
            return "name the authority's certificate as ssl.truststore.location in --command-config";
        } else if (problem instanceof NoTls) {
            return "check the ssl settings in --command-config";
        } else if (problem instanceof NoPermissionOnTopic) {
            return "ask for an ACL, or use another user in --command-config";
        } else if (problem instanceof NoPermissionOnGroup) {
            return "choose another with --group, or ask for an ACL";
        } else if (problem instanceof NoPermissionToPublish) {
            return "ask for Write and Describe on the ids that start with the program's name, or use another user in"
                    + " --command-config";
        } else if (problem instanceof NoPermissionToCreate) {
            return "have it created, or use another user in --command-config";
        } else if (problem instanceof TooManyReplicas) {
            return "choose a smaller --replication-factor";
        } else if (problem instanceof RecordTooLarge) {
            return "raise the topic's max.message.bytes, or take the row out";
        } else if (problem instanceof ClockTooFar) {
            return "set the clocks right";
        } else if (problem instanceof TopicMissing || problem instanceof UnknownTopic) {
            return "run a producer first, or name another with --topic";
        } else if (problem instanceof ClientSetup) {
            return "check --bootstrap-server, --command-config and --command-property";
        } else if (problem instanceof RefusedTopicName || problem instanceof Other) {
            return "";
        }
        // A test sees to it that there is none.
        throw new IllegalArgumentException("no words for " + problem);
    }
}
