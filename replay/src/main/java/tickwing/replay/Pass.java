package tickwing.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.error.Remarked;
import tickwing.common.error.UserError;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.text.Printable;
import tickwing.common.text.Terminal;
import tickwing.replay.input.BrokenFile;
import tickwing.replay.input.FileChanged;
import tickwing.replay.input.Input;

/** One way through an input, from its header to its end. */
final class Pass {
    /**
     * What all passes of a run have in common.
     *
     * @param err takes the progress
     */
    record Setting(
            ReplayConfig config,
            RowFormat format,
            Destination destination,
            RowLoop.Timing timing,
            Totals totals,
            PrintWriter err) {}

    /** How often a file that is followed is looked at. */
    private static final long LOOK_NANOS = 200_000_000L;

    private static final Logger log = LoggerFactory.getLogger(Pass.class);

    private final ReplayConfig config;
    private final RowFormat format;
    private final Destination destination;
    private final RowLoop.Timing timing;
    private final Totals totals;
    private final PrintWriter err;
    private final Input input;

    Pass(Setting setting, Input input) {
        this.config = setting.config();
        this.format = setting.format();
        this.destination = setting.destination();
        this.timing = setting.timing();
        this.totals = setting.totals();
        this.err = setting.err();
        this.input = input;
    }

    /**
     * Begins with a look at the input.
     *
     * @param bytes how long the file was; -1 when that is unknown
     */
    ReadAhead readAhead(long bytes) {
        return readAhead(() -> input.isFile() && !config.follow()
                ? OpenInput.ofFile(input, bytes, format, use(0))
                : OpenInput.ofStream(input, open(bytes), format, use(0)));
    }

    /** Begins where a look has been taken before. */
    ReadAhead readAhead(Look look, long bytes, int shiftDays) {
        return readAhead(() -> OpenInput.as(look, input.toString(), open(bytes), use(shiftDays)));
    }

    private ReadAhead readAhead(ReadAhead.Opener opener) {
        return new ReadAhead(input.name(), opener, new Reach(input::position, input::unpacked), timing.stopped());
    }

    private InputStream open(long bytes) throws IOException {
        return config.follow() ? input.follow(this::awaitGrowth) : input.open(bytes);
    }

    private OpenInput.Use use(int shiftDays) {
        return new OpenInput.Use(shiftDays, config.keyColumn());
    }

    /** Null when it was told to stop before there was a header. */
    OpenInput opened(ReadAhead rows) throws IOException {
        try {
            return rows.opened();
        } catch (UserError e) {
            if (config.follow() && timing.stopped().getAsBoolean()) {
                return null;
            }
            throw e;
        }
    }

    /**
     * Publishes the rows that are not on the topic yet.
     *
     * @param name what dead letters call the input
     * @param rows from {@link #readAhead}, none of them taken
     * @param shiftDays as they were read with
     */
    void run(
            String name,
            ReadAhead rows,
            RowPublisher publisher,
            ResumePoint from,
            RowLoop.Bookmarks bookmarks,
            int shiftDays)
            throws IOException {
        log.info(
                "Publishing {} to {} at {}{}.",
                Printable.of(input.toString()),
                config.topic(),
                config.settings(),
                from.skipped() == 0 ? "" : " from row " + Numbers.grouped(from.skipped() + 1) + " on");
        OpenInput source = opened(rows);
        if (source == null) {
            return;
        }
        rows.skip(from.skipped());
        long start = timing.time().nanos();
        Watch watch = new Watch(progress(rows, start), totals.begin(input.name(), source));
        Reconciliation.Terms terms = new Reconciliation.Terms(
                config.topic(),
                source.encoder().upserts(),
                (line, raw) -> outcome(source.look(), shiftDays, line, raw),
                destination::earlierLetters,
                config.cutRow());
        RowLoop.Intake intake = new RowLoop.Intake(name, rows, from, new Reconciliation(from.tail(), name, terms));
        RowLoop loop = new RowLoop(intake, publisher, timing, bookmarks, watch);
        try {
            loop.run(totals.left());
            remark(source, rows.hasEnded() && loop.committed().read() == 0);
        } catch (Undecided e) {
            throw e;
        } catch (BrokenFile e) {
            Accounts committed = loop.committed();
            throw new Remarked(e.afterRow(committed.read()), howToGoOn(committed, Trouble.BROKEN));
        } catch (UserError e) {
            throw new Remarked(
                    e, howToGoOn(loop.committed(), e instanceof FileChanged ? Trouble.CHANGED : Trouble.OTHER));
        } finally {
            watch.end();
            totals.add(loop.gained(), timing.time().nanos() - start);
        }
    }

    private void remark(OpenInput source, boolean empty) {
        if (empty) {
            log.warn("{} has a header and no rows.", Printable.of(input.toString()));
        }
        source.encoder().remarks().forEach(remark -> log.warn("{}", Printable.of(remark)));
    }

    /** What a row has become that stood in the file before; opens the file anew, which seldom happens. */
    private Outcome outcome(Look look, int shiftDays, long line, byte[] raw) throws IOException {
        Input again = Input.of(input.path().toString(), InputStream.nullInputStream());
        try (OpenInput source = OpenInput.as(look, again.toString(), again.open(), use(shiftDays))) {
            return source.outcome(source.rows().row(line, raw));
        }
    }

    /** At the end of a file that is followed; on the thread that reads. */
    private boolean awaitGrowth() {
        timing.time().sleep(LOOK_NANOS);
        return !timing.stopped().getAsBoolean() && !Thread.currentThread().isInterrupted();
    }

    private Progress progress(ReadAhead rows, long now) throws IOException {
        Progress.Style style = config.monitoring().progress();
        int width = style == Progress.Style.TERMINAL ? Terminal.columns() : Integer.MAX_VALUE;
        Progress.Aim aim = new Progress.Aim(config.follow() ? -1 : input.size(), totals.left());
        return new Progress(new Progress.Screen(style, err, width), input.name(), aim, rows::position, now);
    }

    /** Why a run has ended before its input. */
    private enum Trouble {
        BROKEN,
        CHANGED,
        OTHER
    }

    private String howToGoOn(Accounts committed, Trouble trouble) {
        boolean changed = trouble == Trouble.CHANGED;
        String how = "; run the same command again to go on from there.";
        if (!input.isFile()) {
            how = ".";
        } else if (trouble == Trouble.BROKEN) {
            how = "; run the same command again once the file is whole, to go on from there.";
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
