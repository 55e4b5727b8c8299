package tickwing.charts.stock;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tickwing.charts.ChartModel;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Snapshot;
import tickwing.common.Decoded;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.bar.Interval;

/** The bars of a topic by symbol, with an indicator. A symbol is computed anew only when its bars
 * have changed. */
final class StockModel implements ChartModel<Bar> {
    private static final class Symbol {
        private final SymbolBars bars;
        private StockValues values;
        private ChartView view;

        Symbol(Interval interval) {
            bars = new SymbolBars(interval);
        }
    }

    private final StockIndicator indicator;
    private final Interval interval;
    private final StockStyle style;
    private final Set<String> wanted;
    private final Map<String, Symbol> symbols = new TreeMap<>();
    private long otherIntervals;

    /** @param wanted which symbols to keep; empty for all */
    StockModel(StockIndicator indicator, Interval interval, StockStyle style, Set<String> wanted) {
        this.indicator = indicator;
        this.interval = interval;
        this.style = style;
        this.wanted = Set.copyOf(wanted);
    }

    @Override
    public List<Decoded<Bar>> decode(byte[] value) {
        return BarJson.read(value);
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
        Symbol symbol = symbols.computeIfAbsent(bar.symbol(), s -> new Symbol(interval));
        if (symbol.bars.upsert(bar, timestamp)) {
            symbol.values = null;
        }
    }

    @Override
    public Snapshot snapshot() {
        symbols.values().forEach(symbol -> {
            if (symbol.values == null) {
                symbol.values = StockValues.of(symbol.bars.bars(), indicator);
                symbol.view = StockChart.view(symbol.values, indicator, interval, style);
            }
        });
        List<StockValues> all = symbols.values().stream().map(s -> s.values).toList();
        List<ChartView> charts = symbols.values().stream().map(s -> s.view).toList();
        return new Snapshot(charts, out -> StockTable.write(all, indicator, out), note());
    }

    private String note() {
        StringBuilder note = new StringBuilder();
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
