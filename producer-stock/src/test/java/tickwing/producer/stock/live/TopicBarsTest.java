package tickwing.producer.stock.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

class TopicBarsTest {
    @ParameterizedTest
    @CsvSource({
        "NaN, NaN, UNCHANGED",
        "0.5, 0.5, UNCHANGED",
        "0.5, 0.50000001, NEW",
        "NaN, 0.5, NEW",
        "0, NaN, NEW",
    })
    void aQuoteIsTheSameAgainWhereItsVolumeIsOrIsUnknownAgain(double before, double now, TopicBars.Verdict verdict) {
        TopicBars topic = new TopicBars(Set.of("X"), Interval.ONE_DAY, 10);
        topic.add(forming(before), 0);
        assertEquals(verdict, topic.judge(forming(now)));
    }

    private static Bar forming(double volume) {
        OffsetDateTime quoted = OffsetDateTime.parse("2026-03-10T12:00:00-04:00");
        BarTime day = BarTime.of(LocalDate.of(2026, 3, 10));
        return new Bar("X", Interval.ONE_DAY, day, 1, 2, 1, 2, Double.NaN, volume, quoted, false);
    }
}
