package tickwing.common.error;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.Optional;

/** Tells when the heap is too small, which else looks like a program that hangs or a broker that does not answer. */
public final class Memory {
    private static final double FULL = 0.98;
    private static final Optional<MemoryPoolMXBean> OLD = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
            .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()));

    private Memory() {}

    /**
     * Takes microseconds; to be called where state grows. Java's serial collector does not give up by itself: it collects
     * all the time once the room for what lives long is full.
     *
     * @throws HeapTooSmall when the last collection left that room full
     */
    public static void check() {
        OLD.map(MemoryPoolMXBean::getCollectionUsage).filter(Memory::isFull).ifPresent(usage -> {
            throw tooSmall();
        });
    }

    /** How large the heap may become. */
    public static int megabytes() {
        return (int) Math.min(Runtime.getRuntime().maxMemory() >> 20, 1 << 20);
    }

    static boolean isFull(MemoryUsage usage) {
        return usage.getMax() > 0 && usage.getUsed() > FULL * usage.getMax();
    }

    /** What to throw or tell when the heap is too small, now or after an {@link OutOfMemoryError}. */
    public static HeapTooSmall tooSmall() {
        return new HeapTooSmall(megabytes());
    }
}
