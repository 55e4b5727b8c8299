package tickwing.charts.output;

import java.io.PrintWriter;
import tickwing.charts.draw.Theme;
import tickwing.charts.view.Snapshot;

/** Where snapshots go besides a window. */
public interface Output {
    /**
     * Writes the snapshot, over the one before.
     *
     * @param status one line below the charts
     * @param standardOutput for those that write there
     * @throws tickwing.common.error.UserError when it cannot be written
     * @throws tickwing.common.error.StandardOutputLost when standard output takes no more
     */
    void write(Snapshot snapshot, String status, Theme theme, PrintWriter standardOutput);
}
