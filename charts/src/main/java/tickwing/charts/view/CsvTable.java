package tickwing.charts.view;

import java.io.IOException;

/** The numbers behind a snapshot, as CSV for machines. Writes the same text whenever it is asked, on any thread. */
@FunctionalInterface
public interface CsvTable {
    /** Writes header and rows, each ended by LF. */
    void writeTo(Appendable out) throws IOException;
}
