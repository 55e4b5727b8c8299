package tickwing.common.kafka;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.junit.jupiter.api.Test;

class KafkaErrorsTest {
    @Test
    void blamesTheClocksForRecordsFromAnotherTime() {
        InvalidTimestampException refused =
                new InvalidTimestampException("One or more records have been rejected due to invalid timestamp");
        String sentence = KafkaErrors.sentence(new ExecutionException(refused), "localhost:9092");
        assertTrue(
                sentence.matches(
                        "The clock of this machine \\(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\) is too far from that of the"
                                + " broker at localhost:9092, which refused the records for their time; set the clocks"
                                + " right, and run the same command again\\."),
                sentence);
    }
}
