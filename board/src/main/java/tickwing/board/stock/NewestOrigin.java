package tickwing.board.stock;

import java.time.ZoneOffset;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Origin;

/**
 * Where one symbol's prices come from: each fact as the newest record has it that states it. Newest is the one that was
 * published last; of several published at once the one with the latest bar, and of those the one with the greatest text. So
 * it depends on the set of records, never on their order.
 */
final class NewestOrigin {
    /** One fact, as the newest record states it. */
    private static final class Fact {
        private String text;
        private long publishedAt;
        private long second;

        /** Returns whether the fact is another one now. */
        boolean take(String said, long at, long barSecond) {
            if (said == null || text != null && order(said, at, barSecond) <= 0) {
                return false;
            }
            boolean changed = !said.equals(text);
            text = said;
            publishedAt = at;
            second = barSecond;
            return changed;
        }

        private int order(String said, long at, long barSecond) {
            if (at != publishedAt) {
                return Long.compare(at, publishedAt);
            }
            return barSecond == second ? said.compareTo(text) : Long.compare(barSecond, second);
        }
    }

    private final Fact currency = new Fact();
    private final Fact source = new Fact();
    private Origin origin = Origin.UNKNOWN;

    /** Returns whether it comes from somewhere else now. */
    boolean take(Bar bar, long publishedAt) {
        long second = second(bar.time());
        boolean changed = currency.take(bar.origin().currency(), publishedAt, second)
                | source.take(bar.origin().source(), publishedAt, second);
        if (changed) {
            origin = new Origin(currency.text, source.text);
        }
        return changed;
    }

    Origin origin() {
        return origin;
    }

    /** A time that bars of all intervals have. */
    private static long second(BarTime time) {
        return time.start() == null
                ? time.date().atStartOfDay().toEpochSecond(ZoneOffset.UTC)
                : time.start().toEpochSecond();
    }
}
