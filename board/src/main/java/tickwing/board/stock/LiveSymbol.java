package tickwing.board.stock;

import java.util.EnumMap;
import java.util.Map;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;
import tickwing.common.bar.Origin;

/** The bars of one symbol, in the intervals they came in. Belongs to the reading thread. */
final class LiveSymbol {
    private final String symbol;
    private final Map<Interval, LiveSeries> series = new EnumMap<>(Interval.class);

    /** Null until a record says where it comes from. */
    private NewestOrigin origin;

    LiveSymbol(String symbol) {
        this.symbol = symbol;
    }

    /** Returns whether anything has changed. */
    boolean upsert(Bar bar, long publishedAt) {
        boolean fromElsewhere = bar.origin().isKnown() && fromElsewhere(bar, publishedAt);
        LiveSeries its = series.get(bar.interval());
        if (its == null) {
            its = new LiveSeries(bar.interval());
            series.put(bar.interval(), its);
        }
        return its.upsert(bar, publishedAt) || fromElsewhere;
    }

    private boolean fromElsewhere(Bar bar, long publishedAt) {
        if (origin == null) {
            origin = new NewestOrigin();
        }
        return origin.take(bar, publishedAt);
    }

    SealedSymbol seal(long version) {
        return new SealedSymbol(
                symbol,
                series.values().stream().map(its -> its.seal(version)).toList(),
                origin == null ? Origin.UNKNOWN : origin.origin());
    }
}
