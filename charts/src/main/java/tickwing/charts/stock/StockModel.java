package tickwing.charts.stock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tickwing.charts.ChartModel;
import tickwing.charts.view.Charts;
import tickwing.charts.view.Snapshot;
import tickwing.common.Decoded;
import tickwing.common.FirstNames;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.bar.Interval;

/** The bars of a topic by symbol, with an indicator. A symbol's chart is made when it is looked at, and made anew only when
 * its bars have changed. */
final class StockModel implements ChartModel<Bar> {
    private static final class Symbol {
        private final SymbolBars bars;
        /** What was seen of the bars at the last refresh; null when they have changed since. */
        private List<Bar> seen;

        private Charts.Lazy chart;

        Symbol(Interval interval) {
            bars = new SymbolBars(interval);
        }
    }

    private final BarJson.Reader reader = new BarJson.Reader();
    private final StockIndicator indicator;
    private final Interval interval;
    private final StockStyle style;
    private final Set<String> wanted;
    private final int room;
    private final Map<String, Symbol> symbols = new HashMap<>();
    private FirstNames names;
    private long otherIntervals;

    /**
     * @param wanted which symbols to keep; empty for all that there is room for
     * @param room how many there is room for, where none are named
     */
    StockModel(StockIndicator indicator, Interval interval, StockStyle style, Set<String> wanted, int room) {
        this.indicator = indicator;
        this.interval = interval;
        this.style = style;
        this.wanted = Set.copyOf(wanted);
        this.room = wanted.isEmpty() ? room : wanted.size();
        names = new FirstNames(this.room);
    }

    @Override
    public List<Decoded<Bar>> decode(byte[] value) {
        return reader.read(value);
    }

    @Override
    public void accept(Bar bar, long timestamp) {
        if (!wanted.isEmpty() && !wanted.contains(bar.symbol())) {
            return;
        }
        if (!SymbolBars.isOfUse(bar.interval(), interval)) {
            otherIntervals++;
            return;
        }
        // Not computeIfAbsent: too long to be compiled into this, it is compiled by itself, again for each kind of key.
        Symbol symbol = symbols.get(bar.symbol());
        if (symbol == null) {
            if (!names.admit(bar.symbol(), symbols::remove)) {
                return;
            }
            symbol = new Symbol(interval);
            symbols.put(bar.symbol(), symbol);
        }
        if (symbol.bars.upsert(bar, timestamp)) {
            symbol.seen = null;
        }
    }

    @Override
    public void clear() {
        symbols.clear();
        names = new FirstNames(room);
        otherIntervals = 0;
    }

    @Override
    public Snapshot snapshot() {
        Map<String, Symbol> ordered = new TreeMap<>(symbols);
        ordered.forEach((name, symbol) -> {
            if (symbol.seen == null) {
                List<Bar> bars = symbol.bars.bars();
                symbol.seen = bars;
                symbol.chart = new Charts.Lazy(
                        name, () -> StockChart.view(StockValues.of(bars, indicator), indicator, interval, style));
            }
        });
        List<List<Bar>> all = ordered.values().stream().map(s -> s.seen).toList();
        Charts charts = Charts.lazy(ordered.values().stream().map(s -> s.chart).toList());
        return new Snapshot(charts, out -> StockTable.write(all, indicator, out), note());
    }

    @Override
    public String leftOut() {
        return names.leftOut("symbols");
    }

    private String note() {
        StringBuilder note = new StringBuilder(leftOut());
        wanted.stream().filter(s -> !symbols.containsKey(s)).sorted().forEach(s -> append(note, "no bars of " + s));
        if (otherIntervals > 0) {
            append(note, otherIntervals + " bars of longer intervals than " + interval + " left out");
        }
        return note.toString();
    }

    private static void append(StringBuilder note, String text) {
        note.append(note.isEmpty() ? "" : " · ").append(text);
    }
}
