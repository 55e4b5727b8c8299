package tickwing.producer.stock.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

class SimulatedStockTest {
    private static final LocalDate THURSDAY = LocalDate.of(2014, 1, 2);

    @Test
    void tradesAsMuchAsTheBarsWhoseVolumeIsKnown() {
        assertEquals(0.5, Behaviour.averageVolume(List.of(traded(Double.NaN), traded(0.25), traded(0.75))));
        assertEquals(1_000_000, Behaviour.averageVolume(List.of(traded(Double.NaN))));
    }

    private static Bar traded(double volume) {
        return Bar.finished("X", Interval.ONE_DAY, BarTime.of(LocalDate.EPOCH), 1, 1, 1, 1, Double.NaN, volume);
    }

    @Test
    void formsABarOverSeveralTicksAndFinishesItWithTheLast() {
        SimulatedStock stock = stock(4, 1);
        List<Bar> ticks = ticks(stock, 8);
        assertEquals(
                List.of(true, true, true, false, true, true, true, false),
                ticks.stream().map(Bar::isForming).toList());
        assertEquals("2014-01-03T11:07:30-05:00", ticks.get(0).quotedAt().toString());
        for (Bar bar : ticks) {
            assertTrue(bar.simulated());
            assertTrue(bar.high() >= Math.max(bar.open(), bar.close()));
            assertTrue(bar.low() <= Math.min(bar.open(), bar.close()));
        }
        for (int i = 1; i < 4; i++) {
            assertEquals(ticks.get(0).open(), ticks.get(i).open());
            assertTrue(ticks.get(i).volume() > ticks.get(i - 1).volume());
        }
    }

    @Test
    void skipsWeekends() {
        List<LocalDate> days =
                ticks(stock(1, 1), 500).stream().map(b -> b.time().date()).toList();
        assertEquals(LocalDate.of(2014, 1, 3), days.get(0));
        assertEquals(LocalDate.of(2014, 1, 6), days.get(1));
        assertTrue(days.stream().noneMatch(d -> d.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0));
    }

    @Test
    void givesTheSameQuotesForTheSameSeed() {
        assertEquals(ticks(stock(5, 9), 200), ticks(stock(5, 9), 200));
        assertTrue(!ticks(stock(5, 9), 200).equals(ticks(stock(5, 10), 200)));
    }

    @Test
    void movesAsItWasToldTo() {
        Behaviour told = new Behaviour(0.0005, 0.02, 1_000);
        SimulatedStock stock = new SimulatedStock("X", told, 100, THURSDAY, 3, new Random(4));
        List<Double> closes = new ArrayList<>();
        for (int i = 0; i < 3 * 20_000; i++) {
            Bar bar = stock.next();
            if (!bar.isForming()) {
                closes.add(bar.close());
            }
        }
        Behaviour seen = Behaviour.of(closes.subList(0, 253), 1_000);
        assertEquals(0.02, seen.volatility(), 0.003);
        double drift = Math.log(closes.get(closes.size() - 1) / closes.get(0)) / (closes.size() - 1);
        assertEquals(0.0005, drift, 4 * 0.02 / Math.sqrt(20_000));
    }

    @Test
    void estimatesFromRealClosesOnlyWhenThereAreEnough() {
        List<Double> flat = IntStream.range(0, 100).mapToObj(i -> 50.0).toList();
        assertEquals(new Behaviour(0, 0, 7), Behaviour.of(flat, 7));
        assertEquals(new Behaviour(0, 0.02, 7), Behaviour.of(flat.subList(0, 10), 7));
    }

    private static SimulatedStock stock(int ticksPerBar, long seed) {
        return new SimulatedStock("X", Behaviour.DEFAULT, 100, THURSDAY, ticksPerBar, new Random(seed));
    }

    private static List<Bar> ticks(SimulatedStock stock, int count) {
        return IntStream.range(0, count).mapToObj(i -> stock.next()).toList();
    }
}
