package tickwing.board.stock;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import tickwing.board.Board;
import tickwing.board.Name;
import tickwing.board.NotWanted;
import tickwing.board.edition.Edition;
import tickwing.board.edition.Editions;
import tickwing.board.edition.Figures;
import tickwing.board.edition.Register;
import tickwing.board.edition.Subscription;
import tickwing.board.view.Note;
import tickwing.board.view.StockView;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.bar.FirstNames;
import tickwing.common.kafka.ReaderStatus;
import tickwing.common.record.Decoded;

/** The bars of a topic, by symbol and by the interval they came in. What is seen depends on the set of records, not on their order. */
public final class StockBoard implements Board<Bar, StockView> {
    private final BarJson.Reader reader = new BarJson.Reader();
    private final Set<String> wanted;
    private final Editions<StockContent> editions = new Editions<>(StockContent.EMPTY);
    private final Register<String, LiveSymbol, SealedSymbol> symbols =
            new Register<>(symbol -> symbol.seal(editions.nextVersion()));
    private final LongAdder barsCalculated = new LongAdder();
    private final int room;
    private final NotWanted notWanted = new NotWanted();
    private FirstNames names;

    /**
     * @param wanted which symbols to keep; empty for all that there is room for
     * @param room how many there is room for, where none are named: those with the first names; 1 or more
     */
    public StockBoard(Set<String> wanted, int room) {
        this.wanted = Set.copyOf(wanted);
        this.room = wanted.isEmpty() ? room : wanted.size();
        names = new FirstNames(this.room);
    }

    @Override
    public List<Decoded<Bar>> decode(byte[] key, byte[] value) {
        return reader.read(key, value);
    }

    @Override
    public void accept(Bar bar, long publishedAt) {
        if (!wanted.isEmpty() && !wanted.contains(bar.symbol())) {
            notWanted.add(bar.symbol());
            return;
        }
        Register.Entry<String, LiveSymbol> symbol = symbols.find(bar.symbol());
        if (symbol == null) {
            if (!names.admit(bar.symbol(), symbols::remove)) {
                return;
            }
            symbol = symbols.add(bar.symbol(), new LiveSymbol(bar.symbol()));
        }
        if (symbol.live().upsert(bar, publishedAt)) {
            symbols.touch(symbol);
        }
    }

    @Override
    public void clear() {
        symbols.clear();
        notWanted.clear();
        names = new FirstNames(room);
    }

    @Override
    public void publish(ReaderStatus status) {
        notWanted.publish();
        StockContent before = editions.newest().content();
        List<SealedSymbol> sealed = symbols.seal();
        StockContent now = new StockContent(sealed, leftOut());
        editions.publish(now.isTheSameAs(before) ? before : now, status);
    }

    /** Symbols that the topic has, and that are not kept since others are named, as of the newest edition. */
    public Note.There notWanted() {
        return notWanted.note();
    }

    private List<Note> leftOut() {
        return names.leftOut() == 0
                ? List.of()
                : List.of(new Note.SymbolsLeftOut(names.leftOut(), names.leavesOutMore(), room));
    }

    @Override
    public Subscription subscribe(StockView view, Runnable news) {
        return editions.subscribe(view, () -> new StockProjection(view, barsCalculated), news);
    }

    /** All bars as they are in the newest edition; from any thread. */
    public Edition<StockContent> edition() {
        return editions.newest();
    }

    @Override
    public List<Name> names() {
        return edition().content().names();
    }

    @Override
    public Figures figures() {
        return editions.figures(barsCalculated.sum());
    }
}
