package tickwing.replay;

import java.io.IOException;
import tickwing.replay.csv.CsvRow;
import tickwing.replay.csv.CsvRows;
import tickwing.replay.input.Input;

/** How far the dates of a file move on from one lap of {@code --loop} to the next. */
final class Laps {
    private static final int WEEK = 7;

    private Laps() {}

    /**
     * Days from the first date of the file to the day after its last, rounded up to whole weeks, so that Mondays stay
     * Mondays; 7 at least. Depends on the file alone, so that a resumed lap has the dates that it began with.
     */
    static int days(Input input, Look look) throws IOException {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        try (OpenInput source = OpenInput.as(look, input.toString(), input.open(), OpenInput.Use.PLAIN)) {
            CsvRows rows = source.rows();
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                if (source.outcome(row) instanceof Outcome.Publish publish) {
                    long event = publish.subject().eventMillis();
                    first = Math.min(first, event);
                    last = Math.max(last, event);
                }
            }
        }
        long days = first > last
                ? 1
                : AnalysisText.date(last).toEpochDay()
                        - AnalysisText.date(first).toEpochDay()
                        + 1;
        return Math.toIntExact((days + WEEK - 1) / WEEK * WEEK);
    }
}
