package tickwing.charts.show;

import java.io.IOException;

/** The numbers of one edition of a board, as CSV for machines. The same text whenever it is asked for, on any thread. */
public interface Table {
    /** Writes header and rows, each ended by LF. */
    void writeTo(Appendable out) throws IOException;
}
