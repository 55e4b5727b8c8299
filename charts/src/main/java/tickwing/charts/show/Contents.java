package tickwing.charts.show;

import java.util.List;
import tickwing.common.text.Printable;

/**
 * What there is on a board in one edition; no chart is made for it.
 *
 * @param names of the charts that there are, in order; no two are the same
 * @param table all numbers, those of charts that nobody looks at among them
 * @param note one phrase that belongs to the status line, e.g. how many symbols are left out; may be empty; always
 *     {@link Printable}
 */
public record Contents(List<String> names, Table table, String note) {
    public Contents {
        names = List.copyOf(names);
        note = Printable.of(note);
    }
}
