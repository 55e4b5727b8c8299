package tickwing.board.stock;

import java.util.List;
import java.util.Optional;
import tickwing.board.Name;
import tickwing.board.view.Note;
import tickwing.board.view.StockView;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;

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

    /** All bars of a symbol in an interval, shorter ones summed up, in order of time; none of a symbol that is not there. */
    public List<Bar> bars(String symbol, Interval interval) {
        return symbol(symbol).map(its -> its.bars(interval)).orElse(List.of());
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
