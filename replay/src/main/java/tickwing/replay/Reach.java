package tickwing.replay;

import java.util.function.LongSupplier;
import tickwing.replay.csv.CsvRow;

/**
 * Where in a file its rows stand: estimated from their own bytes, and from how many bytes of the file those have come from,
 * which is less where it is compressed and more where lines end in CR LF. One thread reads, another one asks.
 */
final class Reach {
    private record Measured(long rowBytes, long fileBytes) {}

    private final LongSupplier position;
    private final LongSupplier unpacked;
    private long read;
    private volatile Measured measured;

    /**
     * @param position how many bytes of the file have been read, rows that nobody has asked for yet among them
     * @param unpacked how many bytes those have become
     */
    Reach(LongSupplier position, LongSupplier unpacked) {
        this.position = position;
        this.unpacked = unpacked;
    }

    /** Takes note of a row that has been read. */
    void read(CsvRow row) {
        read += row.raw().length + 1;
    }

    /** Bytes of the rows that have been read; for the thread that reads. */
    long rowBytes() {
        return read;
    }

    /** Takes note that all that has been read of the file has become rows. */
    void caughtUp() {
        if (read > 0) {
            measured = new Measured(read, position.getAsLong());
        }
    }

    /** Where in the file the row ends that makes it so many bytes of rows; 0 where nobody knows. */
    long position(long rowBytes) {
        Measured known = measured;
        if (known == null) {
            known = new Measured(unpacked.getAsLong(), position.getAsLong());
        }
        return known.rowBytes() == 0 ? 0 : (long) ((double) rowBytes * known.fileBytes() / known.rowBytes());
    }
}
