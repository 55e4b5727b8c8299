package tickwing.board.stock;

import java.util.List;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;
import tickwing.common.bar.Origin;

/**
 * One symbol's bars in one edition.
 *
 * @param series by the interval the bars came in, from short to long; one or more
 * @param origin where the prices come from, as the newest records have it
 */
record SealedSymbol(String symbol, List<SealedSeries> series, Origin origin) {
    /** How many bars there are, in all intervals. */
    long count() {
        long count = 0;
        for (SealedSeries its : series) {
            count += its.bars().size();
        }
        return count;
    }

    /** Those series from which bars of an interval can be made. */
    List<SealedSeries> usefulFor(Interval wanted) {
        return series.stream().filter(its -> isOfUse(its.interval(), wanted)).toList();
    }

    /** How many bars there are from which bars of an interval cannot be made. */
    long countOfNoUse(Interval wanted) {
        long count = 0;
        for (SealedSeries its : series) {
            count += isOfUse(its.interval(), wanted) ? 0 : its.bars().size();
        }
        return count;
    }

    /** The bars in an interval, in order of time; never changed by anyone. */
    List<Bar> bars(Interval wanted) {
        BarsInInterval bars = new BarsInInterval(wanted);
        bars.advance(this, 0);
        return bars.bars();
    }

    /** Whether bars of an interval say anything about those that are wanted; weeks say nothing about months. */
    private static boolean isOfUse(Interval interval, Interval wanted) {
        if (interval == wanted) {
            return true;
        }
        return interval.compareTo(wanted) < 0
                && interval != Interval.ONE_WEEK
                && (wanted.isDaily() || wanted.seconds() % interval.seconds() == 0);
    }
}
