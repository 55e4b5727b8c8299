package tickwing.common.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tickwing.common.error.HeapTooSmall;
import tickwing.common.error.Remarked;
import tickwing.common.error.UserError;
import tickwing.common.kafka.BrokerFailure;
import tickwing.common.kafka.BrokerProblem;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.KafkaErrors;

class BrokerWordsTest {
    @ParameterizedTest
    @MethodSource("refusals")
    void blamesTheClocksForRecordsFromAnotherTime(ApiException refused) {
        String sentence = sentence(new ExecutionException(refused));
        assertTrue(
                sentence.matches(
                        "The broker at localhost:9092 refused the records for their time: the clock of this machine"
                                + " \\(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\) is too far from its own; set the clocks"
                                + " right\\."),
                sentence);
    }

    /** The second is what Kafka's client makes of it when several records of a batch are refused. */
    private static Stream<ApiException> refusals() {
        return Stream.of(
                new InvalidTimestampException("One or more records have been rejected due to invalid timestamp"),
                new InvalidRecordException("Timestamp 1795917574770 of message with offset 0 is out of range. The"
                        + " timestamp should be within [1795917574832, 1795921174832]"));
    }

    @Test
    void leavesOtherRefusedRecordsToKafkasWords() {
        InvalidRecordException refused = new InvalidRecordException("Compacted topic cannot accept a null key.");
        assertEquals("Kafka at localhost:9092 reports: Compacted topic cannot accept a null key.", sentence(refused));
    }

    /** What users have been told, word for word. */
    private static final Map<BrokerProblem, String> SENTENCES = Map.ofEntries(
            Map.entry(
                    new BrokerProblem.Unreachable("b:1"),
                    "No broker answers at b:1; start one with './tickwing broker' or 'docker compose up', or name another"
                            + " with --bootstrap-server."),
            Map.entry(
                    new BrokerProblem.UnreachableByTls("b:1", "SSL"),
                    "No broker answers at b:1 by SSL; check that it runs, and that security.protocol of --command-config"
                            + " is what this port speaks."),
            Map.entry(
                    new BrokerProblem.TlsWanted("b:1"),
                    "The broker at b:1 wants TLS; name a file with security.protocol=SASL_SSL (or SSL) and the user's"
                            + " settings with --command-config."),
            Map.entry(
                    new BrokerProblem.WrongPassword("b:1", "why"),
                    "The broker at b:1 refused the user or password of --command-config (why); check sasl.jaas.config"
                            + " there."),
            Map.entry(
                    new BrokerProblem.UnsupportedLogin("b:1", "why"),
                    "The broker at b:1 takes no such login (why); change sasl.mechanism in --command-config."),
            Map.entry(
                    new BrokerProblem.WrongHostName("b:1", "why"),
                    "The certificate of the broker at b:1 is for another host name (why); use a name that it is for with"
                            + " --bootstrap-server."),
            Map.entry(
                    new BrokerProblem.UntrustedCertificate("b:1", "why"),
                    "The certificate of the broker at b:1 comes from an unknown authority (why); name the authority's"
                            + " certificate as ssl.truststore.location in --command-config."),
            Map.entry(
                    new BrokerProblem.NoTls("b:1", "why"),
                    "There is no TLS connection to the broker at b:1 (why); check the ssl settings in --command-config."),
            Map.entry(
                    new BrokerProblem.NoPermissionOnTopic("b:1", List.of("t")),
                    "The user has no permission on topic t at b:1; ask for an ACL, or use another user in"
                            + " --command-config."),
            Map.entry(
                    new BrokerProblem.NoPermissionOnTopic("b:1", List.of()),
                    "The user has no permission on the topic at b:1; ask for an ACL, or use another user in"
                            + " --command-config."),
            Map.entry(
                    new BrokerProblem.NoPermissionOnGroup("b:1", "g"),
                    "The user has no permission on consumer group g at b:1; choose another with --group, or ask for an"
                            + " ACL."),
            Map.entry(
                    new BrokerProblem.NoPermissionToPublish("b:1"),
                    "The user may not publish under this transactional id at b:1; ask for Write and Describe on the ids"
                            + " that start with the program's name, or use another user in --command-config."),
            Map.entry(
                    new BrokerProblem.NoPermissionToCreate("b:1", "t"),
                    "Topic t does not exist at b:1, and this user may not create it; have it created, or use another user"
                            + " in --command-config."),
            Map.entry(
                    new BrokerProblem.TooManyReplicas("b:1", "why"),
                    "The brokers at b:1 cannot hold that many replicas (why); choose a smaller --replication-factor."),
            Map.entry(
                    new BrokerProblem.RecordTooLarge("b:1", "why"),
                    "A record is larger than the broker at b:1 takes (why); raise the topic's max.message.bytes, or take"
                            + " the row out."),
            Map.entry(
                    new BrokerProblem.ClockTooFar("b:1", Instant.EPOCH),
                    "The broker at b:1 refused the records for their time: the clock of this machine"
                            + " (1970-01-01T00:00:00Z) is too far from its own; set the clocks right."),
            Map.entry(
                    new BrokerProblem.TopicMissing("t"),
                    "Topic t does not exist; run a producer first, or name another with --topic."),
            Map.entry(
                    new BrokerProblem.UnknownTopic("b:1"),
                    "The topic does not exist at b:1; run a producer first, or name another with --topic."),
            Map.entry(new BrokerProblem.RefusedTopicName("why"), "Kafka refuses the topic's name (why)."),
            Map.entry(
                    new BrokerProblem.ClientSetup("why"),
                    "The Kafka client cannot be set up: why; check --bootstrap-server, --command-config and"
                            + " --command-property."),
            Map.entry(new BrokerProblem.Other("b:1", "why"), "Kafka at b:1 reports: why."));

    @Test
    void saysWhatToDoAboutEachProblem() {
        SENTENCES.forEach((problem, sentence) -> assertEquals(sentence, BrokerWords.sentence(problem)));
    }

    @Test
    void hasWordsForEveryProblemThatThereIs() {
        assertEquals(
                Set.of(BrokerProblem.class.getPermittedSubclasses()),
                SENTENCES.keySet().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void keepsOptionsOutOfTheFacts(ApiException refused) {
        UserError failure = KafkaErrors.userError(refused, ClientSettings.of("localhost:9092"));
        assertInstanceOf(BrokerFailure.class, failure);
        SENTENCES.keySet().forEach(problem -> assertFalse(problem.fact().contains("--"), problem.fact()));
    }

    @Test
    void tellsABrokerThatIsGoneFromOneThatMaySpeakSomethingElse() {
        ClientSettings tls = new ClientSettings("b:1", Map.of("security.protocol", "SASL_SSL"));
        assertEquals(
                new BrokerProblem.UnreachableByTls("b:1", "SASL_SSL"),
                ((BrokerFailure) KafkaErrors.userError(new TimeoutException("late"), tls)).problem());
    }

    @Test
    void saysHowFarTheWorkHasComeAfterWhatStoppedIt() {
        UserError stopped = new Remarked(new BrokerFailure(new BrokerProblem.TlsWanted("b:1")), "3 rows are there.");
        assertEquals(SENTENCES.get(new BrokerProblem.TlsWanted("b:1")) + " 3 rows are there.", Sentences.of(stopped));
        assertEquals("The broker at b:1 wants TLS. 3 rows are there.", stopped.getMessage());
    }

    @Test
    void saysHowMuchHeapToGive() {
        assertEquals(
                "A heap of 300 MB is too small for so much; give Java more with TICKWING_JAVA_OPTS=-Xmx1024m.",
                Sentences.of(new HeapTooSmall(300)));
        assertTrue(Sentences.of(new HeapTooSmall(40)).endsWith("-Xmx512m."));
    }

    private static String sentence(Throwable failure) {
        return BrokerWords.sentence(KafkaErrors.problem(failure, "localhost:9092"));
    }
}
