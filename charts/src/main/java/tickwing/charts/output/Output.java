package tickwing.charts.output;

import java.io.PrintWriter;
import tickwing.charts.draw.Theme;
import tickwing.charts.show.Page;

/** Where charts and numbers go besides a window. */
public interface Output {
    /** How many charts it would draw now, if there are so many; none where it writes only numbers. */
    default int mostCharts() {
        return 0;
    }

    /**
     * Writes a page, over the one before.
     *
     * @param page with as many charts as {@link #mostCharts} says, or more
     * @param status one line below the charts
     * @param standardOutput for those that write there
     * @throws tickwing.common.error.UserError when it cannot be written
     * @throws tickwing.common.error.StandardOutputLost when standard output takes no more
     */
    void write(Page page, String status, Theme theme, PrintWriter standardOutput);
}
