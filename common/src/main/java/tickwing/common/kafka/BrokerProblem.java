package tickwing.common.kafka;

import java.time.Instant;
import java.util.List;

/**
 * What has gone wrong between a program and its brokers: facts alone. What its user may do about it depends on where the
 * program gets its settings from, and is for the one who shows it to say.
 */
public sealed interface BrokerProblem {
    /** What has happened, as the beginning of a sentence, without a full stop. */
    String fact();

    /** @param servers how the brokers are named, e.g. {@code localhost:9092} */
    record Unreachable(String servers) implements BrokerProblem {
        @Override
        public String fact() {
            return "No broker answers at " + servers;
        }
    }

    /** @param protocol what was spoken, e.g. {@code SASL_SSL} */
    record UnreachableByTls(String servers, String protocol) implements BrokerProblem {
        @Override
        public String fact() {
            return "No broker answers at " + servers + " by " + protocol;
        }
    }

    /** The client speaks no TLS, and the broker nothing else. */
    record TlsWanted(String server) implements BrokerProblem {
        @Override
        public String fact() {
            return "The broker at " + server + " wants TLS";
        }
    }

    /** @param reason the broker's own words */
    record WrongPassword(String servers, String reason) implements BrokerProblem {
        @Override
        public String fact() {
            return "The broker at " + servers + " refused the user or password (" + reason + ")";
        }
    }

    /** @param reason Kafka's own words */
    record UnsupportedLogin(String servers, String reason) implements BrokerProblem {
        @Override
        public String fact() {
            return "The broker at " + servers + " takes no such login (" + reason + ")";
        }
    }

    /** @param reason Java's own words */
    record WrongHostName(String servers, String reason) implements BrokerProblem {
        @Override
        public String fact() {
            return "The certificate of the broker at " + servers + " is for another host name (" + reason + ")";
        }
    }

    /** @param reason Java's own words */
    record UntrustedCertificate(String servers, String reason) implements BrokerProblem {
        @Override
        public String fact() {
            return "The certificate of the broker at " + servers + " comes from an unknown authority (" + reason + ")";
        }
    }

    /** @param reason Java's own words */
    record NoTls(String servers, String reason) implements BrokerProblem {
        @Override
        public String fact() {
            return "There is no TLS connection to the broker at " + servers + " (" + reason + ")";
        }
    }

    /** @param topics empty when the broker does not say which */
    record NoPermissionOnTopic(String servers, List<String> topics) implements BrokerProblem {
        public NoPermissionOnTopic {
            topics = List.copyOf(topics);
        }

        @Override
        public String fact() {
            return "The user has no permission on "
                    + (topics.isEmpty() ? "the topic" : "topic " + String.join(", ", topics)) + " at " + servers;
        }
    }

    record NoPermissionOnGroup(String servers, String group) implements BrokerProblem {
        @Override
        public String fact() {
            return "The user has no permission on consumer group " + group + " at " + servers;
        }
    }

    /** Neither under that transactional id nor, where there is none, at all. */
    record NoPermissionToPublish(String servers) implements BrokerProblem {
        @Override
        public String fact() {
            return "The user may not publish under this transactional id at " + servers;
        }
    }

    record NoPermissionToCreate(String servers, String topic) implements BrokerProblem {
        @Override
        public String fact() {
            return "Topic " + topic + " does not exist at " + servers + ", and this user may not create it";
        }
    }

    /** @param reason the broker's own words */
    record TooManyReplicas(String servers, String reason) implements BrokerProblem {
        @Override
        public String fact() {
            return "The brokers at " + servers + " cannot hold that many replicas (" + reason + ")";
        }
    }

    /** @param reason the broker's or the client's own words */
    record RecordTooLarge(String servers, String reason) implements BrokerProblem {
        @Override
        public String fact() {
            return "A record is larger than the broker at " + servers + " takes (" + reason + ")";
        }
    }

    /**
     * A record's timestamp is the time of publishing, which a broker takes when it is at most an hour ahead.
     *
     * @param here what the clock of this machine said
     */
    record ClockTooFar(String servers, Instant here) implements BrokerProblem {
        @Override
        public String fact() {
            return "The broker at " + servers + " refused the records for their time: the clock of this machine ("
                    + here + ") is too far from its own";
        }
    }

    /** A topic that was to be read. */
    record TopicMissing(String topic) implements BrokerProblem {
        @Override
        public String fact() {
            return "Topic " + topic + " does not exist";
        }
    }

    /** A topic that the broker did not name. */
    record UnknownTopic(String servers) implements BrokerProblem {
        @Override
        public String fact() {
            return "The topic does not exist at " + servers;
        }
    }

    /** @param reason Kafka's own words */
    record RefusedTopicName(String reason) implements BrokerProblem {
        @Override
        public String fact() {
            return "Kafka refuses the topic's name (" + reason + ")";
        }
    }

    /** @param reason Kafka's own words */
    record ClientSetup(String reason) implements BrokerProblem {
        @Override
        public String fact() {
            return "The Kafka client cannot be set up: " + reason;
        }
    }

    /** @param reason Kafka's own words */
    record Other(String servers, String reason) implements BrokerProblem {
        @Override
        public String fact() {
            return "Kafka at " + servers + " reports: " + reason;
        }
    }
}
