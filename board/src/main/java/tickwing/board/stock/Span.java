package tickwing.board.stock;

import java.time.LocalDate;
import java.util.List;
import tickwing.board.view.Range;
import tickwing.common.bar.Bar;

/**
 * Which bars of a list are shown.
 *
 * @param from the first one
 * @param to the one after the last one; not before {@code from}
 */
record Span(int from, int to) {
    static Span of(Range range, List<Bar> bars) {
        if (range instanceof Range.Last last) {
            return new Span(Math.max(0, bars.size() - last.bars()), bars.size());
        }
        if (range instanceof Range.Days days) {
            int to = days.to().equals(LocalDate.MAX)
                    ? bars.size()
                    : firstOn(days.to().plusDays(1), bars);
            return new Span(Math.min(to, firstOn(days.from(), bars)), to);
        }
        return new Span(0, bars.size());
    }

    private static int firstOn(LocalDate date, List<Bar> bars) {
        int low = 0;
        int high = bars.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bars.get(middle).time().date().isBefore(date)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int size() {
        return to - from;
    }
}
