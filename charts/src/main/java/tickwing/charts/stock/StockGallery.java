package tickwing.charts.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tickwing.board.Board;
import tickwing.board.Name;
import tickwing.board.stock.StockBoard;
import tickwing.board.stock.StockContent;
import tickwing.board.view.Note;
import tickwing.board.view.Snapshot;
import tickwing.board.view.StockView;
import tickwing.charts.show.Contents;
import tickwing.charts.show.Gallery;
import tickwing.charts.show.Words;
import tickwing.charts.view.ChartView;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;

/** The bars of a topic: a chart for each symbol that has any of use. */
final class StockGallery implements Gallery<Bar, StockView> {
    private final StockBoard board;
    private final StockLook look;
    private final Interval interval;
    private final StockStyle style;
    private final Set<String> wanted;

    /**
     * @param wanted which symbols to keep; empty for all that there is room for
     * @param room how many there is room for, where none are named
     */
    StockGallery(StockLook look, Interval interval, StockStyle style, Set<String> wanted, int room) {
        board = new StockBoard(wanted, room);
        this.look = look;
        this.interval = interval;
        this.style = style;
        this.wanted = Set.copyOf(wanted);
    }

    @Override
    public Board<Bar, StockView> board() {
        return board;
    }

    @Override
    public Contents contents() {
        StockContent content = board.edition().content();
        List<String> symbols = content.names(interval).stream().map(Name::name).toList();
        StockCsv table = new StockCsv(content, symbols, interval, look.studies(), look.columns());
        return new Contents(symbols, table, Words.of(notes(content, Set.copyOf(symbols))));
    }

    private List<Note> notes(StockContent content, Set<String> symbols) {
        List<Note> notes = new ArrayList<>(content.leftOut());
        if (!symbols.containsAll(wanted)) {
            wanted.stream()
                    .filter(symbol -> !symbols.contains(symbol))
                    .sorted()
                    .forEach(symbol -> notes.add(new Note.NoBars(symbol)));
            notes.add(board.notWanted());
        }
        long others = content.countOfNoUse(interval);
        if (others > 0) {
            notes.add(new Note.OtherIntervals(others, interval));
        }
        return notes;
    }

    @Override
    public StockView view(String symbol) {
        return StockView.all(symbol, interval, look.studies());
    }

    @Override
    public ChartView chart(String symbol, Snapshot snapshot) {
        return look.chart(snapshot, view(symbol), style);
    }

    @Override
    public boolean isEmpty() {
        return board.edition().content().names(interval).isEmpty();
    }

    @Override
    public String leftOut() {
        return Words.of(board.edition().content().leftOut());
    }
}
