package tickwing.producer.stock.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarJson;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.UserError;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.record.ByteSlice;
import tickwing.producer.stock.link.Agenda;
import tickwing.producer.stock.link.Link;

/**
 * Publishes the history of some symbols, then their quotes, until told to stop. Live quotes have no position: no retry
 * doubles one, but what is not quoted while the program is down stays missing.
 */
final class LiveRun {
    private static final Duration STATUS = Duration.ofMinutes(1);
    private static final int BARS_REMEMBERED = 10_000;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final LiveConfig config;
    private final Service service;
    private final Agenda agenda;
    private final RowPublisher publisher;
    private final TopicBars topic;
    private final PrintWriter err;
    private final LiveCounts counts = new LiveCounts();
    private final Backfill backfill;
    private boolean historyDone;

    /** @param topic what the topic holds */
    LiveRun(
            LiveConfig config,
            Service service,
            Agenda agenda,
            RowPublisher publisher,
            TopicBars topic,
            PrintWriter err) {
        this.config = config;
        this.service = service;
        this.agenda = agenda;
        this.publisher = publisher;
        this.topic = topic;
        this.err = err;
        backfill = new Backfill(
                agenda, service.link(), service.history(), config.interval(), topic::has, this::publishHistory);
    }

    /** What a topic has to be read for before such a run. */
    static TopicBars topicBars(LiveConfig config) {
        return new TopicBars(Set.copyOf(config.symbols()), config.interval(), BARS_REMEMBERED);
    }

    /**
     * Runs on this thread, until {@link Agenda#stop} or until enough records are published.
     *
     * @return {@link ExitCode#DONE}, or {@link ExitCode#INTERRUPTED} when it was stopped from outside
     * @throws UserError when the broker takes no more
     */
    int run() {
        LocalDate today = today();
        LocalDate from = today.minus(config.history());
        if (service.refillsGaps()) {
            service.quoteLink().onReturn(gap -> refill(gap));
        }
        if (config.history().isZero()) {
            startQuotes();
        } else {
            // A day more at the end: the exchange may be ahead of UTC.
            backfill.start(config.symbols(), from, today.plusDays(1), this::startQuotes);
        }
        status();
        try {
            agenda.run();
            publisher.commit(new Position(counts.published(), ""));
        } finally {
            service.live().close();
            backfill.close();
        }
        return counts.published() >= config.maxRecords() ? ExitCode.DONE : ExitCode.INTERRUPTED;
    }

    /** What it has done so far. */
    LiveCounts counts() {
        return counts;
    }

    /** The run in one line. */
    String summary() {
        LiveCounts.OfSymbol all = counts.all();
        return String.format(
                Locale.ROOT,
                "%s: %,d bars of history and %,d quotes of %,d symbols published to %s, %,d bars finished,"
                        + " %,d bars were on it already, %,d quotes unchanged; %,d drops, turned away %s,"
                        + " %,d s of gap.",
                service.name(),
                all.history(),
                all.quotes(),
                config.symbols().size(),
                config.topic(),
                all.finished(),
                all.known(),
                all.unchanged(),
                drops(),
                throttled() == 1 ? "once" : String.format(Locale.ROOT, "%,d times", throttled()),
                gap().toSeconds());
    }

    private void startQuotes() {
        historyDone = true;
        topic.bound();
        err.println(String.format(
                Locale.ROOT,
                "%s: %,d bars of history published, %,d were on %s already; now quoting %s.",
                service.name(),
                counts.all().history(),
                counts.all().known(),
                config.topic(),
                String.join(", ", config.symbols())));
        err.flush();
        service.live().start(config.symbols(), this::publish);
    }

    private void refill(Link.Gap gap) {
        LocalDate from = gap.from().atOffset(ZoneOffset.UTC).toLocalDate();
        backfill.refill(config.symbols(), from, today());
    }

    private void publishHistory(List<Bar> bars) {
        for (Bar bar : bars) {
            if (agenda.isStopped()) {
                return;
            }
            if (topic.judge(bar) != TopicBars.Verdict.NEW) {
                counts.known(bar);
                continue;
            }
            send(bar);
            if (historyDone) {
                counts.finished(bar);
            } else {
                counts.history(bar);
            }
            stopWhenEnough();
        }
        commit();
    }

    private void publish(Quote quote) {
        Bar bar = quote.bar();
        if (agenda.isStopped()) {
            return;
        }
        if (bar.isForming()) {
            backfill.await(quote);
        }
        if (topic.judge(bar) != TopicBars.Verdict.NEW) {
            if (bar.isForming()) {
                counts.unchanged(bar);
            }
            return;
        }
        send(bar);
        commit();
        if (bar.isForming()) {
            counts.quote(quote);
        } else {
            counts.finished(bar);
        }
        stopWhenEnough();
    }

    private void send(Bar bar) {
        publisher.publish(bar.symbol().getBytes(UTF_8), ByteSlice.of(BarJson.write(bar)));
        topic.add(bar, agenda.now().toEpochMilli());
    }

    private void commit() {
        publisher.commit(new Position(counts.published(), ""));
    }

    private void stopWhenEnough() {
        if (counts.published() >= config.maxRecords()) {
            agenda.stop();
        }
    }

    private void status() {
        agenda.at(agenda.now().plus(STATUS), () -> {
            err.println(statusLine());
            err.flush();
            status();
        });
    }

    /** How it is going, in one line. */
    String statusLine() {
        String next = service.live()
                .nextCall()
                .map(at -> "next poll " + CLOCK.format(at.atZone(ZoneId.systemDefault())))
                .orElse(historyDone ? "streaming" : "fetching history");
        return String.format(
                Locale.ROOT,
                "%s: %,d symbols, %,d quotes published, %,d unchanged, %,d drops, %,d s of gap, %s",
                service.name(),
                config.symbols().size(),
                counts.all().quotes(),
                counts.all().unchanged(),
                drops() + throttled(),
                gap().toSeconds(),
                service.quoteLink().isInGap() ? "away, " + next : next);
    }

    private long drops() {
        return service.links().get().stream().mapToLong(Link.Account::drops).sum();
    }

    private long throttled() {
        return service.links().get().stream().mapToLong(Link.Account::throttled).sum();
    }

    /** Of the link that quotes come by. */
    private Duration gap() {
        return service.quoteLink().account().gap();
    }

    private LocalDate today() {
        Instant now = agenda.now();
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
