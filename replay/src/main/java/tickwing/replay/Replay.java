package tickwing.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Interruption;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.text.Printable;
import tickwing.replay.input.Fingerprint;
import tickwing.replay.input.Input;
import tickwing.replay.input.Unreadable;

/**
 * Publishes inputs one after the other: each file exactly once, from where its last committed transaction ended; standard
 * input, which has no position, as it comes.
 *
 * <p>One thread runs it; {@link #stop} may be called from any.
 */
public final class Replay {
    private static final Logger log = LoggerFactory.getLogger(Replay.class);

    private final ReplayConfig config;
    private final RowFormat format;
    private final Destination destination;
    private final PrintWriter out;
    private final Totals totals;
    private final Pass.Setting setting;
    private volatile boolean stopped;

    Replay(
            ReplayConfig config,
            RowFormat format,
            Destination destination,
            PrintWriter out,
            PrintWriter err,
            NanoClock time) {
        this.config = config;
        this.format = format;
        this.destination = destination;
        this.out = out;
        this.totals = new Totals(config, time);
        RowLoop.Timing timing = new RowLoop.Timing(config.pace().get(), time, () -> stopped);
        this.setting = new Pass.Setting(config, format, destination, timing, totals, err);
    }

    /**
     * Publishes the inputs to a broker until they end or Ctrl-C, or only says what they are like.
     *
     * @param format what the rows become
     * @param out takes the summary
     * @param err takes the progress
     * @return an {@link ExitCode}
     * @throws UserError when an input cannot be read, or the broker takes no more
     */
    public static int run(ReplayConfig config, RowFormat format, PrintWriter out, PrintWriter err) {
        if (config.dryRun()) {
            return dryRun(config, format, out);
        }
        try (KafkaDestination destination = new KafkaDestination(config)) {
            Replay replay = new Replay(config, format, destination, out, err, NanoClock.REAL);
            try (Interruption interruption = new Interruption(replay::stop)) {
                int code = replay.run();
                return interruption.interrupted() ? ExitCode.INTERRUPTED : code;
            }
        }
    }

    private static int dryRun(ReplayConfig config, RowFormat format, PrintWriter out) {
        AtomicBoolean stopped = new AtomicBoolean();
        try (Interruption interruption = new Interruption(() -> stopped.set(true))) {
            int code = DryRun.run(
                    config.inputs(), format, config.topic(), config.monitoring().report(), stopped::get, out);
            return interruption.interrupted() ? ExitCode.INTERRUPTED : code;
        }
    }

    /** Asks {@link #run()} to commit what it has and return; from any thread, any number of times. */
    void stop() {
        stopped = true;
    }

    /**
     * Publishes the inputs, and prints one line of summary.
     *
     * @return an {@link ExitCode}
     * @throws UserError when an input cannot be read, or the broker takes no more
     */
    int run() {
        for (Input input : config.inputs()) {
            if (!stopped && totals.left() > 0) {
                publish(input);
            }
        }
        return totals.end(stopped, out);
    }

    private void publish(Input input) {
        try {
            if (input.isFile()) {
                publishFile(input);
            } else {
                publishStream(input);
            }
        } catch (IOException e) {
            throw new Unreadable(input.toString(), e);
        }
    }

    private void publishFile(Input input) throws IOException {
        // Before a row is read: what is appended from here on counts as new the next time, should the reading miss it.
        long bytes = input.size();
        Pass pass = new Pass(setting, input);
        try (ReadAhead rows = pass.readAhead(bytes)) {
            // While the first rows are read: the reader needs every moment until the clients are open.
            Fingerprint fingerprint = Fingerprint.ofFirst(input.path(), bytes);
            // Nothing is made for a file that cannot be read.
            OpenInput opened = pass.opened(rows);
            if (opened == null) {
                return;
            }
            destination.ensure();
            String name =
                    PositionName.of(input, fingerprint, config.program(), config.repeat(), destination::positions);
            publishFile(new Found(input, pass, name, input.folder().toString(), fingerprint), opened, rows);
        }
    }

    /**
     * A file as it was found.
     *
     * @param name what its position and its dead letters call it
     */
    private record Found(Input input, Pass pass, String name, String folder, Fingerprint fingerprint) {}

    /** @param rows those of the opened file, as a first look has settled them */
    private void publishFile(Found file, OpenInput opened, ReadAhead rows) throws IOException {
        Destination.Positioned position = destination.open(config.program() + "." + file.name());
        try (RowPublisher publisher = position.publisher()) {
            ResumePoint from = ResumePoint.of(
                    position.start(), file.input(), file.fingerprint(), config.selection(), config.repeat());
            if (from.complete() && !config.follow()) {
                out.println(file.input() + ": all "
                        + Numbers.grouped(from.accounts().read()) + " rows are on topic " + config.topic()
                        + " already; --again publishes another copy.");
                return;
            }
            Look look = SettledBefore.look(file.input(), opened, from.begun(), format);
            if (config.repeat() == ResumePoint.Repeat.FOREVER) {
                publishLaps(file, look, publisher, from);
            } else if (look == opened.look()) {
                publishCopy(file, rows, publisher, from, 0);
            } else {
                try (ReadAhead again =
                        file.pass().readAhead(look, file.fingerprint().bytes(), 0)) {
                    publishCopy(file, again, publisher, from, 0);
                }
            }
            totals.count(publisher);
        }
    }

    private void publishLaps(Found file, Look look, RowPublisher publisher, ResumePoint from) throws IOException {
        int days = Laps.days(file.input(), look);
        for (ResumePoint lap = from; !stopped && totals.left() > 0; lap = lap.next()) {
            int shiftDays = Math.multiplyExact(days, lap.copy() - 1);
            try (ReadAhead rows = file.pass().readAhead(look, file.fingerprint().bytes(), shiftDays)) {
                publishCopy(file, rows, publisher, lap, shiftDays);
            }
        }
    }

    private void publishCopy(Found file, ReadAhead rows, RowPublisher publisher, ResumePoint from, int shiftDays)
            throws IOException {
        OpenInput opened = file.pass().opened(rows);
        if (opened == null) {
            return;
        }
        Reading reading = Reading.of(opened.encoder().options());
        RowLoop.Bookmarks bookmarks = (reached, tail, ended) -> new Bookmark(
                        file.input().grown(file.fingerprint()),
                        file.folder(),
                        config.selection(),
                        from.copy(),
                        ended,
                        reached,
                        tail,
                        Optional.of(reading))
                .toPosition();
        file.pass().run(file.name(), rows, publisher, from, bookmarks, shiftDays);
    }

    private void publishStream(Input input) throws IOException {
        if (config.repeat() == ResumePoint.Repeat.FOREVER) {
            throw new UsageError("--loop needs a file that can be read again, not " + input + ".");
        }
        log.info("{} has no position: if this run is cut short, it cannot be resumed.", Printable.of(input.toString()));
        Pass pass = new Pass(setting, input);
        try (ReadAhead rows = pass.readAhead(-1)) {
            // Nothing is made for a pipe that does not open, or holds nothing that is known.
            if (pass.opened(rows) == null) {
                return;
            }
            destination.ensure();
            try (RowPublisher publisher = destination.openWithoutPosition()) {
                RowLoop.Bookmarks none = (reached, tail, ended) -> new Position(reached.read(), "");
                pass.run(input.name(), rows, publisher, ResumePoint.start(1), none, 0);
                totals.count(publisher);
            }
        }
    }
}
