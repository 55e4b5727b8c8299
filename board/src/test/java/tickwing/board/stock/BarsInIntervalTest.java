package tickwing.board.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

class BarsInIntervalTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2014-01-06T00:00:00Z");

    private static void carryOn(Interval wanted, Supplier<Bar> arrivals) {
        LiveSymbol symbol = new LiveSymbol("A");
        BarsInInterval carried = new BarsInInterval(wanted);
        List<Bar> before = List.of();
        for (int edition = 1; edition <= 200; edition++) {
            symbol.upsert(arrivals.get(), edition);
            SealedSymbol sealed = symbol.seal(edition);
            if (edition % 3 > 0) {
                int same = carried.advance(sealed, edition);
                assertEquals(sealed.bars(wanted), carried.bars());
                assertEquals(before.subList(0, same), carried.bars().subList(0, same));
                assertEquals(carried.bars().size(), carried.advance(sealed, edition));
                before = List.copyOf(carried.bars());
            }
        }
        assertTrue(before.size() > 5, "only " + before.size() + " bars");
    }

    @Test
    void whatIsCarriedOnIsWhatIsMadeFromTheStartFormingBarsAmongThem() {
        for (Interval wanted : List.of(Interval.ONE_DAY, Interval.ONE_WEEK, Interval.ONE_MINUTE)) {
            Arrivals arrivals = new Arrivals(31);
            carryOn(wanted, () -> {
                Bar bar = arrivals.next().bar();
                while (!bar.symbol().equals("A")) {
                    bar = arrivals.next().bar();
                }
                return bar;
            });
        }
    }

    /** Some are unknown, and sums of others depend on their order. */
    private static double volume(Random random) {
        return random.nextInt(4) == 0 ? Double.NaN : random.nextInt(90) * 0.1;
    }

    @Test
    void soItIsWhereTheExchangesClockJumps() {
        Random random = new Random(8);
        int[] minute = {0};
        carryOn(Interval.ONE_HOUR, () -> {
            minute[0] += random.nextInt(40);
            int at = random.nextInt(4) == 0 ? random.nextInt(minute[0] + 1) : minute[0];
            ZoneOffset offset = ZoneOffset.ofHoursMinutes(random.nextInt(3), 30 * random.nextInt(2));
            OffsetDateTime start = START.plusMinutes(at).withOffsetSameInstant(offset);
            return Bar.finished(
                    "A", Interval.ONE_MINUTE, BarTime.of(start), at, at + 1, at - 1, at, Double.NaN, volume(random));
        });
    }
}
