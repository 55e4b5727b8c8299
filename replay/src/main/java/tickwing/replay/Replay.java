package tickwing.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;
import tickwing.common.kafka.DeadLetters;
import tickwing.common.kafka.IdempotentPublisher;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.kafka.Topics;
import tickwing.common.kafka.TransactionalPublisher;
import tickwing.common.text.Printable;
import tickwing.replay.input.Fingerprint;
import tickwing.replay.input.Input;

/**
 * Publishes inputs one after the other: each file exactly once, from where its last committed transaction ended; standard
 * input, which has no position, as it comes.
 *
 * <p>One thread runs it; {@link #stop} may be called from any.
 */
final class Replay {
    /** How often a file that is followed is looked at. */
    private static final long LOOK_NANOS = 200_000_000L;

    private static final Logger log = LoggerFactory.getLogger(Replay.class);

    private final ReplayConfig config;
    private final RowFormat format;
    private final PrintWriter out;
    private final PrintWriter err;
    private final RowLoop.Timing timing;
    private final List<Analysis> analyses = new ArrayList<>();
    private final SortedMap<Integer, Long> partitions = new TreeMap<>();
    private Accounts accounts = Accounts.NONE;
    private long nanos;
    private boolean allThere = true;
    /** How many partitions the topic has; 0 until somebody has looked. */
    private int topicPartitions;

    private volatile boolean stopped;

    Replay(ReplayConfig config, RowFormat format, PrintWriter out, PrintWriter err, Timeline time) {
        this.config = config;
        this.format = format;
        this.out = out;
        this.err = err;
        this.timing = new RowLoop.Timing(config.pace().get(), time, () -> stopped);
    }

    /** Asks {@link #run} to commit what it has and return; from any thread, any number of times. */
    void stop() {
        stopped = true;
    }

    /**
     * Publishes the inputs, and prints one line of summary.
     *
     * @return an {@link ExitCode}
     * @throws UserError when an input cannot be read, or the broker takes no more
     */
    int run(List<Input> inputs) {
        for (Input input : inputs) {
            if (!stopped && left() > 0) {
                publish(input);
            }
        }
        if (accounts.read() > 0 || !allThere) {
            out.println(Summary.of(inputs, config.topic(), accounts, partitions, nanos, stopped));
        }
        out.flush();
        config.monitoring()
                .report()
                .ifPresent(file -> Report.write(file, config.topic(), accounts, partitions, analyses));
        if (stopped) {
            return ExitCode.INTERRUPTED;
        }
        return accounts.rejected() > 0 ? ExitCode.REJECTED : ExitCode.DONE;
    }

    private void publish(Input input) {
        try {
            if (input.isFile()) {
                publishFile(input);
            } else {
                publishStream(input);
            }
        } catch (IOException e) {
            throw new UserError(input + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private void publishFile(Input input) throws IOException {
        // Before a row is read: what is appended from here on counts as new the next time, should the reading miss it.
        long bytes = input.size();
        boolean loops = config.repeat() == ResumePoint.Repeat.FOREVER;
        try (ReadAhead rows = loops ? null : readAhead(input, 0)) {
            // While the first rows are read: the reader needs every moment until the clients are open.
            Fingerprint fingerprint = Fingerprint.ofFirst(input.path(), bytes);
            ensureTopics();
            publishFile(input, fingerprint, rows);
        }
    }

    /** @param rows null for a file whose dates move on from lap to lap */
    private void publishFile(Input input, Fingerprint fingerprint, ReadAhead rows) throws IOException {
        String group = config.program() + "." + input.name();
        try (TransactionalPublisher publisher =
                TransactionalPublisher.open(config.settings(), config.topic(), topicPartitions, group)) {
            ResumePoint from =
                    ResumePoint.of(publisher.position(), input, fingerprint, config.selection(), config.repeat());
            if (from.complete() && !config.follow()) {
                out.println(input + ": all " + Numbers.grouped(from.accounts().read()) + " rows are on topic "
                        + config.topic() + " already; --again publishes another copy.");
                return;
            }
            if (rows != null) {
                publishCopy(input, rows, publisher, fingerprint, from);
            } else {
                publishLaps(input, publisher, fingerprint, from);
            }
            count(publisher);
        }
    }

    private void publishLaps(Input input, RowPublisher publisher, Fingerprint fingerprint, ResumePoint from)
            throws IOException {
        int days = Laps.days(input, format);
        for (ResumePoint lap = from; !stopped && left() > 0; lap = lap.next()) {
            try (ReadAhead rows = readAhead(input, Math.multiplyExact(days, lap.copy() - 1))) {
                publishCopy(input, rows, publisher, fingerprint, lap);
            }
        }
    }

    private void publishCopy(
            Input input, ReadAhead rows, RowPublisher publisher, Fingerprint fingerprint, ResumePoint from)
            throws IOException {
        RowLoop.Bookmarks bookmarks = (reached, ended) ->
                new Bookmark(fingerprint, config.selection(), from.copy(), ended, reached).toPosition();
        runLoop(input, rows, publisher, from.accounts(), bookmarks);
    }

    private void publishStream(Input input) throws IOException {
        if (config.repeat() == ResumePoint.Repeat.FOREVER) {
            throw new UsageError("--loop needs a file that can be read again, not " + input + ".");
        }
        log.info("{} has no position: if this run is cut short, it cannot be resumed.", shown(input));
        try (ReadAhead rows = readAhead(input, 0)) {
            ensureTopics();
            try (IdempotentPublisher publisher =
                    IdempotentPublisher.open(config.settings(), config.topic(), topicPartitions)) {
                runLoop(input, rows, publisher, Accounts.NONE, (reached, ended) -> new Position(reached.read(), ""));
                count(publisher);
            }
        }
    }

    /** Once, before the first publisher is opened. */
    private void ensureTopics() {
        if (topicPartitions == 0) {
            topicPartitions = Topics.ensure(
                    config.settings(),
                    List.of(config.topic(), DeadLetters.topicOf(config.topic())),
                    config.partitions(),
                    config.replication());
        }
    }

    private ReadAhead readAhead(Input input, int shiftDays) {
        ReadAhead.Opener opener = () -> Source.open(
                input,
                config.follow() ? input.follow(this::awaitGrowth) : input.open(),
                format,
                shiftDays,
                config.keyColumn());
        return new ReadAhead(input.name(), opener, () -> stopped);
    }

    private void runLoop(
            Input input, ReadAhead rows, RowPublisher publisher, Accounts done, RowLoop.Bookmarks bookmarks)
            throws IOException {
        log.info(
                "Publishing {} to {} at {}{}.",
                shown(input),
                config.topic(),
                config.settings(),
                done.read() == 0 ? "" : " from row " + Numbers.grouped(done.read() + 1) + " on");
        Source source = opened(rows);
        if (source == null) {
            return;
        }
        rows.skip(done.read());
        allThere = false;
        long start = timing.time().nanos();
        Watch watch = new Watch(progress(input, start), analysis(input, source));
        RowLoop loop = new RowLoop(rows, publisher, timing, done, bookmarks, watch);
        try {
            loop.run(left());
        } catch (UserError e) {
            throw new UserError(e.getMessage() + howToGoOn(input, loop.committed()), e);
        } finally {
            watch.end();
            nanos += timing.time().nanos() - start;
            accounts = accounts.plus(loop.committed().minus(done));
        }
    }

    /** Null when it was told to stop before there was a header. */
    private Source opened(ReadAhead rows) throws IOException {
        try {
            return rows.opened();
        } catch (UserError e) {
            if (config.follow() && stopped) {
                return null;
            }
            throw e;
        }
    }

    /** At the end of a file that is followed; on the thread that reads. */
    private boolean awaitGrowth() {
        timing.time().sleep(LOOK_NANOS);
        return !stopped && !Thread.currentThread().isInterrupted();
    }

    private void count(RowPublisher publisher) {
        publisher.rowsByPartition().forEach((partition, rows) -> partitions.merge(partition, rows, Long::sum));
    }

    private Progress progress(Input input, long now) throws IOException {
        return new Progress(
                config.monitoring().progress(),
                err,
                input.name(),
                config.follow() ? -1 : input.size(),
                input::position,
                now);
    }

    private Analysis analysis(Input input, Source source) {
        if (config.monitoring().report().isEmpty()) {
            return null;
        }
        Analysis analysis = new Analysis(input.name(), source);
        analyses.add(analysis);
        return analysis;
    }

    private long left() {
        return config.maxRecords() - accounts.published();
    }

    /** The input as a log may name it. */
    private static String shown(Input input) {
        return Printable.of(input.toString());
    }

    private static String howToGoOn(Input input, Accounts committed) {
        return " The first " + Numbers.grouped(committed.read()) + " rows of " + input + " are taken care of"
                + (input.isFile() ? "; run the same command again to go on from there." : ".");
    }
}
