package tickwing.common.bar;

import java.util.Comparator;
import java.util.List;

/**
 * The bars of one symbol and interval, in order of time, one for each time. Depends on the set of bars it was given,
 * never on their order: of two bars with the same time, a real one beats a simulated one, a finished one beats a forming
 * one, a newer quote beats an older one, and a later publication beats an earlier one; what is left of a tie goes to the
 * greater values, and to known ones. Where bars come from is not kept: it would be said of each bar, and is the same for
 * all of them. Not safe for use by several threads.
 */
public final class BarSeries {
    private record Entry(Bar bar, long publishedAt) {}

    private static final Comparator<Entry> WORTH = Comparator.comparing((Entry e) -> !e.bar.simulated())
            .thenComparing(e -> !e.bar.isForming())
            .thenComparing(e -> e.bar.isForming() ? e.bar.quotedAt().toInstant().toEpochMilli() : 0L)
            .thenComparing(Entry::publishedAt)
            .thenComparing(e -> e.bar.close())
            .thenComparing(e -> e.bar.high())
            .thenComparing(e -> e.bar.low())
            .thenComparing(e -> e.bar.open())
            .thenComparing(e -> known(e.bar.volume()))
            .thenComparing(e -> known(e.bar.adjClose()));

    private final BarBlocks bars = new BarBlocks();

    /**
     * Inserts a bar, or replaces the one that it beats.
     *
     * @param publishedAt when the bar was published, in milliseconds since 1970 UTC
     * @return whether the series has changed
     */
    public boolean upsert(Bar bar, long publishedAt) {
        int at = bars.indexOf(bar.time());
        if (at < 0) {
            bars.insert(-at - 1, bar, publishedAt);
            return true;
        }
        Entry known = new Entry(bars.get(at), bars.publishedAt(at));
        if (WORTH.compare(new Entry(bar, publishedAt), known) <= 0) {
            return false;
        }
        bars.replace(at, bar, publishedAt);
        return !bar.from(Origin.UNKNOWN).equals(known.bar);
    }

    /** How many bars there are. */
    public int size() {
        return bars.size();
    }

    /** The bars as they are now, in order of time; never changes. Each is made anew when it is asked for. */
    public List<Bar> bars() {
        return bars.view();
    }

    /** What is unknown is worth less than any number. */
    private static double known(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
}
