package tickwing.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.cli.ExitCode;
import tickwing.common.error.Remarked;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;
import tickwing.common.kafka.Position;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.text.Printable;
import tickwing.replay.input.FileChanged;
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
    private final Destination destination;
    private final PrintWriter out;
    private final PrintWriter err;
    private final RowLoop.Timing timing;
    private final List<Analysis> analyses = new ArrayList<>();
    private final SortedMap<Integer, Long> partitions = new TreeMap<>();
    private Accounts accounts = Accounts.NONE;
    private long nanos;
    private boolean allThere = true;
    private volatile boolean stopped;

    Replay(
            ReplayConfig config,
            RowFormat format,
            Destination destination,
            PrintWriter out,
            PrintWriter err,
            Timeline time) {
        this.config = config;
        this.format = format;
        this.destination = destination;
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
        try (ReadAhead rows = loops ? null : readAhead(input, bytes, 0)) {
            // While the first rows are read: the reader needs every moment until the clients are open.
            Fingerprint fingerprint = Fingerprint.ofFirst(input.path(), bytes);
            destination.ensure();
            String name =
                    PositionName.of(input, fingerprint, config.program(), config.repeat(), destination::positions);
            publishFile(new Found(input, name, input.folder().toString(), fingerprint), rows);
        }
    }

    /**
     * A file as it was found.
     *
     * @param name what its position and its dead letters call it
     */
    private record Found(Input input, String name, String folder, Fingerprint fingerprint) {}

    /** @param rows null for a file whose dates move on from lap to lap */
    private void publishFile(Found file, ReadAhead rows) throws IOException {
        Destination.Positioned opened = destination.open(config.program() + "." + file.name());
        try (RowPublisher publisher = opened.publisher()) {
            ResumePoint from = ResumePoint.of(
                    opened.start(), file.input(), file.fingerprint(), config.selection(), config.repeat());
            if (from.complete() && !config.follow()) {
                out.println(file.input() + ": all "
                        + Numbers.grouped(from.accounts().read()) + " rows are on topic " + config.topic()
                        + " already; --again publishes another copy.");
                return;
            }
            if (rows != null) {
                publishCopy(file, rows, publisher, from, 0);
            } else {
                publishLaps(file, publisher, from);
            }
            count(publisher);
        }
    }

    private void publishLaps(Found file, RowPublisher publisher, ResumePoint from) throws IOException {
        int days = Laps.days(file.input(), format);
        for (ResumePoint lap = from; !stopped && left() > 0; lap = lap.next()) {
            int shiftDays = Math.multiplyExact(days, lap.copy() - 1);
            try (ReadAhead rows = readAhead(file.input(), file.fingerprint().bytes(), shiftDays)) {
                publishCopy(file, rows, publisher, lap, shiftDays);
            }
        }
    }

    private void publishCopy(Found file, ReadAhead rows, RowPublisher publisher, ResumePoint from, int shiftDays)
            throws IOException {
        RowLoop.Bookmarks bookmarks = (reached, tail, ended) -> new Bookmark(
                        file.input().grown(file.fingerprint()),
                        file.folder(),
                        config.selection(),
                        from.copy(),
                        ended,
                        reached,
                        tail)
                .toPosition();
        runLoop(file.input(), file.name(), rows, publisher, from, bookmarks, shiftDays);
    }

    private void publishStream(Input input) throws IOException {
        if (config.repeat() == ResumePoint.Repeat.FOREVER) {
            throw new UsageError("--loop needs a file that can be read again, not " + input + ".");
        }
        log.info("{} has no position: if this run is cut short, it cannot be resumed.", shown(input));
        try (ReadAhead rows = readAhead(input, -1, 0)) {
            // Nothing is made for a pipe that does not open, or holds nothing that is known.
            if (opened(rows) == null) {
                return;
            }
            destination.ensure();
            try (RowPublisher publisher = destination.openWithoutPosition()) {
                RowLoop.Bookmarks none = (reached, tail, ended) -> new Position(reached.read(), "");
                runLoop(input, input.name(), rows, publisher, ResumePoint.start(1), none, 0);
                count(publisher);
            }
        }
    }

    /** @param bytes how long the file was; -1 when that is unknown */
    private ReadAhead readAhead(Input input, long bytes, int shiftDays) {
        ReadAhead.Opener opener = () -> Source.open(
                input,
                config.follow() ? input.follow(this::awaitGrowth) : input.open(bytes),
                format,
                shiftDays,
                config.keyColumn());
        return new ReadAhead(input.name(), opener, () -> stopped);
    }

    private void runLoop(
            Input input,
            String name,
            ReadAhead rows,
            RowPublisher publisher,
            ResumePoint from,
            RowLoop.Bookmarks bookmarks,
            int shiftDays)
            throws IOException {
        log.info(
                "Publishing {} to {} at {}{}.",
                shown(input),
                config.topic(),
                config.settings(),
                from.skipped() == 0 ? "" : " from row " + Numbers.grouped(from.skipped() + 1) + " on");
        Source source = opened(rows);
        if (source == null) {
            return;
        }
        rows.skip(from.skipped());
        allThere = false;
        long start = timing.time().nanos();
        Watch watch = new Watch(progress(input, start), analysis(input, source));
        Reconciliation.Terms terms = new Reconciliation.Terms(
                config.topic(),
                source.encoder().upserts(),
                (line, raw) -> outcome(input, shiftDays, line, raw),
                destination::earlierLetters,
                config.cutRow());
        RowLoop.Intake intake = new RowLoop.Intake(name, rows, from, new Reconciliation(from.tail(), name, terms));
        RowLoop loop = new RowLoop(intake, publisher, timing, bookmarks, watch);
        try {
            loop.run(left());
        } catch (Undecided e) {
            throw e;
        } catch (UserError e) {
            throw new Remarked(e, howToGoOn(input, loop.committed(), e instanceof FileChanged));
        } finally {
            watch.end();
            nanos += timing.time().nanos() - start;
            accounts = accounts.plus(loop.gained());
        }
    }

    /** What a row has become that stood in the file before; opens the file anew, which seldom happens. */
    private Outcome outcome(Input input, int shiftDays, long line, byte[] raw) throws IOException {
        Input again = Input.of(input.path().toString(), InputStream.nullInputStream());
        try (Source source = Source.open(again, again.open(), format, shiftDays, config.keyColumn())) {
            return source.outcome(source.rows().row(line, raw));
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

    private String howToGoOn(Input input, Accounts committed, boolean changed) {
        String how = "; run the same command again to go on from there.";
        if (!input.isFile()) {
            how = ".";
        } else if (changed && config.follow()) {
            how =
                    "; to publish what it holds now, run the same command once with --again instead of --follow, then with"
                            + " --follow as before.";
        } else if (changed) {
            how = "; run the same command again once it is whole, or with --again to publish what it holds now.";
        }
        return "The first " + Numbers.grouped(committed.read()) + " rows of " + input + " are taken care of" + how;
    }
}
