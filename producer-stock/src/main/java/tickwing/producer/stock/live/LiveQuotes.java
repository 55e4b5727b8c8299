package tickwing.producer.stock.live;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.UserError;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.IdempotentPublisher;
import tickwing.common.kafka.Topics;
import tickwing.producer.stock.line.Agenda;

/** A live run with a broker around it. One thread runs it; {@link #stop} may be called from any. */
public final class LiveQuotes {
    private static final Logger log = LoggerFactory.getLogger(LiveQuotes.class);

    private final ClientSettings settings;
    private final LiveConfig config;
    private final Service service;
    private final Agenda agenda;
    private final PrintWriter out;
    private final PrintWriter err;

    /** @param agenda the one that the service was made with */
    public LiveQuotes(
            ClientSettings settings,
            LiveConfig config,
            Service service,
            Agenda agenda,
            PrintWriter out,
            PrintWriter err) {
        this.settings = settings;
        this.config = config;
        this.service = service;
        this.agenda = agenda;
        this.out = out;
        this.err = err;
    }

    /** Asks {@link #run} to return; from any thread, any number of times. */
    public void stop() {
        agenda.stop();
        service.stop().run();
    }

    /**
     * Publishes until told to stop, or until enough records are published; then prints one line, and writes the report.
     *
     * @return an {@link ExitCode}
     * @throws UserError when the broker cannot be reached, or takes no more
     */
    public int run() {
        int partitions = Topics.ensure(settings, config.topic());
        TopicBars topic = LiveRun.topicBars(config);
        topic.read(settings, config.topic());
        log.info(
                "Publishing quotes of {} to {} at {}; they are idempotent (no retry doubles one), but have no position:"
                        + " what is missed stays missing.",
                service.name(),
                config.topic(),
                settings);
        try (IdempotentPublisher publisher = IdempotentPublisher.open(settings, config.topic(), partitions)) {
            LiveRun run = new LiveRun(config, service, agenda, publisher, topic, err);
            try {
                return run.run();
            } finally {
                out.println(run.summary());
                out.flush();
                config.report()
                        .ifPresent(file -> LiveReport.write(
                                file,
                                config.topic(),
                                service.name(),
                                run.counts(),
                                service.lines().get()));
            }
        }
    }
}
