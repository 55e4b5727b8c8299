package tickwing.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import tickwing.replay.csv.CsvRows;
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
        Topics.ensure(
                config.settings(),
                List.of(config.topic(), DeadLetters.topicOf(config.topic())),
                config.partitions(),
                config.replication());
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
        String group = config.program() + "." + input.name();
        try (TransactionalPublisher publisher = TransactionalPublisher.open(config.settings(), config.topic(), group)) {
            Fingerprint fingerprint = Fingerprint.of(input.path());
            ResumePoint from =
                    ResumePoint.of(publisher.position(), input, fingerprint, config.selection(), config.repeat());
            if (from.complete() && !config.follow()) {
                out.println(input + ": all " + Numbers.grouped(from.accounts().read()) + " rows are on topic "
                        + config.topic() + " already; --again publishes another copy.");
                return;
            }
            if (config.repeat() != ResumePoint.Repeat.FOREVER) {
                publishCopy(input, publisher, fingerprint, from, 0);
                count(publisher);
                return;
            }
            int days = Laps.days(input, format);
            for (ResumePoint lap = from; !stopped && left() > 0; lap = lap.next()) {
                publishCopy(input, publisher, fingerprint, lap, Math.multiplyExact(days, lap.copy() - 1));
            }
            count(publisher);
        }
    }

    private void publishCopy(
            Input input, RowPublisher publisher, Fingerprint fingerprint, ResumePoint from, int shiftDays)
            throws IOException {
        RowLoop.Bookmarks bookmarks = (reached, ended) ->
                new Bookmark(fingerprint, config.selection(), from.copy(), ended, reached).toPosition();
        runLoop(input, publisher, from.accounts(), bookmarks, shiftDays);
    }

    private void publishStream(Input input) throws IOException {
        if (config.repeat() == ResumePoint.Repeat.FOREVER) {
            throw new UsageError("--loop needs a file that can be read again, not " + input + ".");
        }
        log.info("{} has no position: if this run is cut short, it cannot be resumed.", input);
        try (IdempotentPublisher publisher = IdempotentPublisher.open(config.settings(), config.topic())) {
            runLoop(input, publisher, Accounts.NONE, (reached, ended) -> new Position(reached.read(), ""), 0);
            count(publisher);
        }
    }

    private void runLoop(Input input, RowPublisher publisher, Accounts done, RowLoop.Bookmarks bookmarks, int shiftDays)
            throws IOException {
        log.info(
                "Publishing {} to {} at {}{}.",
                input,
                config.topic(),
                config.settings(),
                done.read() == 0 ? "" : " from row " + Numbers.grouped(done.read() + 1) + " on");
        try (InputStream bytes = config.follow() ? input.follow(this::awaitGrowth) : input.open()) {
            CsvRows rows = new CsvRows(bytes);
            RowFormat.RowEncoder encoder = open(input, rows, shiftDays);
            if (encoder == null) {
                return;
            }
            RowLoop.Source source = new RowLoop.Source(input.name(), rows, encoder, keyColumn(input, rows));
            rows.skip(done.read());
            allThere = false;
            long start = timing.time().nanos();
            Watch watch = new Watch(progress(input, start), analysis(input, rows, encoder));
            RowLoop loop = new RowLoop(source, publisher, timing, done, bookmarks, watch);
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
    }

    /** Null when it was told to stop before there was a header. */
    private RowFormat.RowEncoder open(Input input, CsvRows rows, int shiftDays) throws IOException {
        try {
            return format.open(input.toString(), rows, shiftDays);
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

    private Analysis analysis(Input input, CsvRows rows, RowFormat.RowEncoder encoder) {
        if (config.monitoring().report().isEmpty()) {
            return null;
        }
        Analysis analysis = new Analysis(input.name(), rows.columns(), encoder);
        analyses.add(analysis);
        return analysis;
    }

    private int keyColumn(Input input, CsvRows rows) {
        if (config.keyColumn().isEmpty()) {
            return -1;
        }
        int column = rows.columns().indexOf(config.keyColumn().get());
        if (column < 0) {
            throw new UserError(input + " has no column " + config.keyColumn().get() + " for --key; it has "
                    + rows.columns().stream().limit(40).collect(Collectors.joining(", ")) + ".");
        }
        return column;
    }

    private long left() {
        return config.maxRecords() - accounts.published();
    }

    private static String howToGoOn(Input input, Accounts committed) {
        return " The first " + Numbers.grouped(committed.read()) + " rows of " + input + " are taken care of"
                + (input.isFile() ? "; run the same command again to go on from there." : ".");
    }
}
