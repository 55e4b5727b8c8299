package tickwing.charts.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickwing.board.view.Axis;

class ChartAxisTest {
    private static ChartAxis weekdays(LocalDate from, int many) {
        return ChartAxis.counting(days(IntStream.range(0, many * 2)
                .mapToObj(from::plusDays)
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .limit(many)
                .toArray(LocalDate[]::new)));
    }

    private static Axis.Days days(LocalDate... dates) {
        return new Axis.Days(
                Arrays.stream(dates).mapToLong(LocalDate::toEpochDay).toArray());
    }

    private static List<String> labels(ChartAxis axis, int max) {
        return axis.ticks(0, axis.size() - 1, max).stream()
                .map(ChartAxis.Tick::label)
                .toList();
    }

    @Test
    void leavesNoHolesAtWeekends() {
        ChartAxis axis = weekdays(LocalDate.of(2014, 1, 3), 2);
        assertEquals("Fri 2014-01-03", axis.text(0));
        assertEquals("Mon 2014-01-06", axis.text(1));
        assertEquals(1, axis.x(1) - axis.x(0));
    }

    @Test
    void marksTheFinestUnitThatFits() {
        ChartAxis axis = weekdays(LocalDate.of(2013, 11, 1), 60);
        assertEquals(List.of("Nov 2013", "Dec", "Jan 2014"), labels(axis, 5));
        assertEquals("Nov 4 2013", labels(axis, 20).get(0), "weeks, when there is room for them");
        assertEquals("Nov 1 2013", labels(axis, 60).get(0), "days, when there is room for all of them");
    }

    @Test
    void saysTheYearWhereOneBegins() {
        List<ChartAxis.Tick> ticks = weekdays(LocalDate.of(2013, 11, 1), 60).ticks(0, 59, 5);
        assertEquals(
                List.of(false, false, true),
                ticks.stream().map(ChartAxis.Tick::major).toList());
    }

    @Test
    void neverHasMoreMarksThanAskedFor() {
        for (int days : new int[] {1, 2, 7, 100, 5_000, 20_000}) {
            ChartAxis axis = weekdays(LocalDate.of(1962, 1, 2), days);
            for (int max = 1; max < 20; max++) {
                assertTrue(axis.ticks(0, days - 1, max).size() <= max, days + " days, " + max + " marks");
            }
        }
    }

    @Test
    void marksTimesOfDayAndTheDaysTheyBegin() {
        int east = -5 * 3_600;
        long[] seconds = IntStream.range(0, 14)
                .mapToLong(i -> LocalDateTime.of(2014, 1, 2 + i / 7, 9 + i % 7, 30)
                        .toEpochSecond(ZoneOffset.ofTotalSeconds(east)))
                .toArray();
        int[] offsets = new int[14];
        Arrays.fill(offsets, east);
        ChartAxis axis = ChartAxis.counting(new Axis.Instants(seconds, offsets));
        assertEquals("Jan 2 09:30", labels(axis, 14).get(0));
        assertEquals("10:30", labels(axis, 14).get(1));
        assertEquals("Jan 3 09:30", labels(axis, 14).get(7));
        assertEquals("Thu 2014-01-02 10:30", axis.text(1));
    }

    @Test
    void isTrueTimeForDays() {
        ChartAxis axis = ChartAxis.ofDays(days(LocalDate.of(2014, 1, 1), LocalDate.of(2014, 1, 4)));
        assertEquals(3, axis.x(1) - axis.x(0));
    }

    @Test
    void findsTheNearestPosition() {
        ChartAxis axis =
                ChartAxis.ofDays(days(LocalDate.of(1970, 1, 1), LocalDate.of(1970, 1, 3), LocalDate.of(1970, 1, 11)));
        assertEquals(0, axis.nearest(-5));
        assertEquals(0, axis.nearest(0.9));
        assertEquals(1, axis.nearest(1.1));
        assertEquals(1, axis.nearest(5.9));
        assertEquals(2, axis.nearest(99));
        assertEquals(-1, ChartAxis.EMPTY.nearest(3));
    }

    @Test
    void hasTheNamesOfCategoriesAsMarksAndNoMoreOfThemThanThereIsRoomFor() {
        ChartAxis axis =
                ChartAxis.counting(new Axis.Categories(List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun\033")));
        assertEquals(List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun\\u001b"), labels(axis, 7));
        assertEquals(List.of("Mon", "Wed", "Fri", "Sun\\u001b"), labels(axis, 4));
        assertEquals(
                List.of("Tue"),
                axis.ticks(1, 3, 1).stream().map(ChartAxis.Tick::label).toList());
        assertEquals("Wed", axis.text(2));
        assertEquals(2, axis.x(2));
        assertEquals(List.of(), axis.ticks(0, -1, 5));
        for (int max = 1; max < 9; max++) {
            assertTrue(axis.ticks(0, 6, max).size() <= max);
        }
    }
}
