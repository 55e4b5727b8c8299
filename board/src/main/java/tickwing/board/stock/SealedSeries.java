package tickwing.board.stock;

import java.util.List;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

/**
 * The bars of one symbol that came in one interval, in one edition.
 *
 * @param bars in order of time; never changed by anyone, each made anew when it is asked for
 * @param changes since earlier editions
 */
record SealedSeries(Interval interval, List<Bar> bars, Changes changes) {
    /** Where the first bar is that is not before the time. */
    static int lowerBound(List<Bar> bars, BarTime time) {
        int low = 0;
        int high = bars.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bars.get(middle).time().compareTo(time) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
