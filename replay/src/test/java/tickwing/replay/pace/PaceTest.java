package tickwing.replay.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 1, 3, 10, 1_000, 33_333, 50_000})
    void keepsTheRateOverAMinute(double rate) {
        Throughput pace = new Throughput(rate);
        long start = 77;
        long now = start;
        long rows = Math.max(2, Math.round(60 * rate));
        for (long i = 0; i <= rows; i++) {
            now = Math.max(now, due(pace, now, 0));
        }
        double measured = rows / ((now - start) / 1e9);
        assertEquals(rate, measured, rate * 1e-3);
    }

    @Test
    void letsTheFirstRowGoAtOnce() {
        assertEquals(5, due(new Throughput(0.01), 5, 0));
    }

    @Test
    void makesUpForNoMoreThanATenthOfASecondAfterAStall() {
        Throughput pace = new Throughput(1_000);
        long now = 0;
        for (int i = 0; i < 100; i++) {
            now = due(pace, now, 0);
        }
        now += 10 * SECOND;
        int burst = 0;
        while (due(pace, now, 0) <= now) {
            burst++;
        }
        assertTrue(burst >= 99 && burst <= 101, "rows at once: " + burst);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 1_000, 50_000})
    void makesUpForASecondLittleByLittleAfterAStallThenGoesOnAtTheRate(double rate) {
        Throughput pace = new Throughput(rate);
        due(pace, 0, 0);
        long stall = 60 * SECOND;
        long now = stall;
        long rows = 0;
        long rowsIn2 = 0;
        while (now < stall + 40 * SECOND) {
            now = Math.max(now, due(pace, now, 0));
            rows++;
            rowsIn2 += now < stall + 2 * SECOND ? 1 : 0;
        }
        assertEquals(rate * 41.1, rows, Math.max(2, rate * 0.01), "in 40 s, those of 1.1 s made up for");
        assertEquals(rate * 2.3, rowsIn2, Math.max(2, rate * 0.03), "in 2 s: a burst, then a tenth faster");
    }

    @Test
    void keepsTheRateThoughItStallsNowAndThen() {
        Throughput pace = new Throughput(50_000);
        long now = 0;
        long rows = 0;
        while (now < 20 * SECOND) {
            now = Math.max(now, due(pace, now, 0));
            rows++;
            if (rows % 250_000 == 0) {
                now += SECOND * 3 / 10;
            }
        }
        assertEquals(50_000, rows / 20.0, 500);
    }

    @Test
    void replaysADayIn24SecondsAt3600TimesTheSpeed() {
        EventTime pace = new EventTime(3_600, Long.MAX_VALUE, () -> {});
        long start = due(pace, 0, 1_000_000);
        long end = due(pace, start, 1_000_000 + 86_400_000);
        assertEquals(24.0, (end - start) / 1e9, 1e-6);
    }

    @Test
    void sendsALateRowAtOnceAndKeepsTheScheduleOfTheOthers() {
        EventTime pace = new EventTime(1, Long.MAX_VALUE, () -> {});
        assertEquals(0, due(pace, 0, 0));
        assertEquals(2 * SECOND, due(pace, 0, 2_000));
        assertEquals(2 * SECOND, due(pace, 2 * SECOND, 500));
        assertEquals(3 * SECOND, due(pace, 2 * SECOND, 3_000));
    }

    @Test
    void shortensALongGap() {
        EventTime pace = new EventTime(10, 5_000, () -> {});
        due(pace, 0, 0);
        assertEquals(SECOND / 2, due(pace, 0, 1_000_000));
        assertEquals(SECOND, due(pace, SECOND / 2, 1_005_000));
    }

    @Test
    void tellsOnceThatAFileRunsBackwards() {
        AtomicInteger told = new AtomicInteger();
        EventTime pace = new EventTime(10, Long.MAX_VALUE, told::incrementAndGet);
        for (int row = 0; row < 1_000; row++) {
            assertEquals(0, due(pace, 0, -row * 1_000L));
            assertEquals(row < EventTime.BACKWARDS ? 0 : 1, told.get(), "row " + row);
        }
    }

    @Test
    void takesRowsThatAreOnlyUnsortedForAFileThatRunsForwards() {
        AtomicInteger told = new AtomicInteger();
        EventTime pace = new EventTime(10, Long.MAX_VALUE, told::incrementAndGet);
        for (int row = 0; row < 1_000; row++) {
            due(pace, 0, row + (row % 2 == 0 ? 500 : -500));
        }
        assertEquals(0, told.get());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAPaceThatIsNone(double value) {
        assertThrows(IllegalArgumentException.class, () -> new Throughput(value));
        assertThrows(IllegalArgumentException.class, () -> new EventTime(value, 1, () -> {}));
    }

    private static long due(Pace pace, long now, long eventMillis) {
        return pace.due(now, () -> eventMillis);
    }
}
