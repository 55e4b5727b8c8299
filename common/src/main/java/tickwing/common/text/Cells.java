package tickwing.common.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The cells of one row: UTF-8 in one array, and where in it each cell ends; between two cells is one byte that belongs to
 * neither. No text is made of a cell that nobody asks for, which is most of them. Immutable; whoever gets the array leaves
 * it as it is.
 */
public final class Cells {
    private final byte[] bytes;
    /** Of these, {@link #count} count. */
    private final int[] ends;

    private final int count;
    private final boolean plain;

    private Cells(byte[] bytes, int[] ends, int count, boolean plain) {
        this.bytes = bytes;
        this.ends = ends;
        this.count = count;
        this.plain = plain;
    }

    /**
     * Splits a row of a CSV file at every separator.
     *
     * @param row kept, not copied
     * @param separator what stands between two cells, a character of ASCII
     * @param expected how many cells there should be; any other number is as right, and takes longer
     * @return null where there are quotes in the row: what those mean is a parser's business
     */
    public static Cells split(byte[] row, char separator, int expected) {
        int[] ends = new int[Math.max(1, expected) + 1];
        int count = 0;
        boolean plain = true;
        for (int i = 0; i < row.length; i++) {
            byte b = row[i];
            if (b == separator) {
                if (count == ends.length - 1) {
                    ends = Arrays.copyOf(ends, 2 * ends.length);
                }
                ends[count++] = i;
            } else if (b == '"') {
                return null;
            } else {
                plain &= isPlain(b);
            }
        }
        ends[count++] = row.length;
        return new Cells(row, ends, count, plain);
    }

    /** Some of the cells, in any order; a copy. */
    public Cells pick(int... which) {
        String[] texts = new String[which.length];
        for (int i = 0; i < which.length; i++) {
            texts[i] = text(which[i]);
        }
        return of(texts);
    }

    public static Cells of(String... texts) {
        byte[] bytes = String.join(",", texts).getBytes(StandardCharsets.UTF_8);
        int[] ends = new int[texts.length];
        int at = 0;
        for (int i = 0; i < texts.length; i++) {
            at += texts[i].getBytes(StandardCharsets.UTF_8).length;
            ends[i] = at++;
        }
        return new Cells(bytes, ends, ends.length, isPlain(bytes));
    }

    private static boolean isPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (!isPlain(b)) {
                return false;
            }
        }
        return true;
    }

    /** Bytes of characters beyond ASCII are negative. */
    private static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }

    /** Whether a cell says that there is no value: it is empty, {@code NA} or {@code \N}. */
    public static boolean isMissing(String text) {
        return text == null || text.isEmpty() || text.equals("NA") || text.equals("\\N");
    }

    /** {@link #isMissing(String)} of a cell's text. */
    public boolean isMissing(int cell) {
        return isMissing(bytes, start(cell), ends[cell]);
    }

    /** {@link #isMissing(String)} of the text whose bytes go from a place to the one before another. */
    private static boolean isMissing(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length != 2) {
            return length == 0;
        }
        byte first = bytes[start];
        byte second = bytes[start + 1];
        return second == 'A' && first == 'N' || second == 'N' && first == '\\';
    }

    public int count() {
        return count;
    }

    /** Whether every byte is a printable character of ASCII, and none a quote or a backslash: nothing is escaped in JSON. */
    public boolean isPlain() {
        return plain;
    }

    /** What {@link #start} and {@link #end} are places in. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where a cell begins. */
    public int start(int cell) {
        return cell == 0 ? 0 : ends[cell - 1] + 1;
    }

    /** Where a cell ends: the first place behind it. */
    public int end(int cell) {
        return ends[cell];
    }

    public String text(int cell) {
        return new String(bytes, start(cell), ends[cell] - start(cell), StandardCharsets.UTF_8);
    }

    public String[] texts() {
        String[] texts = new String[count];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(i);
        }
        return texts;
    }

    /** All cells but the last. */
    public Cells withoutLast() {
        return new Cells(bytes, ends, count - 1, plain);
    }

    @Override
    public String toString() {
        return Arrays.toString(texts());
    }
}
