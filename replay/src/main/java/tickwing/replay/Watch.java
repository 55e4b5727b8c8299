package tickwing.replay;

import tickwing.replay.csv.CsvRow;

/** Follows a run, for the user who waits and for the report. */
final class Watch implements RowLoop.Observer {
    private final Progress progress;
    private final Analysis analysis;
    private long rows;
    private long published;
    private long rejected;

    /** @param analysis null when nobody wants one */
    Watch(Progress progress, Analysis analysis) {
        this.progress = progress;
        this.analysis = analysis;
    }

    @Override
    public void row(CsvRow row, Outcome outcome, long nowNanos) {
        rows++;
        published += outcome instanceof Outcome.Publish ? 1 : 0;
        rejected += outcome instanceof Outcome.Rejected ? 1 : 0;
        if (analysis != null) {
            analysis.row(row, outcome);
        }
        progress.update(nowNanos, rows, published, rejected);
    }

    void end() {
        progress.end();
    }
}
