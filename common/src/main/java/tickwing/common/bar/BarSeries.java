package tickwing.common.bar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The bars of one symbol and interval, in order of time, one for each time. Depends on the set of bars it was given,
 * never on their order: of two bars with the same time, a real one beats a simulated one, a finished one beats a forming
 * one, a newer quote beats an older one, and a later publication beats an earlier one; what is left of a tie goes to the
 * greater values. Not safe for use by several threads.
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
            .thenComparing(e -> e.bar.volume())
            .thenComparing(e -> e.bar.adjClose());

    private final List<Entry> entries = new ArrayList<>();

    /**
     * Inserts a bar, or replaces the one that it beats.
     *
     * @param publishedAt when the bar was published, in milliseconds since 1970 UTC
     * @return whether the series has changed
     */
    public boolean upsert(Bar bar, long publishedAt) {
        Entry entry = new Entry(bar, publishedAt);
        int at = indexOf(bar.time());
        if (at < 0) {
            entries.add(-at - 1, entry);
            return true;
        }
        Entry known = entries.get(at);
        if (WORTH.compare(entry, known) <= 0) {
            return false;
        }
        entries.set(at, entry);
        return !bar.equals(known.bar);
    }

    /** How many bars there are. */
    public int size() {
        return entries.size();
    }

    /** The bars as they are now, in order of time; a copy that never changes. */
    public List<Bar> bars() {
        return entries.stream().map(Entry::bar).toList();
    }

    /** Where the time is, or {@code -(insertion point) - 1}; most bars arrive in order, so the end is tried first. */
    private int indexOf(BarTime time) {
        int low = 0;
        int high = entries.size() - 1;
        if (high >= 0 && time.compareTo(entries.get(high).bar.time()) > 0) {
            return -entries.size() - 1;
        }
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = entries.get(middle).bar.time().compareTo(time);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
