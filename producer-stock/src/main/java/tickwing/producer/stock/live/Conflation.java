package tickwing.producer.stock.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tickwing.producer.stock.link.Agenda;

/**
 * Thins out the quotes of a stream: of each symbol at most one in a period goes on, the newest. Finished bars go on at
 * once. Belongs to the agenda's thread.
 */
public final class Conflation implements Consumer<Quote> {
    private final Agenda agenda;
    private final Duration period;
    private final Consumer<Quote> next;
    private final Map<String, Instant> lastAt = new HashMap<>();
    private final Map<String, Quote> waiting = new HashMap<>();

    Conflation(Agenda agenda, Duration period, Consumer<Quote> next) {
        this.agenda = agenda;
        this.period = period;
        this.next = next;
    }

    /** A source whose quotes are thinned out. */
    public static LiveQuoteSource of(LiveQuoteSource source, Agenda agenda, Duration period) {
        return new LiveQuoteSource() {
            @Override
            public void start(Collection<String> symbols, Consumer<Quote> quotes) {
                source.start(symbols, new Conflation(agenda, period, quotes));
            }

            @Override
            public Optional<Instant> nextCall() {
                return source.nextCall();
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    @Override
    public void accept(Quote quote) {
        String symbol = quote.bar().symbol();
        if (!quote.bar().isForming()) {
            Quote before = waiting.get(symbol);
            if (before != null && before.bar().time().compareTo(quote.bar().time()) <= 0) {
                waiting.remove(symbol);
            }
            next.accept(quote);
            return;
        }
        Instant now = agenda.now();
        Instant due = lastAt.getOrDefault(symbol, Instant.MIN);
        due = due.equals(Instant.MIN) ? now : due.plus(period);
        if (!due.isAfter(now)) {
            waiting.remove(symbol);
            pass(quote, now);
        } else if (waiting.put(symbol, quote) == null) {
            agenda.at(due, () -> flush(symbol));
        }
    }

    private void flush(String symbol) {
        Quote quote = waiting.remove(symbol);
        if (quote != null) {
            pass(quote, agenda.now());
        }
    }

    private void pass(Quote quote, Instant now) {
        lastAt.put(quote.bar().symbol(), now);
        next.accept(quote);
    }
}
