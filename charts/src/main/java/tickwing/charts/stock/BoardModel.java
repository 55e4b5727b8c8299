package tickwing.charts.stock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tickwing.analytics.indicator.Study;
import tickwing.board.Name;
import tickwing.board.stock.StockBoard;
import tickwing.board.stock.StockContent;
import tickwing.board.view.Note;
import tickwing.board.view.StockView;
import tickwing.charts.ChartModel;
import tickwing.charts.view.Charts;
import tickwing.charts.view.Snapshot;
import tickwing.common.Decoded;
import tickwing.common.FirstNames;
import tickwing.common.bar.Bar;
import tickwing.common.bar.Interval;
import tickwing.common.kafka.ReaderStatus;

/**
 * The bars of a topic on a board, with studies of the catalogue. A symbol's chart is made when it is looked at, of the bars
 * that there were at the refresh, and made anew only when they have changed.
 */
final class BoardModel implements ChartModel<Bar> {
    /** A chart, and what it is made of. */
    private record Chart(StockContent content, Charts.Lazy lazy) {}

    private final StockBoard board;
    private final List<Study> studies;
    private final Interval interval;
    private final StockStyle style;
    private final Set<String> wanted;
    private Map<String, Chart> charts = Map.of();

    /**
     * @param wanted which symbols to keep; empty for all that there is room for
     * @param room how many there is room for, where none are named
     */
    BoardModel(List<Study> studies, Interval interval, StockStyle style, Set<String> wanted, int room) {
        board = new StockBoard(wanted, room);
        this.studies = List.copyOf(studies);
        this.interval = interval;
        this.style = style;
        this.wanted = Set.copyOf(wanted);
    }

    @Override
    public List<Decoded<Bar>> decode(byte[] value) {
        return board.decode(value);
    }

    @Override
    public void accept(Bar bar, long timestamp) {
        board.accept(bar, timestamp);
    }

    @Override
    public void clear() {
        board.clear();
    }

    @Override
    public Snapshot snapshot() {
        StockContent content = publish();
        List<String> symbols = content.names(interval).stream().map(Name::name).toList();
        Map<String, Chart> now = new LinkedHashMap<>();
        for (String symbol : symbols) {
            Chart before = charts.get(symbol);
            boolean isSame = before != null && content.hasTheSame(symbol, before.content());
            now.put(symbol, isSame ? before : chart(symbol, content.only(symbol)));
        }
        charts = now;
        return new Snapshot(
                Charts.lazy(now.values().stream().map(Chart::lazy).toList()),
                out -> BoardTable.write(content, symbols, interval, studies, out),
                note(content));
    }

    private Chart chart(String symbol, StockContent content) {
        StockView view = StockView.all(symbol, interval, studies);
        return new Chart(content, new Charts.Lazy(symbol, () -> BoardChart.view(content.snapshot(view), view, style)));
    }

    private StockContent publish() {
        // The window asks the reader itself how reading goes.
        board.publish(ReaderStatus.NONE);
        return board.edition().content();
    }

    @Override
    public String leftOut() {
        return leftOut(publish());
    }

    private static String leftOut(StockContent content) {
        List<String> phrases = new ArrayList<>();
        for (Note note : content.leftOut()) {
            if (note instanceof Note.SymbolsLeftOut left) {
                phrases.add(FirstNames.phrase(left.symbols(), left.atLeast(), "symbols", left.room()));
            }
        }
        return String.join(" · ", phrases);
    }

    private String note(StockContent content) {
        List<String> phrases = new ArrayList<>();
        if (!content.leftOut().isEmpty()) {
            phrases.add(leftOut(content));
        }
        wanted.stream().filter(s -> !charts.containsKey(s)).sorted().forEach(s -> phrases.add("no bars of " + s));
        long others = content.countOfNoUse(interval);
        if (others > 0) {
            phrases.add(others + " bars of longer intervals than " + interval + " left out");
        }
        return String.join(" · ", phrases);
    }
}
