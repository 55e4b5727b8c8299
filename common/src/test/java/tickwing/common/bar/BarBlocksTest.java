package tickwing.common.bar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Blocks against the plain thing that they stand for: a list of bars. */
class BarBlocksTest {
    private final Random random = new Random(11);

    @ParameterizedTest
    @EnumSource(
            value = Interval.class,
            names = {"ONE_DAY", "ONE_MINUTE"})
    void holdsEveryBarAsItCameAndNoViewEverChanges(Interval interval) {
        for (int round = 0; round < 30; round++) {
            BarBlocks bars = new BarBlocks();
            TreeMap<BarTime, Bar> expected = new TreeMap<>();
            List<List<Bar>> views = new ArrayList<>();
            List<List<Bar>> copies = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                Bar bar = bar(interval, random.nextInt(300));
                put(bars, bar, i);
                expected.put(bar.time(), bar);
                if (random.nextInt(12) == 0) {
                    views.add(bars.view());
                    copies.add(List.copyOf(expected.values()));
                }
            }
            assertEquals(List.copyOf(expected.values()), bars);
            assertEquals(copies, views);
        }
    }

    @Test
    void keepsWhenEachBarWasPublished() {
        BarBlocks bars = new BarBlocks();
        for (int at : new int[] {5, 1, 3}) {
            put(bars, bar(Interval.ONE_DAY, at), at * 10);
        }
        assertEquals(List.of(10L, 30L, 50L), List.of(bars.publishedAt(0), bars.publishedAt(1), bars.publishedAt(2)));
    }

    @Test
    void aBarTakes64BytesOfItsBlock() throws IllegalAccessException {
        int count = 64 * 100;
        BarBlocks bars = new BarBlocks();
        for (int i = 0; i < count; i++) {
            BarTime day = BarTime.of(LocalDate.EPOCH.plusDays(i));
            double volume = i % 3 == 0 ? Double.NaN : i + 0.5;
            Bar bar = Bar.finished("X", Interval.ONE_DAY, day, 2, 3, 1, 2, 2, volume);
            put(bars, bar.from(new Origin("currency" + i % 2, "source" + i)), i);
        }
        long bytes = 0;
        for (BarBlock block : bars.blocks()) {
            bytes += block == null ? 0 : bytesOfArrays(block);
        }
        assertEquals(64L * count, bytes);
    }

    /** Of every array that a block has, whatever it is for. */
    private static long bytesOfArrays(BarBlock block) throws IllegalAccessException {
        Map<Class<?>, Integer> sizes = Map.of(long[].class, 8, double[].class, 8, int[].class, 4, boolean[].class, 1);
        long bytes = 0;
        for (Field field : BarBlock.class.getDeclaredFields()) {
            field.setAccessible(true);
            if (field.getType().isArray() && field.get(block) != null) {
                // A reference of an object's takes four bytes, or eight.
                bytes += (long) sizes.getOrDefault(field.getType(), 8) * Array.getLength(field.get(block));
            }
        }
        return bytes;
    }

    /** Whole, with decimals, or unknown. */
    private double volume() {
        return random.nextInt(4) == 0 ? Double.NaN : random.nextInt(100) / 8.0;
    }

    private static void put(BarBlocks bars, Bar bar, long publishedAt) {
        int at = bars.indexOf(bar.time());
        if (at < 0) {
            bars.insert(-at - 1, bar, publishedAt);
        } else {
            bars.replace(at, bar, publishedAt);
        }
    }

    /** Mostly finished and real; every now and then forming, simulated, unadjusted or of another offset. */
    private Bar bar(Interval interval, int at) {
        LocalDateTime local = LocalDate.of(2014, 1, 1).atStartOfDay();
        ZoneOffset offset = ZoneOffset.ofHours(random.nextInt(8) == 0 ? 1 : -5);
        BarTime time = interval.isDaily()
                ? BarTime.of(local.toLocalDate().plusDays(at))
                : BarTime.of(local.plusMinutes(at).atOffset(ZoneOffset.UTC).withOffsetSameInstant(offset));
        double price = random.nextDouble();
        OffsetDateTime quoted = random.nextInt(9) == 0 ? local.plusNanos(at).atOffset(offset) : null;
        double adjusted = random.nextBoolean() ? Double.NaN : price / 2;
        boolean simulated = random.nextInt(9) == 0;
        return new Bar("X", interval, time, price, price + 1, price - 1, price, adjusted, volume(), quoted, simulated);
    }
}
