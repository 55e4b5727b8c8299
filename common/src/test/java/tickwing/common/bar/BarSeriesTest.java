package tickwing.common.bar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BarSeriesTest {
    private record Published(Bar bar, long at) {}

    @Test
    void holdsBarsInOrderOfTimeWhateverOrderTheyCameIn() {
        BarSeries series = new BarSeries();
        for (int day : new int[] {5, 1, 9, 3, 7, 2}) {
            assertTrue(series.upsert(finished(day, day), 0));
        }
        assertEquals(
                List.of(1.0, 2.0, 3.0, 5.0, 7.0, 9.0),
                series.bars().stream().map(Bar::close).toList());
    }

    @Test
    void replacesAFormingBarByANewerQuoteAndByTheFinishedBar() {
        BarSeries series = new BarSeries();
        assertTrue(series.upsert(forming(1, 10, 100), 1));
        assertTrue(series.upsert(forming(1, 12, 102), 2));
        assertFalse(series.upsert(forming(1, 11, 101), 3), "an older quote that comes late");
        assertEquals(102, series.bars().get(0).close());
        assertTrue(series.upsert(finished(1, 105), 4));
        assertFalse(series.upsert(forming(1, 23, 106), 5), "a quote for a bar that is finished");
        assertEquals(List.of(finished(1, 105)), series.bars());
    }

    @Test
    void prefersRealPricesToSimulatedOnes() {
        BarSeries series = new BarSeries();
        Bar made = finished(1, 50);
        Bar simulated = new Bar(made.symbol(), made.interval(), made.time(), 50, 50, 50, 50, Double.NaN, 1, null, true);
        series.upsert(forming(1, 10, 60), 1);
        assertFalse(series.upsert(simulated, 2));
        assertEquals(60, series.bars().get(0).close());
    }

    @Test
    void takesTheLaterPublicationOfAFinishedBar() {
        BarSeries series = new BarSeries();
        series.upsert(finished(1, 100), 1_000);
        assertTrue(series.upsert(finished(1, 99), 2_000));
        assertFalse(series.upsert(finished(1, 101), 1_500));
        assertEquals(99, series.bars().get(0).close());
    }

    @Test
    void prefersAKnownVolumeToAnUnknownOneWhereNothingElseDecides() {
        for (List<Double> volumes : List.of(List.of(0.0, Double.NaN), List.of(Double.NaN, 0.0))) {
            BarSeries series = new BarSeries();
            volumes.forEach(volume -> series.upsert(volume(volume), 1));
            assertEquals(List.of(volume(0)), series.bars());
        }
    }

    @Test
    void prefersAKnownAdjustedCloseToAnUnknownOneInATie() {
        for (List<Double> closes : List.of(List.of(1.0, Double.NaN), List.of(Double.NaN, 1.0))) {
            BarSeries series = new BarSeries();
            closes.forEach(close -> series.upsert(adjusted(close), 1));
            assertEquals(List.of(adjusted(1)), series.bars());
        }
    }

    private static Bar adjusted(double adjClose) {
        return Bar.finished("X", Interval.ONE_DAY, BarTime.of(LocalDate.EPOCH), 1, 1, 1, 1, adjClose, 7);
    }

    private static Bar volume(double volume) {
        return Bar.finished("X", Interval.ONE_DAY, BarTime.of(LocalDate.EPOCH), 1, 1, 1, 1, Double.NaN, volume);
    }

    @Test
    void doesNotChangeWithWhereABarComesFrom() {
        BarSeries series = new BarSeries();
        assertTrue(series.upsert(finished(1, 100).from(new Origin("USD", "yahoo")), 1));
        assertFalse(series.upsert(finished(1, 100).from(new Origin("EUR", "yahoo")), 2));
        assertEquals(List.of(finished(1, 100)), series.bars());
    }

    @Test
    void saysThatARepetitionChangesNothing() {
        BarSeries series = new BarSeries();
        series.upsert(finished(1, 100), 1);
        assertFalse(series.upsert(finished(1, 100), 2));
    }

    @Test
    void dependsOnTheSetOfRecordsNeverOnTheirOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            List<Published> records = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int day = random.nextInt(20);
                double close = 100 + random.nextInt(5);
                Bar bar = random.nextBoolean() ? finished(day, close) : forming(day, 10 + random.nextInt(3), close);
                records.add(new Published(bar, random.nextInt(4)));
            }
            List<Bar> expected = series(records);
            Collections.shuffle(records, random);
            records.addAll(records.subList(0, 30));
            assertEquals(expected, series(records), "round " + round);
        }
    }

    private static List<Bar> series(List<Published> records) {
        BarSeries series = new BarSeries();
        records.forEach(r -> series.upsert(r.bar, r.at));
        return series.bars();
    }

    private static Bar finished(int day, double close) {
        return Bar.finished(
                "X",
                Interval.ONE_DAY,
                BarTime.of(LocalDate.EPOCH.plusDays(day)),
                close,
                close,
                close,
                close,
                Double.NaN,
                1);
    }

    private static Bar forming(int day, int hour, double close) {
        OffsetDateTime quoted = LocalDate.EPOCH.plusDays(day).atTime(hour, 0).atOffset(ZoneOffset.UTC);
        return new Bar(
                "X",
                Interval.ONE_DAY,
                BarTime.of(quoted.toLocalDate()),
                close,
                close,
                close,
                close,
                Double.NaN,
                1,
                quoted,
                false);
    }
}
