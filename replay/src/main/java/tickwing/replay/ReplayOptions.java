package tickwing.replay;

import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;
import tickwing.common.cli.Section;
import tickwing.common.error.UsageError;
import tickwing.common.file.NamedFile;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.TopicName;
import tickwing.replay.input.Input;
import tickwing.replay.pace.EventTime;
import tickwing.replay.pace.Pace;
import tickwing.replay.pace.Throughput;

/** How the rows of files are published: pace, selection by date, position. */
@Section("Publishing")
public final class ReplayOptions {
    private static final Logger log = LoggerFactory.getLogger(ReplayOptions.class);
    private static final double UNLIMITED = -1;

    @Option(
            names = "--throughput",
            paramLabel = "N",
            order = 10,
            description = "Rows a second, fractions too; -1: as fast as it goes (default: -1).")
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
            names = "--dry-run",
            order = 23,
            description = "Read everything, publish nothing, need no broker: say what the rows are like.")
    private boolean dryRun;

    /** Whether to publish nothing. */
    public boolean isDryRun() {
        return dryRun;
    }

    /** The column whose cells are the records' keys; empty for the format's own. */
    Optional<String> keyColumn() {
        return Optional.ofNullable(key);
    }

    /** Refuses the options that only make sense for whole files, with rows that come back corrected. */
    void refuseWithRedrive() {
        if (throughput != UNLIMITED || speed != null || gapCap != null || again || loop || follow || cutRow != null) {
            throw refusal("--redrive");
        }
    }

    /** What {@link #refuseWithRedrive} says, also where it is for {@code --num-records}. */
    static UsageError refusal(String with) {
        return new UsageError("--throughput, --speed, --gap-cap, --num-records, --again, --loop, --follow and --cut-row"
                + " are for files; they do not go with " + with + ".");
    }

    /** Whether --from and --to let a day pass. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /**
     * What the options add up to.
     *
     * @param program names the positions, together with the file
     * @param topic where rows go
     * @param selection which rows the program lets pass besides those of {@link #includes}, as text; empty for all
     * @param standardInput what {@code -} stands for
     * @throws UsageError when they do not go together
     */
    public ReplayConfig config(
            RunOptions run,
            ClientSettings settings,
            String program,
            String topic,
            String selection,
            InputStream standardInput) {
        if (run.files().isEmpty()) {
            throw new UsageError("No FILE is named; expected CSV files, or - for standard input.");
        }
        if (from.isAfter(to)) {
            throw new UsageError("--from " + from + " is after --to " + to + ".");
        }
        TopicName.check(topic);
        ReplayConfig.NewTopic newTopic = run.newTopic();
        pace();
        List<Input> inputs = Inputs.of(run.files(), standardInput);
        try {
            ReplayConfig config = new ReplayConfig(
                    settings,
                    program,
                    topic,
                    inputs,
                    this::pace,
                    run.maxRecords(),
                    describe(selection),
                    repeat(),
                    follow,
                    dryRun,
                    Optional.ofNullable(cutRow),
                    Optional.ofNullable(key),
                    newTopic,
                    run.monitoring());
            List<NamedFile> read = new ArrayList<>(settings.files());
            inputs.forEach(input -> read.add(input.named()));
            run.refuseReportOver(read);
            return config;
        } catch (ReplayConfig.Refused e) {
            throw new UsageError(sentence(e.fact(), run));
        }
    }

    private static String sentence(ReplayConfig.Fact fact, RunOptions run) {
        return switch (fact) {
            case NOTHING_TO_PUBLISH -> "--num-records must be at least 1, was " + run.maxRecords() + ".";
            case FOLLOWS_AND_REPEATS -> "--follow does not go with --again, --loop and --dry-run.";
            case FOLLOWS_NO_FILE -> "--follow takes one FILE, and no pipe; start the program once for each file.";
        };
    }

    private ResumePoint.Repeat repeat() {
        if (loop) {
            return ResumePoint.Repeat.FOREVER;
        }
        return again ? ResumePoint.Repeat.AGAIN : ResumePoint.Repeat.ONCE;
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
