package tickwing.common.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KafkaErrorsTest {
    @ParameterizedTest
    @MethodSource("refusals")
    void blamesTheClocksForRecordsFromAnotherTime(ApiException refused) {
        String sentence = KafkaErrors.sentence(new ExecutionException(refused), "localhost:9092");
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
        assertEquals(
                "Kafka at localhost:9092 reports: Compacted topic cannot accept a null key.",
                KafkaErrors.sentence(refused, "localhost:9092"));
    }
}
