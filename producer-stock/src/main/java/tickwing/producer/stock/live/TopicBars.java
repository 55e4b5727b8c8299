package tickwing.producer.stock.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

/** What is on the topic already, of the symbols and the interval at hand: finished bars, and each symbol's last quote. */
final class TopicBars {
    /** What became of something that was offered. */
    enum Verdict {
        NEW,
        /** The same time, price and volume as the last one, or older than it. */
        UNCHANGED,
        /** The bar is finished already. */
        FINISHED
    }

    /** A finished bar's prices; the newest of a time counts. */
    private record Prices(double open, double high, double low, double close, long publishedAt) {}

    private record Last(BarTime bar, long quotedAt, double price, double volume) {}

    /** How far apart two prices may be and still be the same: services compute some of theirs in single precision. */
    private static final double TOLERANCE = 1e-6;

    private final Set<String> symbols;
    private final Interval interval;
    private final int most;
    private final Map<String, TreeMap<BarTime, Prices>> finished = new HashMap<>();
    private final Map<String, Last> lastQuotes = new HashMap<>();
    private boolean bounded;

    /** @param most how many finished bars of a symbol to remember once {@link #bound} is called */
    TopicBars(Set<String> symbols, Interval interval, int most) {
        this.symbols = Set.copyOf(symbols);
        this.interval = interval;
        this.most = most;
    }

    /** Takes note of a bar that is on the topic. */
    void add(Bar bar, long publishedAt) {
        if (bar.simulated() || bar.interval() != interval || !symbols.contains(bar.symbol())) {
            return;
        }
        if (bar.isForming()) {
            long at = bar.quotedAt().toInstant().toEpochMilli();
            Last last = lastQuotes.get(bar.symbol());
            if (last == null || at >= last.quotedAt()) {
                lastQuotes.put(bar.symbol(), new Last(bar.time(), at, bar.close(), bar.volume()));
            }
            return;
        }
        TreeMap<BarTime, Prices> bars = finished.computeIfAbsent(bar.symbol(), s -> new TreeMap<>());
        Prices known = bars.get(bar.time());
        if (known == null || publishedAt >= known.publishedAt()) {
            bars.put(bar.time(), new Prices(bar.open(), bar.high(), bar.low(), bar.close(), publishedAt));
        }
        trim(bars);
    }

    /** Whether a symbol's bar of that time is there, finished. */
    boolean has(String symbol, BarTime time) {
        TreeMap<BarTime, Prices> bars = finished.get(symbol);
        return bars != null && bars.containsKey(time);
    }

    /** Whether a bar is worth publishing. A finished one is again when its prices have been adjusted, e.g. for a split. */
    Verdict judge(Bar bar) {
        TreeMap<BarTime, Prices> bars = finished.getOrDefault(bar.symbol(), new TreeMap<>());
        Prices known = bars.get(bar.time());
        if (!bar.isForming()) {
            return known == null || !isSame(known, bar) ? Verdict.NEW : Verdict.FINISHED;
        }
        if (known != null) {
            return Verdict.FINISHED;
        }
        Last last = lastQuotes.get(bar.symbol());
        if (last == null) {
            return Verdict.NEW;
        }
        int order = bar.time().compareTo(last.bar());
        long at = bar.quotedAt().toInstant().toEpochMilli();
        if (order < 0 || order == 0 && at < last.quotedAt()) {
            return Verdict.UNCHANGED;
        }
        // Two unknown volumes are the same.
        boolean same = order == 0
                && at == last.quotedAt()
                && bar.close() == last.price()
                && Double.compare(bar.volume(), last.volume()) == 0;
        return same ? Verdict.UNCHANGED : Verdict.NEW;
    }

    /** From now on remembers the newest bars only, since there will be no end of them. */
    void bound() {
        bounded = true;
        finished.values().forEach(this::trim);
    }

    private void trim(TreeMap<BarTime, Prices> bars) {
        while (bounded && bars.size() > most) {
            bars.pollFirstEntry();
        }
    }

    private static boolean isSame(Prices known, Bar bar) {
        return isSame(known.open(), bar.open())
                && isSame(known.high(), bar.high())
                && isSame(known.low(), bar.low())
                && isSame(known.close(), bar.close());
    }

    private static boolean isSame(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
}
