package tickwing.charts;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.board.Board;
import tickwing.board.BoardReader;
import tickwing.board.view.View;
import tickwing.charts.show.Charts;
import tickwing.charts.show.Contents;
import tickwing.charts.show.Gallery;
import tickwing.charts.show.Page;
import tickwing.charts.window.ChartWindow;
import tickwing.charts.window.Feed;
import tickwing.charts.window.StatusText;
import tickwing.charts.window.WindowConfig;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Interruption;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.error.UserError;
import tickwing.common.kafka.BackgroundAdmin;
import tickwing.common.kafka.GeneratedGroups;
import tickwing.common.kafka.KafkaErrors;
import tickwing.common.kafka.ReaderStatus;
import tickwing.common.kafka.TlsPort;
import tickwing.common.kafka.TopicReader;
import tickwing.common.text.Printable;

/**
 * Reads a topic onto a board and shows it, again and again or once. The thread that runs it owns the reader, writes to the
 * board, and rewrites the outputs; a window subscribes for itself.
 */
final class ChartProgram<T, V extends View> {
    private static final Logger log = LoggerFactory.getLogger(ChartProgram.class);
    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final ChartConfig config;
    private final Gallery<T, V> gallery;
    private final Outputs outputs;
    /** What the outputs draw. */
    private final Charts<V> charts;

    /** Null until there is one; whoever interrupts comes from another thread. */
    private volatile BoardReader<T> reader;

    private volatile boolean stopped;

    ChartProgram(ChartConfig config, Gallery<T, V> gallery, PrintWriter out) {
        this.config = config;
        this.gallery = gallery;
        charts = new Charts<>(gallery);
        // Where there is no next refresh, the sentence comes with the end.
        outputs = new Outputs(
                config.outputs(),
                config.theme(),
                out,
                config.mode() == ChartConfig.Mode.ONCE ? sentence -> {} : log::warn);
    }

    /**
     * Runs until the work is done, the window is closed, or Ctrl-C.
     *
     * @return an {@link ExitCode}
     * @throws UserError when no broker answers, or there is nothing of what is asked for (with {@code --once}), or a file could
     *     not be written in the end
     * @throws StandardOutputLost when standard output takes no more
     */
    int run() {
        TlsPort.refusePlaintext(config.settings());
        // Outermost: Java ends when this is closed, and a group that is not left by then keeps its partitions.
        try (Interruption interruption = new Interruption(this::stop);
                BackgroundAdmin admin = new BackgroundAdmin(config.settings())) {
            int code = read(admin);
            return interruption.interrupted() ? ExitCode.INTERRUPTED : code;
        }
    }

    private void stop() {
        stopped = true;
        BoardReader<T> now = reader;
        if (now != null) {
            now.stop();
        }
    }

    private int read(BackgroundAdmin admin) {
        if (config.mode() == ChartConfig.Mode.ONCE) {
            // While the consumer is set up; a window has time to do one after the other.
            admin.get();
        }
        GeneratedGroups groups = new GeneratedGroups(config.program(), admin);
        try {
            Board<T, V> board = gallery.board();
            TopicReader<T> own =
                    new TopicReader<>(config.settings(), config.group(), config.topic(), board, board, admin);
            try (own) {
                reader = new BoardReader<>(own, board);
                if (stopped) {
                    own.stop();
                }
                return read(groups);
            } finally {
                delete(groups);
            }
        } catch (KafkaException e) {
            throw KafkaErrors.userError(e, config.settings());
        }
    }

    private void delete(GeneratedGroups groups) {
        if (config.groupIsGenerated() && !reader.status().brokerIsGone()) {
            groups.delete(config.group(), CLOSE);
        }
    }

    private int read(GeneratedGroups groups) {
        switch (config.mode()) {
            case ONCE -> readOnce();
            case FILES -> readAndWrite(groups);
            case WINDOW -> readAndShow(groups);
        }
        ReaderStatus status = reader.status();
        if (status.rejected() > 0) {
            log.warn(
                    "{} of {} records could not be read and were skipped, wholly or in part ({}); the last one was {}.",
                    status.rejected(),
                    status.records(),
                    StatusText.reasons(status),
                    status.lastRejection());
        }
        // What is read once has said so with the rest of its note.
        if (config.mode() != ChartConfig.Mode.ONCE && !gallery.leftOut().isEmpty()) {
            log.warn("{}.", gallery.leftOut());
        }
        if (!stopped) {
            outputs.end();
        }
        // The reader has said what waits for whom.
        return config.mode() == ChartConfig.Mode.ONCE && status.news().waiting() > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    private void readOnce() {
        reader.readToEnd();
        ReaderStatus status = reader.status();
        Contents contents = gallery.contents();
        if (gallery.isEmpty() && !stopped && status.news().waiting() == 0) {
            NothingToShow.refuse(config.topic(), status, contents.note());
        }
        write(contents, status);
        if (!contents.note().isEmpty()) {
            log.info("{}.", contents.note());
        }
    }

    private void readAndWrite(GeneratedGroups groups) {
        log.info(
                "Reading {} at {}; rewriting {}.",
                config.topic(),
                config.settings(),
                Printable.of(config.outputs().toString()));
        Runnable rewrite = () -> {
            write(gallery.contents(), reader.status());
            if (outputs.areLost()) {
                throw new StandardOutputLost();
            }
        };
        readUntilStopped(groups, rewrite, () -> {});
    }

    private void readAndShow(GeneratedGroups groups) {
        try (ChartWindow window = ChartWindow.open(windowConfig(), feed(), gallery)) {
            Runnable refresh = () -> {
                window.refresh();
                if (!config.outputs().isEmpty()) {
                    window.showTrouble(write(gallery.contents(), reader.status()));
                }
            };
            readUntilStopped(groups, refresh, window::statusChanged);
        }
    }

    private void readUntilStopped(GeneratedGroups groups, Runnable refresh, Runnable statusChanged) {
        boolean[] swept = {false};
        Runnable refreshAndSweep = () -> {
            refresh.run();
            if (!swept[0]) {
                // Only now: the first chart does not wait for what others have left behind.
                swept[0] = true;
                groups.sweep(config.group());
            }
        };
        reader.readUntilStopped(config.refresh(), refreshAndSweep, statusChanged);
    }

    private WindowConfig windowConfig() {
        return new WindowConfig(
                config.program(),
                config.topic(),
                config.settings().bootstrapServers(),
                config.refresh(),
                config.bounds(),
                config.theme());
    }

    private Feed feed() {
        return new Feed() {
            @Override
            public ReaderStatus status() {
                return reader.status();
            }

            @Override
            public void refreshSoon() {
                reader.publishSoon();
            }

            @Override
            public void stop() {
                reader.stop();
            }
        };
    }

    /** Returns what to say of what was not written; empty when all was. */
    private String write(Contents contents, ReaderStatus status) {
        LocalTime now = LocalTime.now();
        String words = StatusText.reading(config.topic(), config.settings().bootstrapServers(), status, -1, now)
                + " · refreshed " + TIME.format(now)
                + (contents.note().isEmpty() ? "" : " · " + contents.note());
        List<String> names = contents.names();
        List<String> first = names.subList(0, Math.min(outputs.mostCharts(), names.size()));
        Page page = new Page(charts.newest(first), names.size(), contents.table());
        return outputs.write(page, Printable.of(words));
    }
}
