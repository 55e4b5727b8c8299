package tickwing.replay;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.FileClash;
import tickwing.common.cli.Interruption;
import tickwing.common.error.UsageError;
import tickwing.common.file.NamedFile;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.Topics;
import tickwing.common.text.Terminal;
import tickwing.replay.input.Input;
import tickwing.replay.pace.EventTime;
import tickwing.replay.pace.Pace;
import tickwing.replay.pace.Throughput;

/** What the programs that publish files have in common: files, pace, selection by date, position. */
public final class ReplayOptions {
    private static final Logger log = LoggerFactory.getLogger(ReplayOptions.class);
    private static final double UNLIMITED = -1;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "CSV files, compressed ones as they are; '-' is standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--throughput",
            paramLabel = "N",
            order = 10,
            description = "Rows a second, fractions too; -1: as fast as it goes (default).")
    private double throughput = UNLIMITED;

    @Option(
            names = "--speed",
            paramLabel = "X",
            order = 11,
            description = "Replay by event time, X times as fast as real time.")
    private Double speed;

    @Option(
            names = "--gap-cap",
            paramLabel = "DURATION",
            order = 12,
            description = "With --speed: wait for no gap between events longer than this, e.g. 12h.")
    private Duration gapCap;

    @Option(names = "--num-records", paramLabel = "N", order = 13, description = "Publish at most N rows.")
    private long maxRecords = Long.MAX_VALUE;

    @Option(names = "--from", paramLabel = "DATE", order = 14, description = "Only rows of this day or later.")
    private LocalDate from = LocalDate.MIN;

    @Option(names = "--to", paramLabel = "DATE", order = 15, description = "Only rows of this day or earlier.")
    private LocalDate to = LocalDate.MAX;

    @Option(
            names = "--again",
            order = 16,
            description = "Publish another copy of a file whose rows are on the topic already.")
    private boolean again;

    @Option(
            names = "--loop",
            order = 17,
            description = "Start over at the end of a file, again and again, with its dates moved on.")
    private boolean loop;

    @Option(
            names = "--follow",
            order = 18,
            description = "Wait at the end of the file for rows that are appended, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--cut-row",
            paramLabel = "publish|skip",
            order = 19,
            description = "When a row was published before its line was complete, and the line has gone on since:"
                    + " publish the whole row as well, or skip it.")
    private Reconciliation.CutRow cutRow;

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            order = 20,
            description = "The column whose cells are the records' keys (default: airline or symbol).")
    private String key;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            order = 21,
            description = "Partitions of a topic that does not exist yet (default: ${DEFAULT-VALUE}).")
    private int partitions = Topics.DEFAULT_PARTITIONS;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            order = 22,
            description = "Replicas of a topic that does not exist yet (default: the broker's own default).")
    private short replication = Topics.BROKER_DEFAULT_REPLICATION;

    @Option(
            names = "--dry-run",
            order = 23,
            description = "Read everything, publish nothing, need no broker: say what the rows are like.")
    private boolean dryRun;

    @Option(
            names = "--report",
            paramLabel = "FILE.json",
            order = 24,
            description = "Write what the rows were like, and what became of them, as JSON.")
    private Path report;

    @Option(names = "--quiet", order = 25, description = "Show no progress.")
    private boolean quiet;

    /** The inputs as they were named; may be none. */
    public List<String> files() {
        return List.copyOf(files);
    }

    /** Whether to publish nothing. */
    public boolean isDryRun() {
        return dryRun;
    }

    /** The column whose cells are the records' keys; empty for the format's own. */
    Optional<String> keyColumn() {
        return Optional.ofNullable(key);
    }

    /** How many rows to publish at the most. */
    public long maxRecords() {
        return maxRecords;
    }

    /**
     * Refuses the options that only make sense for whole files.
     *
     * @param source what they do not go with, as it stands on the command line
     */
    void refusePace(String source) {
        if (throughput != UNLIMITED
                || speed != null
                || gapCap != null
                || maxRecords != Long.MAX_VALUE
                || again
                || loop
                || follow
                || cutRow != null) {
            throw new UsageError(
                    "--throughput, --speed, --gap-cap, --num-records, --again, --loop, --follow and --cut-row"
                            + " are for files; they do not go with " + source + ".");
        }
    }

    /**
     * Refuses the options that only make sense for rows of files.
     *
     * @param source what they do not go with, as it stands on the command line
     */
    public void refusePaceAndSelection(String source) {
        if (throughput != UNLIMITED
                || speed != null
                || gapCap != null
                || again
                || loop
                || follow
                || cutRow != null
                || dryRun
                || key != null
                || !from.equals(LocalDate.MIN)
                || !to.equals(LocalDate.MAX)) {
            throw new UsageError("--throughput, --speed, --gap-cap, --from, --to, --again, --loop, --follow, --cut-row,"
                    + " --dry-run and --key are for files; they do not go with " + source + ".");
        }
    }

    /** Where to write a report; empty for nowhere. */
    public Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    /** Refuses a report. */
    public void refuseReport(String source) {
        if (report != null) {
            throw new UsageError("--report does not go with " + source + ".");
        }
    }

    /** Refuses a report that would take the place of a file that is read. */
    public void refuseReportOver(List<NamedFile> read) {
        report().ifPresent(file -> FileClash.refuse(List.of(new NamedFile("--report " + file, file)), read));
    }

    /** Whether --from and --to let a day pass. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /**
     * Publishes the inputs until they end or Ctrl-C.
     *
     * @param program names the positions, together with the file
     * @param format what the rows become
     * @param selection which rows the format lets pass besides those of {@link #includes}, as text; empty for all
     * @param out takes the summary
     * @param err takes the progress
     * @return the program's exit code
     */
    public int publish(
            ClientSettings settings,
            String program,
            String topic,
            RowFormat format,
            String selection,
            InputStream standardInput,
            PrintWriter out,
            PrintWriter err) {
        if (files.isEmpty()) {
            throw new UsageError("No FILE is named; expected CSV files, or - for standard input.");
        }
        if (from.isAfter(to)) {
            throw new UsageError("--from " + from + " is after --to " + to + ".");
        }
        ReplayConfig config = new ReplayConfig(
                settings,
                program,
                topic,
                this::pace,
                maxRecords,
                describe(selection),
                repeat(),
                follow,
                Optional.ofNullable(cutRow),
                Optional.ofNullable(key),
                partitions,
                replication,
                new ReplayConfig.Monitoring(progress(), Optional.ofNullable(report)));
        pace();
        if (follow && (again || loop || dryRun)) {
            throw new UsageError("--follow does not go with --again, --loop and --dry-run.");
        }
        List<Input> inputs = Inputs.of(files, standardInput);
        if (follow && (inputs.size() != 1 || !inputs.get(0).isFile())) {
            throw new UsageError("--follow takes one FILE, and no pipe; start the program once for each file.");
        }
        List<NamedFile> read = new ArrayList<>(settings.files());
        inputs.forEach(input -> read.add(input.named()));
        refuseReportOver(read);
        if (dryRun) {
            return dryRun(inputs, format, topic, out);
        }
        try (KafkaDestination destination = new KafkaDestination(config)) {
            Replay replay = new Replay(config, format, destination, out, err, Timeline.REAL);
            try (Interruption interruption = new Interruption(replay::stop)) {
                int code = replay.run(inputs);
                return interruption.interrupted() ? ExitCode.INTERRUPTED : code;
            }
        }
    }

    private int dryRun(List<Input> inputs, RowFormat format, String topic, PrintWriter out) {
        AtomicBoolean stopped = new AtomicBoolean();
        try (Interruption interruption = new Interruption(() -> stopped.set(true))) {
            int code = DryRun.run(inputs, format, topic, Optional.ofNullable(report), stopped::get, out);
            return interruption.interrupted() ? ExitCode.INTERRUPTED : code;
        }
    }

    private ResumePoint.Repeat repeat() {
        if (loop) {
            return ResumePoint.Repeat.FOREVER;
        }
        return again ? ResumePoint.Repeat.AGAIN : ResumePoint.Repeat.ONCE;
    }

    private Progress.Style progress() {
        if (quiet) {
            return Progress.Style.NONE;
        }
        return Terminal.isError() ? Progress.Style.TERMINAL : Progress.Style.LINES;
    }

    private static void backwards() {
        log.warn("The rows run backwards in time, so that --speed does not wait between them;"
                + " sort the file oldest first, or use --throughput.");
    }

    private Pace pace() {
        if (speed != null && throughput != UNLIMITED) {
            throw new UsageError("--throughput and --speed are two ways to set the pace; choose one.");
        }
        if (gapCap != null && speed == null) {
            throw new UsageError("--gap-cap goes with --speed.");
        }
        if (speed != null) {
            if (!(speed > 0)) {
                throw new UsageError("--speed must be more than 0, was " + speed + ".");
            }
            return new EventTime(speed, gapCap == null ? Long.MAX_VALUE : gapCap.toMillis(), ReplayOptions::backwards);
        }
        if (throughput == UNLIMITED) {
            return Pace.UNLIMITED;
        }
        if (!(throughput > 0)) {
            throw new UsageError("--throughput must be more than 0 rows a second, or -1, was " + throughput + ".");
        }
        return new Throughput(throughput);
    }

    private String describe(String selection) {
        StringBuilder text = new StringBuilder(selection);
        if (!from.equals(LocalDate.MIN)) {
            text.append(" --from ").append(from);
        }
        if (!to.equals(LocalDate.MAX)) {
            text.append(" --to ").append(to);
        }
        if (loop) {
            text.append(" --loop");
        }
        if (key != null) {
            text.append(" --key ").append(key);
        }
        return text.isEmpty() ? "all rows" : text.toString().strip();
    }
}
