package tickwing.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tickwing.common.cli.FileClash;
import tickwing.common.cli.Section;
import tickwing.common.error.UsageError;
import tickwing.common.file.NamedFile;
import tickwing.common.kafka.Topics;
import tickwing.common.text.Terminal;

/** What every run of a program that publishes has, whether its records come from files or not. */
@Section("Publishing")
public final class RunOptions {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "CSV files, compressed ones as they are; '-' is standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--num-records", paramLabel = "N", order = 13, description = "Publish at most N rows.")
    private long maxRecords = Long.MAX_VALUE;

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

    /** How many records to publish at the most, as it was given. */
    public long maxRecords() {
        return maxRecords;
    }

    /** Where to write a report; empty for nowhere. */
    public Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    /** Refuses a report that would take the place of a file that is read. */
    public void refuseReportOver(List<NamedFile> read) {
        report().ifPresent(file -> FileClash.refuse(List.of(new NamedFile("--report " + file, file)), read));
    }

    /** Refuses what only makes sense for whole files, with rows that come back corrected. */
    void refuseWithRedrive() {
        if (maxRecords != Long.MAX_VALUE) {
            throw ReplayOptions.refusal("--redrive");
        }
        if (report != null) {
            throw new UsageError("--report does not go with --redrive.");
        }
        if (!files.isEmpty()) {
            throw new UsageError("--redrive reads corrected rows from standard input; leave out FILE.");
        }
    }

    /**
     * How a topic is made that does not exist.
     *
     * @throws UsageError when it cannot be made so
     */
    ReplayConfig.NewTopic newTopic() {
        if (partitions < 1) {
            throw new UsageError("--partitions must be at least 1, was " + partitions + ".");
        }
        if (replication < 1 && replication != Topics.BROKER_DEFAULT_REPLICATION) {
            throw new UsageError("--replication-factor must be at least 1, was " + replication + ".");
        }
        return new ReplayConfig.NewTopic(partitions, replication);
    }

    ReplayConfig.Monitoring monitoring() {
        Progress.Style shown = Terminal.isError() ? Progress.Style.TERMINAL : Progress.Style.LINES;
        return new ReplayConfig.Monitoring(quiet ? Progress.Style.NONE : shown, report());
    }
}
