package tickwing.replay;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.cli.ExitCode;
import tickwing.common.kafka.RowPublisher;
import tickwing.common.text.Printable;

/** What a run has done so far, all inputs together. */
final class Totals {
    private static final Logger log = LoggerFactory.getLogger(Totals.class);

    private final ReplayConfig config;
    private final NanoClock time;
    private final Instant started;
    private final List<Analysis> analyses = new ArrayList<>();
    private final SortedMap<Integer, Long> partitions = new TreeMap<>();
    private Accounts accounts = Accounts.NONE;
    private long nanos;
    private boolean begun;

    /** @param time begins now */
    Totals(ReplayConfig config, NanoClock time) {
        this.config = config;
        this.time = time;
        this.started = time.instant();
    }

    /** How many rows may still be published. */
    long left() {
        return config.maxRecords() - accounts.published();
    }

    /** Takes note that rows are about to be read that are not on the topic yet; null when nobody wants an analysis. */
    Analysis begin(String input, OpenInput source) {
        begun = true;
        if (config.monitoring().report().isEmpty()) {
            return null;
        }
        Analysis analysis = new Analysis(input, source);
        analyses.add(analysis);
        return analysis;
    }

    /** @param took how long that took */
    void add(Accounts gained, long took) {
        accounts = accounts.plus(gained);
        nanos += took;
    }

    /** Adds up in which partitions a publisher's rows are. */
    void count(RowPublisher publisher) {
        publisher.rowsByPartition().forEach((partition, rows) -> partitions.merge(partition, rows, Long::sum));
    }

    private void report(Path file) {
        for (Analysis analysis : analyses) {
            analysis.remarks().forEach(remark -> log.warn("{}: {}.", Printable.of(analysis.name()), remark));
        }
        ReplayReport.Figures figures = new ReplayReport.Figures(
                false,
                config.topic(),
                Optional.of(config.settings().bootstrapServers()),
                started,
                time.instant(),
                nanos,
                accounts,
                partitions);
        ReplayReport.write(file, figures, analyses);
    }

    /** Prints the summary, unless all was on the topic already, and writes the report; returns an {@link ExitCode}. */
    int end(boolean stopped, PrintWriter out) {
        if (accounts.read() > 0 || begun) {
            out.println(Summary.of(config.inputs(), config.topic(), accounts, partitions, nanos, stopped));
        }
        out.flush();
        config.monitoring().report().ifPresent(this::report);
        if (stopped) {
            return ExitCode.INTERRUPTED;
        }
        return accounts.rejected() > 0 ? ExitCode.REJECTED : ExitCode.DONE;
    }
}
