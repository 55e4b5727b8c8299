package tickwing.charts.view;

import java.util.List;
import tickwing.common.text.Printable;

/**
 * All that a consumer shows at one moment; immutable, so that it may go from the reading thread to any other.
 *
 * @param charts what there is to draw, in order; a grid has room for the first {@link #MAX_CHARTS} or those chosen
 * @param table all numbers, those of charts that are not drawn among them
 * @param note one phrase that belongs to the status line, e.g. how many symbols are not drawn; may be empty; always
 *     {@link Printable}
 */
public record Snapshot(Charts charts, CsvTable table, String note) {
    /** How many charts fit into one grid and can still be read. */
    public static final int MAX_CHARTS = 6;

    public Snapshot {
        note = Printable.of(note);
    }

    /** A snapshot of charts that are made already. */
    public Snapshot(List<ChartView> charts, CsvTable table, String note) {
        this(Charts.of(charts), table, note);
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return charts.stream().allMatch(ChartView::isEmpty);
    }
}
