package tickwing.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tickwing.common.record.ByteSlice;
import tickwing.replay.csv.CsvRow;

/**
 * Rows with what is to become of them; the values of their records stand in one array, one behind the other, which is used
 * again for other rows. One thread at a time has it.
 */
final class RowBatch {
    /**
     * A row with its outcome; good until its batch is {@linkplain RowBatch#clear cleared}.
     *
     * @param provisional whether it may read otherwise when the input goes on
     */
    record Handled(CsvRow row, Outcome outcome, boolean provisional) {}

    static final int ROWS = 128;
    /** Rows and values of so many bytes are enough, however few they are. */
    static final int FULL_BYTES = 256 * 1024;

    private final List<Handled> rows = new ArrayList<>(ROWS);
    private byte[] values = {};
    private int end;
    private int rowBytes;

    /** Adds a row; takes a copy of its record's value. */
    void add(CsvRow row, Outcome outcome, boolean provisional) {
        rowBytes += row.raw().length;
        rows.add(new Handled(row, outcome instanceof Outcome.Publish publish ? kept(publish) : outcome, provisional));
    }

    private Outcome.Publish kept(Outcome.Publish publish) {
        ByteSlice value = publish.value();
        int start = end;
        end += value.length();
        if (values.length < end) {
            // As if all rows were like this one; whoever has a value of an earlier one goes on having it.
            long all = Math.min(FULL_BYTES, (long) ROWS * value.length());
            values = Arrays.copyOf(values, (int) Math.max(end + end / 4, all));
        }
        value.copyTo(values, start);
        return publish.withValue(new ByteSlice(values, start, end));
    }

    int size() {
        return rows.size();
    }

    boolean isFull() {
        return size() == ROWS || end + rowBytes >= FULL_BYTES;
    }

    Handled get(int row) {
        return rows.get(row);
    }

    void clear() {
        rows.clear();
        end = 0;
        rowBytes = 0;
        if (values.length > 2 * FULL_BYTES) {
            // The place of one huge value.
            values = new byte[0];
        }
    }
}
