package tickwing.charts.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tickwing.common.kafka.ReaderStatus;
import tickwing.common.kafka.TopicNews;
import tickwing.common.record.Reason;

class StatusTextTest {
    private static final LocalTime NOON = LocalTime.NOON;

    private static String text(ReaderStatus status, double perSecond) {
        return StatusText.reading("stocks", "localhost:9092", status, perSecond, NOON);
    }

    @Test
    void saysWhatItWaitsForBeforeTheFirstRecord() {
        assertEquals("waiting for records on topic stocks at localhost:9092", text(ReaderStatus.NONE, 0));
    }

    @Test
    void saysHowReadingGoes() {
        ReaderStatus status = new ReaderStatus(1_552, 3, "stocks-0@7: not JSON", 1_200, true, Duration.ZERO);
        assertEquals("stocks at localhost:9092 · 1,552 records · 43/s · lag 1,200 · 3 rejected", text(status, 43.2));
    }

    @Test
    void saysForWhichReasonsRecordsWereSkippedTheMostFrequentFirst() {
        Map<Reason, Long> reasons = Map.of(Reason.NOT_JSON, 1_000L, Reason.NO_DATE, 1L, Reason.NO_SYMBOL, 1L);
        ReaderStatus status = new ReaderStatus(1_552, 1_002, "", -1, true, Duration.ZERO, TopicNews.NONE, reasons);
        assertEquals(
                "stocks at localhost:9092 · 1,552 records · 1,002 rejected (1,000 not JSON, 1 no symbol, 1 no date)",
                text(status, -1));
        assertEquals("1,552 records · 1,002 rejected", StatusText.figures(status, -1));
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        ReaderStatus status = new ReaderStatus(1, 0, "", -1, false, Duration.ZERO);
        assertEquals("stocks at localhost:9092 · 1 record · 0 rejected", text(status, -1));
    }

    @Test
    void saysSinceWhenTheBrokerIsGone() {
        ReaderStatus status = new ReaderStatus(5, 0, "", 0, true, Duration.ofSeconds(61));
        assertEquals("no answer from localhost:9092 since 11:58:59; trying again · 5 records", text(status, 0));
    }

    private static ReaderStatus with(long records, TopicNews news) {
        return new ReaderStatus(records, 0, "", 0, true, Duration.ZERO, news);
    }

    private static Instant at(LocalTime time) {
        return time.atDate(LocalDate.of(2026, 1, 5))
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    @Test
    void saysSinceWhenTheTopicIsGone() {
        TopicNews news = new TopicNews(at(NOON), null, 0, null, null);
        assertEquals(
                "topic stocks is gone since 12:00:00; waiting for it to be made again · 5 records",
                text(with(5, news), 0));
    }

    @Test
    void saysWhenTheTopicWasMadeAnew() {
        TopicNews news = new TopicNews(null, at(NOON), 0, null, null);
        assertEquals(
                "stocks at localhost:9092 · 5 records · lag 0 · 0 rejected · topic made anew at 12:00:00",
                text(with(5, news), -1));
        assertEquals(
                "waiting for records on topic stocks at localhost:9092 · topic made anew at 12:00:00",
                text(with(0, news), -1));
    }

    @Test
    void saysHowManyRecordsWaitForATransaction() {
        TopicNews news = new TopicNews(null, null, 1_007, at(NOON), null);
        assertEquals(
                "stocks at localhost:9092 · 5 records · lag 0 · 0 rejected · up to 1,007 wait for a transaction since"
                        + " 12:00:00",
                text(with(5, news), -1));
    }

    @Test
    void saysWhatPartOfTheTopicIsShown() {
        TopicNews news = new TopicNews(null, null, 0, null, new TopicNews.Share(1, 3, "desk"));
        assertEquals(
                "stocks at localhost:9092 · 5 records · lag 0 · 0 rejected · 1 of 3 partitions; other members of group"
                        + " desk have the rest",
                text(with(5, news), -1));
    }

    @Test
    void saysWhenTheNextRefreshWillBe() {
        assertEquals("not refreshed yet · next at 12:00:30", StatusText.refreshing(null, NOON.plusSeconds(30)));
        assertEquals("refreshed 12:00:00 · next at 12:00:05", StatusText.refreshing(NOON, NOON.plusSeconds(5)));
    }
}
