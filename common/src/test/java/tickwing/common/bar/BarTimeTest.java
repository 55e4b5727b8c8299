package tickwing.common.bar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class BarTimeTest {
    @Test
    void tellsDaysApartThatTakeEachOthersPlaces() {
        long[] days = {0, 1 << 12, -1, (1 << 12) - 1, 2 << 12, 0, -(1 << 12), 0, 15_706, 15_706 + (1 << 12)};
        for (long day : days) {
            LocalDate date = LocalDate.ofEpochDay(day);
            assertEquals(BarTime.of(date), BarTime.ofDay(day));
            assertEquals(day, BarTime.ofDay(day).ordinal());
            assertEquals(date.toString(), BarTime.of(date).toString());
        }
        assertEquals("1969-12-31", BarTime.ofDay(-1).toString());
        assertEquals("+12345-06-07", BarTime.of(LocalDate.of(12_345, 6, 7)).toString());
    }

    @Test
    void writesATimeWithItsOffset() {
        assertEquals(
                "2013-01-02T09:30:00-05:00",
                BarTime.of(OffsetDateTime.parse("2013-01-02T09:30:00.5-05:00")).toString());
    }
}
