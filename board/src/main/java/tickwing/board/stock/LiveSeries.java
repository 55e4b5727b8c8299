package tickwing.board.stock;

import java.util.List;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarSeries;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

/** The bars of one symbol that came in one interval. Belongs to the reading thread. */
final class LiveSeries {
    private final Interval interval;
    private final BarSeries series = new BarSeries();
    private Changes changes;
    /** The first bar that has changed since the last edition; null when none has. */
    private BarTime changedFrom;

    private SealedSeries sealed;

    LiveSeries(Interval interval) {
        this.interval = interval;
    }

    /** Returns whether the series has changed. */
    boolean upsert(Bar bar, long publishedAt) {
        if (!series.upsert(bar, publishedAt)) {
            return false;
        }
        if (changedFrom == null || bar.time().compareTo(changedFrom) < 0) {
            changedFrom = bar.time();
        }
        return true;
    }

    SealedSeries seal(long version) {
        if (changedFrom != null) {
            changes = changes == null ? Changes.startingAt(version) : changes.with(version, firstTouched());
            changedFrom = null;
            sealed = new SealedSeries(interval, series.bars(), changes);
        }
        return sealed;
    }

    /** What was the newest bar may have been summed up as one that is still forming, which it is no longer. */
    private BarTime firstTouched() {
        List<Bar> before = sealed.bars();
        BarTime newest = before.get(before.size() - 1).time();
        return newest.compareTo(changedFrom) < 0 ? newest : changedFrom;
    }
}
