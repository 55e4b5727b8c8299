package tickwing.board.stock;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import tickwing.board.Name;
import tickwing.board.edition.Edition;
import tickwing.board.view.Note;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;
import tickwing.common.bar.Origin;
import tickwing.common.kafka.ReaderStatus;

/** All bars in one edition; immutable, for any thread, for as long as somebody holds it. */
public final class StockContent {
    static final StockContent EMPTY = new StockContent(List.of(), List.of());

    private final List<SealedSymbol> symbols;
    private final List<Note> leftOut;

    /**
     * @param symbols in alphabetical order
     * @param leftOut what there is no room for
     */
    StockContent(List<SealedSymbol> symbols, List<Note> leftOut) {
        this.symbols = symbols;
        this.leftOut = leftOut;
    }

    /** The symbols, in alphabetical order, each with the number of its bars in all intervals they came in. */
    public List<Name> names() {
        return symbols.stream()
                .map(symbol -> new Name(symbol.symbol(), symbol.count()))
                .toList();
    }

    /** The symbols that have bars from which those of an interval can be made, each with their number, in alphabetical order. */
    public List<Name> names(Interval interval) {
        return symbols.stream()
                .map(symbol -> new Name(symbol.symbol(), symbol.count() - symbol.countOfNoUse(interval)))
                .filter(name -> name.count() > 0)
                .toList();
    }

    /** How many bars there are from which those of an interval cannot be made. */
    public long countOfNoUse(Interval interval) {
        return symbols.stream()
                .mapToLong(symbol -> symbol.countOfNoUse(interval))
                .sum();
    }

    /** What there is of one symbol, for whoever wants to hold no more than that; empty where it is not there. */
    public StockContent only(String symbol) {
        return new StockContent(symbol(symbol).stream().toList(), List.of());
    }

    /** Whether a symbol has not changed from another edition to this one; both may be without it. */
    public boolean hasTheSame(String symbol, StockContent other) {
        return symbol(symbol).orElse(null) == other.symbol(symbol).orElse(null);
    }

    /**
     * A view of nothing but this, worked out from the first bar, for whoever shows it once; a subscription carries it on
     * instead. It belongs to no edition: its version is 0, and nothing is said of the reading.
     */
    public Snapshot snapshot(StockView view) {
        return new StockProjection(view, new LongAdder()).at(new Edition<>(0, ReaderStatus.NONE, this));
    }

    /** All bars of a symbol in an interval, shorter ones summed up, in order of time; none of a symbol that is not there. */
    public List<Bar> bars(String symbol, Interval interval) {
        return symbol(symbol).map(its -> its.bars(interval)).orElse(List.of());
    }

    /** Where a symbol's prices come from, as its newest records have it; unknown of a symbol that is not there. */
    public Origin origin(String symbol) {
        return symbol(symbol).map(SealedSymbol::origin).orElse(Origin.UNKNOWN);
    }

    /** The rows of a view, worked out while they are read: no more than one block of values is ever in memory. */
    public StockTable table(StockView view) {
        return new StockTable(view, bars(view.symbol(), view.interval()));
    }

    /** What there is no room for; empty when there is room for all. */
    public List<Note> leftOut() {
        return leftOut;
    }

    boolean isTheSameAs(StockContent other) {
        return symbols == other.symbols && leftOut.equals(other.leftOut);
    }

    Optional<SealedSymbol> symbol(String name) {
        int low = 0;
        int high = symbols.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            SealedSymbol symbol = symbols.get(middle);
            int order = symbol.symbol().compareTo(name);
            if (order == 0) {
                return Optional.of(symbol);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
