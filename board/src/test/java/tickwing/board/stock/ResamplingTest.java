package tickwing.board.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

class ResamplingTest {
    private static Bar day(String date, double open, double high, double low, double close, double volume) {
        return Bar.finished(
                "X", Interval.ONE_DAY, BarTime.of(LocalDate.parse(date)), open, high, low, close, close / 2, volume);
    }

    @Test
    void takesFirstOpenHighestHighLowestLowLastCloseAndSummedVolume() {
        Bar week = Resampling.to(
                        Interval.ONE_WEEK,
                        List.of(
                                day("2014-01-06", 10, 12, 9, 11, 100),
                                day("2014-01-07", 11, 15, 10, 12, 200),
                                day("2014-01-10", 12, 13, 7, 8, 300)))
                .get(0);
        assertEquals(
                Bar.finished("X", Interval.ONE_WEEK, BarTime.of(LocalDate.of(2014, 1, 6)), 10, 15, 7, 8, 4, 600), week);
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, 1000, 0.5, 1000.75",
        "0.25, NaN, 0.5, 0.75",
        "NaN, NaN, 0, 0",
        "NaN, 3, NaN, 3",
        "NaN, NaN, NaN, NaN"
    })
    void sumsUpWhatIsKnownOfTheVolumesAndKnowsNothingWhereAllAreUnknown(
            double monday, double tuesday, double friday, double week) {
        List<Bar> days = List.of(
                day("2014-01-06", 1, 1, 1, 1, monday),
                day("2014-01-07", 1, 1, 1, 1, tuesday),
                day("2014-01-10", 1, 1, 1, 1, friday));
        assertEquals(week, Resampling.to(Interval.ONE_WEEK, days).get(0).volume());
    }

    @Test
    void beginsWeeksOnMondayMonthsAndYearsOnTheFirst() {
        BarTime sunday = BarTime.of(LocalDate.of(2014, 3, 2));
        assertEquals("2014-02-24", Resampling.start(Interval.ONE_WEEK, sunday).toString());
        assertEquals("2014-03-01", Resampling.start(Interval.ONE_MONTH, sunday).toString());
        assertEquals("2014-01-01", Resampling.start(Interval.ONE_YEAR, sunday).toString());
    }

    @Test
    void putsMinutesIntoHoursAndDaysOfTheExchange() {
        BarTime late = BarTime.of(OffsetDateTime.parse("2014-01-02T19:59:00-05:00"));
        assertEquals(
                "2014-01-02T19:00:00-05:00",
                Resampling.start(Interval.ONE_HOUR, late).toString());
        assertEquals(
                "2014-01-02T19:45:00-05:00",
                Resampling.start(Interval.FIFTEEN_MINUTES, late).toString());
        assertEquals("2014-01-02", Resampling.start(Interval.ONE_DAY, late).toString());
    }

    @Test
    void isFormingUntilItHoldsItsLastWeekday() {
        assertTrue(Resampling.to(Interval.ONE_WEEK, List.of(day("2014-01-08", 1, 1, 1, 1, 1)))
                .get(0)
                .isForming());
        assertFalse(Resampling.to(Interval.ONE_WEEK, List.of(day("2014-01-10", 1, 1, 1, 1, 1)))
                .get(0)
                .isForming());
        // 2013-08-31 was a Saturday.
        assertFalse(Resampling.to(Interval.ONE_MONTH, List.of(day("2013-08-30", 1, 1, 1, 1, 1)))
                .get(0)
                .isForming());
    }

    @Test
    void losesNothingWhateverTheDays() {
        Random random = new Random(5);
        List<Bar> days = new ArrayList<>();
        for (LocalDate date = LocalDate.of(2012, 1, 1); date.getYear() < 2015; date = date.plusDays(1)) {
            if (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && random.nextInt(20) > 0) {
                double low = 50 + random.nextInt(50);
                days.add(day(date.toString(), low + 1, low + 5, low, low + 2, random.nextInt(1_000)));
            }
        }
        for (Interval interval : List.of(Interval.ONE_WEEK, Interval.ONE_MONTH, Interval.ONE_YEAR)) {
            List<Bar> sums = Resampling.to(interval, days);
            assertEquals(
                    days.stream().mapToDouble(Bar::volume).sum(),
                    sums.stream().mapToDouble(Bar::volume).sum());
            assertEquals(days.get(0).open(), sums.get(0).open());
            assertEquals(
                    days.get(days.size() - 1).close(), sums.get(sums.size() - 1).close());
            assertEquals(
                    sums.stream().map(Bar::time).sorted().toList(),
                    sums.stream().map(Bar::time).toList());
            assertEquals(sums.size(), sums.stream().map(Bar::time).distinct().count());
        }
        assertEquals(3, Resampling.to(Interval.ONE_YEAR, days).size());
        assertEquals(36, Resampling.to(Interval.ONE_MONTH, days).size());
    }
}
