package tickwing.board.view;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import tickwing.analytics.indicator.Study;
import tickwing.common.bar.Interval;

/**
 * One symbol's bars with what is computed from them.
 *
 * @param symbol never blank
 * @param interval of the bars; shorter ones on the topic are summed up
 * @param studies in the order in which they are shown; none twice
 * @param range which of the bars; values are computed from all bars before them, too
 */
public record StockView(String symbol, Interval interval, List<Study> studies, Range range) implements View {
    public StockView {
        Objects.requireNonNull(interval);
        Objects.requireNonNull(range);
        studies = List.copyOf(studies);
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("symbol is blank");
        }
        if (studies.size() > 1 && new HashSet<>(studies).size() < studies.size()) {
            throw new IllegalArgumentException("a study is asked for twice");
        }
    }

    /** With all of the bars. */
    public static StockView all(String symbol, Interval interval, List<Study> studies) {
        return new StockView(symbol, interval, studies, new Range.All());
    }
}
