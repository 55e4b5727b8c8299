package tickwing.charts;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tickwing.common.error.UserError;
import tickwing.common.kafka.ReaderStatus;
import tickwing.common.kafka.TopicNews;
import tickwing.common.record.Reason;

class NothingToShowTest {
    private static ReaderStatus status(long records, Map<Reason, Long> reasons) {
        long rejected = reasons.values().stream().mapToLong(Long::longValue).sum();
        return new ReaderStatus(
                records, rejected, "stocks-0@7: Date is missing", 0, true, Duration.ZERO, TopicNews.NONE, reasons);
    }

    private static String said(ReaderStatus status, String note) {
        return assertThrows(UserError.class, () -> NothingToShow.refuse("stocks", status, note))
                .getMessage();
    }

    @Test
    void isSaidOfATopicThatCannotBeReadWithTheReasons() {
        assertEquals(
                "None of the 1,003 records of topic stocks could be read (1,000 no date, 3 not JSON); the last one was"
                        + " stocks-0@7: Date is missing.",
                said(status(1_003, Map.of(Reason.NOT_JSON, 3L, Reason.NO_DATE, 1_000L)), "no bars of A"));
    }

    @Test
    void isSaidWithWhatThereIsInstead() {
        assertEquals(
                "Topic stocks has nothing to show: no bars of \\u001bA; there are B, C and more.",
                said(status(8, Map.of(Reason.NOT_JSON, 3L)), "no bars of \033A · there are B, C and more"));
    }

    @Test
    void isNoFaultOfATopicThatIsEmpty() {
        assertDoesNotThrow(() -> NothingToShow.refuse("stocks", ReaderStatus.NONE, ""));
    }
}
