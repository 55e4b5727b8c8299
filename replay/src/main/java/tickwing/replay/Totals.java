package tickwing.replay;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tickwing.common.cli.ExitCode;
import tickwing.common.kafka.RowPublisher;

/** What a run has done so far, all inputs together. */
final class Totals {
    private final ReplayConfig config;
    private final List<Analysis> analyses = new ArrayList<>();
    private final SortedMap<Integer, Long> partitions = new TreeMap<>();
    private Accounts accounts = Accounts.NONE;
    private long nanos;
    private boolean begun;

    Totals(ReplayConfig config) {
        this.config = config;
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

    /** Prints the summary, unless all was on the topic already, and writes the report; returns an {@link ExitCode}. */
    int end(boolean stopped, PrintWriter out) {
        if (accounts.read() > 0 || begun) {
            out.println(Summary.of(config.inputs(), config.topic(), accounts, partitions, nanos, stopped));
        }
        out.flush();
        config.monitoring()
                .report()
                .ifPresent(file -> ReplayReport.write(file, config.topic(), accounts, partitions, analyses));
        if (stopped) {
            return ExitCode.INTERRUPTED;
        }
        return accounts.rejected() > 0 ? ExitCode.REJECTED : ExitCode.DONE;
    }
}
