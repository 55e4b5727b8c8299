package tickwing.board.stock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

/**
 * One symbol's bars in an interval, carried on from edition to edition. A bar that came in the wanted interval beats one that
 * is summed up; of those, one from longer bars beats one from shorter ones. What is carried on is the same as what is made
 * from the start.
 */
final class BarsInInterval {
    private static final long NONE = -1;

    private final Interval wanted;
    private List<Bar> bars = List.of();
    private long version = NONE;
    /** Whether later bars were summed up to later ones, which they are unless the exchange's clock jumps. */
    private boolean inOrder;

    BarsInInterval(Interval wanted) {
        this.wanted = wanted;
    }

    /** In order of time; never changed by anyone. */
    List<Bar> bars() {
        return bars;
    }

    /** There are none. */
    void clear() {
        bars = List.of();
        version = NONE;
    }

    /**
     * Goes on to an edition.
     *
     * @return how many of the first bars are the same as before
     */
    int advance(SealedSymbol symbol, long edition) {
        List<SealedSeries> series = symbol.usefulFor(wanted);
        long before = version;
        boolean known =
                before != NONE && series.stream().allMatch(its -> its.changes().reachBackTo(before));
        BarTime from = known ? firstChanged(series, before) : null;
        version = edition;
        if (known && from == null) {
            return bars.size();
        }
        if (series.size() == 1 && series.get(0).interval() == wanted) {
            bars = series.get(0).bars();
            return known ? SealedSeries.lowerBound(bars, from) : 0;
        }
        if (known && inOrder) {
            TreeMap<BarTime, Bar> tail = new TreeMap<>();
            if (series.stream().allMatch(its -> addFrom(from, its, before, tail))) {
                int same = SealedSeries.lowerBound(bars, from);
                List<Bar> joined = new ArrayList<>(same + tail.size());
                joined.addAll(bars.subList(0, same));
                joined.addAll(tail.values());
                bars = Collections.unmodifiableList(joined);
                return same;
            }
        }
        TreeMap<BarTime, Bar> all = new TreeMap<>();
        inOrder = true;
        // From short to long intervals: a later one replaces an earlier one.
        for (SealedSeries its : series) {
            inOrder &= put(in(its.interval(), its.bars()), all);
        }
        bars = List.copyOf(all.values());
        return 0;
    }

    /** Null where none has. */
    private BarTime firstChanged(List<SealedSeries> series, long before) {
        BarTime first = null;
        for (SealedSeries its : series) {
            BarTime time = its.changes()
                    .since(before)
                    .map(changed -> start(its.interval(), changed))
                    .orElse(null);
            if (time != null && (first == null || time.compareTo(first) < 0)) {
                first = time;
            }
        }
        return first;
    }

    /** Returns false where that cannot be told from the bars from there on alone. */
    private boolean addFrom(BarTime from, SealedSeries series, long before, TreeMap<BarTime, Bar> tail) {
        List<Bar> its = series.bars();
        int first = series.changes()
                .since(before)
                .map(changed -> SealedSeries.lowerBound(its, changed))
                .orElse(its.size());
        while (first > 0 && start(series.interval(), its.get(first - 1).time()).compareTo(from) >= 0) {
            first--;
        }
        List<Bar> made = in(series.interval(), its.subList(first, its.size()));
        boolean fits = made.isEmpty() || made.get(0).time().compareTo(from) >= 0;
        return put(made, tail) && fits;
    }

    private List<Bar> in(Interval interval, List<Bar> its) {
        return interval == wanted ? its : Resampling.to(wanted, its);
    }

    private BarTime start(Interval interval, BarTime time) {
        return interval == wanted ? time : Resampling.start(wanted, time);
    }

    /** Returns false where they are out of order, as where the exchange's clock has been set back by hours. */
    private static boolean put(List<Bar> made, TreeMap<BarTime, Bar> to) {
        BarTime before = null;
        boolean inOrder = true;
        for (Bar bar : made) {
            inOrder &= before == null || before.compareTo(bar.time()) < 0;
            before = bar.time();
            to.put(before, bar);
        }
        return inOrder;
    }
}
