package tickwing.producer.stock.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarSeries;
import tickwing.common.bar.FirstNames;
import tickwing.common.bar.Interval;
import tickwing.common.error.UserError;
import tickwing.producer.stock.csv.BarRows;
import tickwing.producer.stock.source.Outlet;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.input.Input;
import tickwing.replay.input.Unreadable;

/** The daily bars, by symbol, that a simulation goes on from: those on the topic and those in files. */
final class History {
    private final Map<String, BarSeries> series = new TreeMap<>();
    private final Set<String> wanted;
    private final FirstNames names;

    /**
     * @param wanted which symbols to keep; empty for all that there is room for
     * @param room how many there is room for, where none are named
     */
    History(Collection<String> wanted, int room) {
        this.wanted = Set.copyOf(wanted);
        names = new FirstNames(wanted.isEmpty() ? room : wanted.size());
    }

    /** Adds the bars of a topic, simulated ones too, so that a second simulation goes on where the first one ended. */
    void read(Outlet topic) {
        topic.read(this::add);
    }

    /**
     * Adds the bars of a file.
     *
     * @throws UserError when it cannot be read
     */
    void read(Input file) {
        try (InputStream bytes = file.open()) {
            BarRows.forEach(file.toString(), new CsvRows(bytes), bar -> add(bar, 0));
        } catch (IOException e) {
            throw new Unreadable(file.toString(), e);
        }
    }

    /** All symbols, in order. */
    List<String> symbols() {
        return List.copyOf(series.keySet());
    }

    /** A symbol's bars in order of time; empty for one that is unknown. */
    List<Bar> bars(String symbol) {
        return series.containsKey(symbol) ? series.get(symbol).bars() : List.of();
    }

    private void add(Bar bar, long publishedAt) {
        if (bar.interval() != Interval.ONE_DAY || !(wanted.isEmpty() || wanted.contains(bar.symbol()))) {
            return;
        }
        BarSeries its = series.get(bar.symbol());
        if (its == null && names.admit(bar.symbol(), series::remove)) {
            its = new BarSeries();
            series.put(bar.symbol(), its);
        }
        if (its != null) {
            its.upsert(bar, publishedAt);
        }
    }

    /** What there was no room for, as a phrase; empty when there was room for all. */
    String leftOut() {
        return names.leftOut("symbols");
    }
}
