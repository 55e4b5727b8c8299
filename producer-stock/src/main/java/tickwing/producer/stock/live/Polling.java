package tickwing.producer.stock.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tickwing.producer.stock.link.Agenda;
import tickwing.producer.stock.link.Failure;
import tickwing.producer.stock.link.Link;
import tickwing.producer.stock.link.SourceException;

/**
 * Quotes from a service that has to be asked: one request in flight, the symbols spread evenly over the period. Outside
 * trading hours a symbol is asked for every 10 minutes; one that the service does not know ever more rarely, down to
 * every 15 minutes, but never given up.
 */
public final class Polling implements LiveQuoteSource {
    /** Asks for one symbol. */
    @FunctionalInterface
    public interface Poller {
        Polled poll(String symbol) throws SourceException;
    }

    /**
     * An answer.
     *
     * @param quotes none or more, in order of time
     * @param session when the symbol is traded
     */
    public record Polled(List<Quote> quotes, TradingSession session) {}

    private static final Duration WHEN_CLOSED = Duration.ofMinutes(10);
    private static final Duration SLOWEST = Duration.ofMinutes(15);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);

    private static final class Slot {
        private final String symbol;
        private final Instant first;
        private Instant due;
        private TradingSession session = TradingSession.ALWAYS;
        private boolean answered;
        private int unknown;
        private int drops;

        Slot(String symbol, Instant first) {
            this.symbol = symbol;
            this.first = first;
            this.due = first;
        }
    }

    private final Agenda agenda;
    private final Link link;
    private final Poller poller;
    private final Duration period;
    private final List<Slot> slots = new ArrayList<>();
    private Consumer<Quote> quotes;
    private boolean relaxed;
    private boolean closed;
    private int plan;

    /** @param period time between two requests for the same symbol */
    public Polling(Agenda agenda, Link link, Duration period, Poller poller) {
        this.agenda = agenda;
        this.link = link;
        this.period = period;
        this.poller = poller;
    }

    /** The least time between two requests: time lost is made up for at double speed, never in a burst. */
    public static Duration spacing(Duration period, int symbols) {
        Duration half = period.dividedBy(2L * Math.max(1, symbols));
        return half.compareTo(Duration.ofSeconds(1)) < 0 ? half : Duration.ofSeconds(1);
    }

    @Override
    public void start(Collection<String> symbols, Consumer<Quote> sink) {
        quotes = sink;
        Instant now = agenda.now();
        int at = 0;
        for (String symbol : symbols) {
            slots.add(new Slot(symbol, now.plus(period.multipliedBy(at++).dividedBy(symbols.size()))));
        }
        schedule();
    }

    /** Asks as rarely as outside trading hours, as long as something else brings the quotes; or no longer so. */
    public void relax(boolean on) {
        if (relaxed && !on) {
            Instant now = agenda.now();
            slots.stream().filter(s -> s.session.isOpen(now) && s.unknown == 0).forEach(s -> s.due = onGrid(s, now));
        }
        relaxed = on;
        schedule();
    }

    /** Asks for one symbol ahead of time. */
    public void hurry(String symbol) {
        slots.stream().filter(s -> s.symbol.equals(symbol)).forEach(s -> s.due = agenda.now());
        schedule();
    }

    @Override
    public Optional<Instant> nextCall() {
        return closed || slots.isEmpty() ? Optional.empty() : Optional.of(ready(next()));
    }

    @Override
    public void close() {
        closed = true;
    }

    private void schedule() {
        if (closed || slots.isEmpty()) {
            return;
        }
        int mine = ++plan;
        agenda.at(ready(next()), () -> {
            if (mine == plan && !closed) {
                try {
                    step();
                } finally {
                    schedule();
                }
            }
        });
    }

    private void step() {
        Slot slot = next();
        if (ready(slot).isAfter(agenda.now())) {
            // The link was in use meanwhile.
            return;
        }
        try {
            Polled polled = link.call(() -> poller.poll(slot.symbol));
            slot.session = polled.session();
            slot.answered = true;
            slot.unknown = 0;
            slot.drops = 0;
            slot.due = onGrid(slot, after(slot, agenda.now()));
            polled.quotes().forEach(quotes);
        } catch (SourceException e) {
            Instant now = agenda.now();
            if (e.failure() instanceof Failure.UnknownSymbol) {
                slot.unknown++;
                // After an answer it is the service's own muddle.
                if (!slot.answered) {
                    link.tellUnknown(slot.symbol, e.failure());
                }
                slot.due = now.plus(doubled(period, slot.unknown, SLOWEST));
            } else {
                // The others go first, so that one symbol whose answers are nonsense does not hold them up.
                slot.due = now.plus(doubled(Duration.ofSeconds(1), slot.drops++, LONGEST_RETRY));
            }
        }
    }

    private Instant after(Slot slot, Instant now) {
        boolean often = slot.session.isOpen(now) && !relaxed;
        Duration wait = often || period.compareTo(WHEN_CLOSED) > 0 ? period : WHEN_CLOSED;
        // Half a period early, so that a request that came a little late leaves the next one its place.
        Instant due = now.plus(wait).minus(period.dividedBy(2));
        return slot.session.opensAfter(now).filter(o -> o.isBefore(due)).orElse(due);
    }

    /** The symbol's first place in the schedule that is not before the instant. */
    private Instant onGrid(Slot slot, Instant earliest) {
        long millis = Duration.between(slot.first, earliest).toMillis();
        long periods = millis <= 0 ? 0 : (millis + period.toMillis() - 1) / period.toMillis();
        return slot.first.plus(period.multipliedBy(periods));
    }

    private Slot next() {
        return slots.stream().min(Comparator.comparing(s -> s.due)).orElseThrow();
    }

    private Instant ready(Slot slot) {
        return slot.due.isBefore(link.readyAt()) ? link.readyAt() : slot.due;
    }

    private static Duration doubled(Duration first, int times, Duration most) {
        Duration doubled = first.multipliedBy(1L << Math.min(times, 20));
        return doubled.compareTo(most) < 0 ? doubled : most;
    }
}
