package tickwing.topics;

import java.util.List;
import tickwing.common.kafka.ClusterSurvey.Settings;

/** How long records are kept, in few characters. */
final class Retention {
    private record Unit(String name, long size) {}

    private static final List<Unit> TIMES =
            List.of(new Unit("d", 86_400_000), new Unit("h", 3_600_000), new Unit("m", 60_000), new Unit("s", 1_000));
    private static final List<Unit> SIZES =
            List.of(new Unit(" GB", 1L << 30), new Unit(" MB", 1L << 20), new Unit(" kB", 1L << 10));

    private Retention() {}

    /** For example {@code 7d}, {@code 7d or 10 GB} or {@code forever}. */
    static String text(Settings settings) {
        String time = settings.retentionMillis() < 0 ? "" : amount(settings.retentionMillis(), TIMES, "ms");
        String size = settings.retentionBytes() < 0 ? "" : amount(settings.retentionBytes(), SIZES, " B");
        if (time.isEmpty() && size.isEmpty()) {
            return "forever";
        }
        return time + (time.isEmpty() || size.isEmpty() ? "" : " or ") + size;
    }

    /** In the largest unit that needs no fraction. */
    private static String amount(long amount, List<Unit> units, String smallest) {
        return units.stream()
                .filter(unit -> amount > 0 && amount % unit.size() == 0)
                .findFirst()
                .map(unit -> amount / unit.size() + unit.name())
                .orElse(amount + smallest);
    }
}
