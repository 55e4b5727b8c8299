package tickwing.charts.stock;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tickwing.board.stock.Resampling;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarSeries;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

/**
 * The bars of one symbol, in the intervals they came in, seen in the interval that is wanted. A bar that came in the
 * wanted interval beats one that is summed up; of those, one from longer bars beats one from shorter ones.
 */
final class SymbolBars {
    private final Interval wanted;
    private final Map<Interval, BarSeries> series = new EnumMap<>(Interval.class);

    SymbolBars(Interval wanted) {
        this.wanted = wanted;
    }

    /** Whether bars of an interval say anything about those that are wanted; weeks say nothing about months. */
    static boolean isOfUse(Interval interval, Interval wanted) {
        if (interval == wanted) {
            return true;
        }
        boolean weeksInto = interval == Interval.ONE_WEEK;
        return interval.compareTo(wanted) < 0
                && !weeksInto
                && (wanted.isDaily() || wanted.seconds() % interval.seconds() == 0);
    }

    /** Returns whether the series has changed. */
    boolean upsert(Bar bar, long publishedAt) {
        BarSeries its = series.get(bar.interval());
        if (its == null) {
            its = new BarSeries();
            series.put(bar.interval(), its);
        }
        return its.upsert(bar, publishedAt);
    }

    /** In the wanted interval, in order of time; empty or more. */
    List<Bar> bars() {
        if (series.size() == 1 && series.containsKey(wanted)) {
            return series.get(wanted).bars();
        }
        TreeMap<BarTime, Bar> best = new TreeMap<>();
        series.forEach((interval, bars) -> {
            // From short to long intervals: a later one replaces an earlier one.
            List<Bar> seen = interval == wanted ? bars.bars() : Resampling.to(wanted, bars.bars());
            seen.forEach(bar -> best.put(bar.time(), bar));
        });
        return List.copyOf(best.values());
    }
}
