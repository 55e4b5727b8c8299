package tickwing.producer.stock.live;

import java.util.Map;
import java.util.TreeMap;
import tickwing.common.bar.Bar;

/** What a live run has done so far, altogether and by symbol. */
final class LiveCounts {
    /** Of one symbol. */
    static final class OfSymbol {
        private long history;
        private long quotes;
        private long finished;
        private long known;
        private long unchanged;
        private String currency;
        private String lastQuote;

        long history() {
            return history;
        }

        long quotes() {
            return quotes;
        }

        long finished() {
            return finished;
        }

        long known() {
            return known;
        }

        long unchanged() {
            return unchanged;
        }

        String currency() {
            return currency;
        }

        String lastQuote() {
            return lastQuote;
        }
    }

    private final Map<String, OfSymbol> symbols = new TreeMap<>();
    private final OfSymbol all = new OfSymbol();

    /** All symbols together. */
    OfSymbol all() {
        return all;
    }

    Map<String, OfSymbol> bySymbol() {
        return symbols;
    }

    /** Everything published. */
    long published() {
        return all.history + all.quotes + all.finished;
    }

    void history(Bar bar) {
        of(bar).history++;
        all.history++;
    }

    void known(Bar bar) {
        of(bar).known++;
        all.known++;
    }

    void finished(Bar bar) {
        of(bar).finished++;
        all.finished++;
    }

    void unchanged(Bar bar) {
        of(bar).unchanged++;
        all.unchanged++;
    }

    void quote(Quote quote) {
        OfSymbol symbol = of(quote.bar());
        symbol.quotes++;
        symbol.currency = quote.bar().origin().currency();
        symbol.lastQuote = quote.bar().quotedAt().toString();
        all.quotes++;
    }

    private OfSymbol of(Bar bar) {
        return symbols.computeIfAbsent(bar.symbol(), s -> new OfSymbol());
    }
}
