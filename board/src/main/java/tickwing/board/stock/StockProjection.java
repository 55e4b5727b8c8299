package tickwing.board.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import tickwing.board.edition.Edition;
import tickwing.board.edition.Projection;
import tickwing.board.view.Note;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Origin;

/**
 * Computes a stock view. The studies stand before the newest bar and peek at it: it changes with each quote, and is often
 * published anew. As long as nothing before it changes, an edition costs the new bars and a copy of the arrays; else all
 * values are worked out from the first bar again, since values from the middle of a series on differ by rounding.
 */
final class StockProjection implements Projection<StockContent> {
    private final StockView view;
    private final StockPanes panes;
    private final BarsInInterval bars;
    private final LongAdder barsCalculated;
    private Studies studies;
    private StockValues values;
    /** Which of the bars the values belong to. */
    private Span span = new Span(0, 0);
    /** The bar that the studies take next. */
    private int next;
    /** The first bar that is made up; -1 for none before {@link #next}. */
    private int simulated;

    StockProjection(StockView view, LongAdder barsCalculated) {
        this.view = view;
        this.barsCalculated = barsCalculated;
        panes = new StockPanes(view.studies());
        bars = new BarsInInterval(view.interval());
        start();
    }

    private void start() {
        studies = new Studies(view.studies(), view.interval());
        values = new StockValues(view.interval(), studies.columns(), 0);
        span = new Span(0, 0);
        next = 0;
        simulated = -1;
    }

    @Override
    public Snapshot at(Edition<StockContent> edition) {
        Optional<SealedSymbol> symbol = edition.content().symbol(view.symbol());
        int same = 0;
        if (symbol.isPresent()) {
            same = bars.advance(symbol.get(), edition.version());
        } else {
            bars.clear();
        }
        Span now = Span.of(view.range(), bars.bars());
        if (!now.equals(span) || same < now.to()) {
            if (same < next || now.to() <= next || now.from() < span.from()) {
                start();
            }
            advance(now);
        }
        return snapshot(edition, symbol);
    }

    private void advance(Span now) {
        List<Bar> all = bars.bars();
        int kept = Math.max(0, next - now.from());
        values = values.moved(kept == 0 ? 0 : now.from() - span.from(), kept, now.size());
        if (simulated >= next) {
            simulated = -1;
        }
        for (int i = next; i < now.to(); i++) {
            Bar bar = all.get(i);
            if (i < now.to() - 1) {
                studies.update(bar);
            } else {
                studies.peek(bar);
            }
            if (i >= now.from()) {
                values.put(i - now.from(), bar, studies);
            }
            if (bar.simulated() && simulated < 0) {
                simulated = i;
            }
        }
        barsCalculated.add(now.to() - next);
        next = Math.max(0, now.to() - 1);
        span = now;
    }

    private Snapshot snapshot(Edition<StockContent> edition, Optional<SealedSymbol> symbol) {
        List<Bar> all = bars.bars();
        boolean forming = span.size() > 0 && all.get(span.to() - 1).isForming();
        return new Snapshot(
                view,
                edition.version(),
                edition.status(),
                values.axis(),
                panes.of(values),
                forming ? span.size() - 1 : span.size(),
                simulated < 0
                        ? Optional.empty()
                        : Optional.of(all.get(simulated).time()),
                symbol.map(SealedSymbol::origin).orElse(Origin.UNKNOWN),
                notes(edition.content(), symbol));
    }

    private List<Note> notes(StockContent content, Optional<SealedSymbol> symbol) {
        List<Note> notes = new ArrayList<>(content.leftOut());
        if (bars.bars().isEmpty()) {
            notes.add(new Note.NoBars(view.symbol()));
        }
        long others = symbol.map(its -> its.countOfNoUse(view.interval())).orElse(0L);
        if (others > 0) {
            notes.add(new Note.OtherIntervals(others, view.interval()));
        }
        return notes;
    }
}
