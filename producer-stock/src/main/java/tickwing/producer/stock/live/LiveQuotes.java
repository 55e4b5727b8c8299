package tickwing.producer.stock.live;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.bar.Interval;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Interruption;
import tickwing.common.error.UserError;
import tickwing.common.kafka.RowPublisher;
import tickwing.producer.stock.link.Agenda;
import tickwing.producer.stock.link.Time;
import tickwing.producer.stock.source.Context;

/** A live run with a topic around it. One thread runs it; {@link #stop} may be called from any. */
public final class LiveQuotes {
    /** Those options that are declared elsewhere and which a live source takes. */
    public static final Set<String> TAKES = Set.of("--num-records", "--report", "--interval", "--every", "--history");

    private static final Logger log = LoggerFactory.getLogger(LiveQuotes.class);
    /** Yahoo has minutes of the last 30 days, and other bars shorter than a day of the last 60. */
    private static final Period INTRADAY_HISTORY = Period.ofDays(5);

    private final LiveConfig config;
    private final Service service;
    private final Agenda agenda;
    private final Context context;

    private LiveQuotes(Context context, LiveConfig config, Service service, Agenda agenda) {
        this.context = context;
        this.config = config;
        this.service = service;
        this.agenda = agenda;
    }

    /** What the bars sum up. */
    public static Interval interval(Context context) {
        return context.shared().interval().orElse(Interval.ONE_DAY);
    }

    /** The symbols; services write theirs in capitals. */
    public static List<String> symbols(Context context) {
        return context.symbols().stream()
                .map(s -> s.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /**
     * Publishes history and quotes of a service until Ctrl-C, or until enough records are published; then prints one line,
     * and writes the report.
     *
     * @param service makes the service, which does what it does on that agenda
     * @return an {@link ExitCode}
     * @throws UserError when the broker cannot be reached, or takes no more
     */
    public static int run(Context context, Function<Agenda, Service> service) {
        context.run().refuseReportOver(context.settings().files());
        Interval interval = interval(context);
        Period history = context.shared().history().orElse(interval.isDaily() ? Period.ofYears(1) : INTRADAY_HISTORY);
        LiveConfig config = new LiveConfig(
                context.topic(),
                symbols(context),
                interval,
                history,
                context.run().maxRecords(),
                context.run().report());
        Agenda agenda = new Agenda(Time.SYSTEM);
        LiveQuotes live = new LiveQuotes(context, config, service.apply(agenda), agenda);
        try (Interruption interruption = new Interruption(live::stop)) {
            int code = live.run();
            return interruption.interrupted() ? ExitCode.INTERRUPTED : code;
        }
    }

    private void stop() {
        agenda.stop();
        service.stop().run();
    }

    private int run() {
        Instant started = agenda.now();
        context.outlet().ensure();
        TopicBars topic = LiveRun.topicBars(config);
        context.outlet().read(topic::add);
        log.info(
                "Publishing quotes of {} to {} at {}; they are idempotent (no retry doubles one), but have no position:"
                        + " what is missed stays missing.",
                service.name(),
                config.topic(),
                context.settings());
        try (RowPublisher publisher = context.outlet().open()) {
            LiveRun run = new LiveRun(config, service, agenda, publisher, topic, context.err());
            try {
                return run.run();
            } finally {
                context.out().println(run.summary());
                context.out().flush();
                config.report()
                        .ifPresent(file -> LiveReport.write(
                                file,
                                new LiveReport.About(
                                        config.topic(),
                                        context.settings().bootstrapServers(),
                                        service.name(),
                                        started,
                                        agenda.now()),
                                run.counts(),
                                service.links().get()));
            }
        }
    }
}
