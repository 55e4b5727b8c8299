package tickwing.producer.stock.live;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;
import tickwing.producer.stock.link.Agenda;
import tickwing.producer.stock.link.Failure;
import tickwing.producer.stock.link.Link;
import tickwing.producer.stock.link.SourceException;

/**
 * Fetches finished bars, one call at a time: the history at the start, and later each bar that has been quoted while it
 * was forming. Goes on trying until it has them; a symbol that the service does not know is tried ever more rarely.
 */
final class Backfill {
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);
    /** A bar that is not in the history a week after its end was none. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    private static final class Job {
        private final String symbol;
        private final LocalDate from;
        private final LocalDate to;
        private final BarTime awaited;
        private final Instant since;
        private boolean initial;
        private Instant due;
        private int tries;

        Job(String symbol, LocalDate from, LocalDate to, BarTime awaited, Instant due, boolean initial) {
            this.symbol = symbol;
            this.from = from;
            this.to = to;
            this.awaited = awaited;
            this.since = due;
            this.due = due;
            this.initial = initial;
        }
    }

    private final Agenda agenda;
    private final Link link;
    private final HistorySource history;
    private final Interval interval;
    private final BiPredicate<String, BarTime> published;
    private final Consumer<List<Bar>> sink;
    private final PriorityQueue<Job> jobs = new PriorityQueue<>(Comparator.comparing(j -> j.due));
    private final Map<String, BarTime> awaited = new HashMap<>();
    private Runnable afterInitial = () -> {};
    private int initialLeft;
    private boolean closed;
    private int plan;

    /**
     * @param published whether a symbol's finished bar of some time is on the topic
     * @param sink takes the bars of a call
     */
    Backfill(
            Agenda agenda,
            Link link,
            HistorySource history,
            Interval interval,
            BiPredicate<String, BarTime> published,
            Consumer<List<Bar>> sink) {
        this.agenda = agenda;
        this.link = link;
        this.history = history;
        this.interval = interval;
        this.published = published;
        this.sink = sink;
    }

    /** Fetches the history, then does something else; at once when there is none to fetch. */
    void start(Collection<String> symbols, LocalDate from, LocalDate to, Runnable then) {
        afterInitial = then;
        symbols.forEach(symbol -> add(symbol, from, to, true));
        if (initialLeft == 0) {
            then.run();
        }
        schedule();
    }

    /** Fetches the bars of some days once more, e.g. after a gap. */
    void refill(Collection<String> symbols, LocalDate from, LocalDate to) {
        symbols.forEach(symbol -> add(symbol, from, to, false));
        schedule();
    }

    /** Fetches the finished bar of one that is forming, once it can be had. */
    void await(Quote quote) {
        Bar bar = quote.bar();
        if (quote.historyAt() == null || bar.time().equals(awaited.put(bar.symbol(), bar.time()))) {
            return;
        }
        LocalDate date = bar.time().date();
        jobs.add(new Job(bar.symbol(), date, date, bar.time(), quote.historyAt(), false));
        schedule();
    }

    void close() {
        closed = true;
    }

    private void add(String symbol, LocalDate from, LocalDate to, boolean initial) {
        int days = history.daysPerCall(interval);
        for (LocalDate first = from; !first.isAfter(to); first = first.plusDays(days)) {
            LocalDate last = first.plusDays(days - 1L);
            jobs.add(new Job(symbol, first, last.isBefore(to) ? last : to, null, agenda.now(), initial));
            initialLeft += initial ? 1 : 0;
        }
    }

    private void schedule() {
        if (closed || jobs.isEmpty()) {
            return;
        }
        int mine = ++plan;
        agenda.at(ready(jobs.peek()), () -> {
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
        if (ready(jobs.peek()).isAfter(agenda.now())) {
            // The link was in use meanwhile.
            return;
        }
        Job job = jobs.poll();
        if (isDone(job)) {
            return;
        }
        try {
            List<Bar> bars = link.call(() -> history.bars(job.symbol, job.from, job.to, interval));
            sink.accept(bars);
            if (job.awaited != null && !isDone(job)) {
                again(job);
            }
            settle(job);
        } catch (SourceException e) {
            if (e.failure() instanceof Failure.UnknownSymbol) {
                if (job.awaited == null) {
                    link.tellUnknown(job.symbol, e.failure());
                }
                again(job);
                settle(job);
            } else {
                // Behind the others, in case only this one's answers are nonsense.
                job.due = agenda.now().plus(doubled(Duration.ofSeconds(1), job.tries++, Duration.ofSeconds(60)));
                jobs.add(job);
            }
        }
    }

    private boolean isDone(Job job) {
        return job.awaited != null && published.test(job.symbol, job.awaited);
    }

    private void again(Job job) {
        Instant now = agenda.now();
        if (Duration.between(job.since, now).compareTo(PATIENCE) < 0) {
            job.due = now.plus(doubled(FIRST_RETRY, job.tries++, LONGEST_RETRY));
            jobs.add(job);
        }
    }

    private void settle(Job job) {
        if (job.initial) {
            job.initial = false;
            initialLeft--;
            if (initialLeft == 0) {
                afterInitial.run();
            }
        }
    }

    private Instant ready(Job job) {
        return job.due.isBefore(link.readyAt()) ? link.readyAt() : job.due;
    }

    private static Duration doubled(Duration first, int times, Duration most) {
        Duration doubled = first.multipliedBy(1L << Math.min(times, 20));
        return doubled.compareTo(most) < 0 ? doubled : most;
    }
}
