package tickwing.common;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The cells of one row: UTF-8 in one array, and where in it each cell ends; between two cells is one byte that belongs to
 * neither. No text is made of a cell that nobody asks for, which is most of them. Immutable; whoever gets the array leaves
 * it as it is.
 */
public final class Cells {
    /** What stands behind a row's end in its last word. */
    private static final long BLANKS = Words.of(' ');
    /** How many commas a word is taken to have. */
    private static final int USUAL_COMMAS = 4;

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
     * Splits a row of a CSV file at every comma; one look at each word tells where the commas are and whether anything else
     * is to be heeded. Four places are written down for each word without asking how many there are, and those that are none
     * overwritten: a question whose answer cannot be foreseen costs more than they do.
     *
     * @param row kept, not copied
     * @param expected how many cells there should be; any other number is as right, and takes longer
     * @return null where there are quotes in the row: what those mean is a parser's business
     */
    public static Cells split(byte[] row, int expected) {
        int[] ends = new int[Math.max(1, expected) + Words.BYTES];
        int count = 0;
        long odd = 0;
        int whole = row.length / Words.BYTES * Words.BYTES;
        for (int at = 0; at < whole; at += Words.BYTES) {
            long word = Words.get(row, at);
            odd |= Words.odd(word);
            ends = withRoom(ends, count);
            count = mark(Words.each(',', word), at, ends, count);
        }
        // The last one by itself: as a case in the loop it made Java throw away what it had compiled, up to three
        // times.
        if (whole < row.length) {
            long word = word(row, whole);
            odd |= Words.odd(word);
            ends = withRoom(ends, count);
            count = mark(Words.each(',', word), whole, ends, count);
        }
        if (odd != 0 && hasQuotes(row)) {
            return null;
        }
        ends[count++] = row.length;
        return new Cells(row, ends, count, odd == 0);
    }

    /** For the commas of one word, and the end of the row. */
    private static int[] withRoom(int[] ends, int count) {
        return count + Words.BYTES < ends.length ? ends : Arrays.copyOf(ends, 2 * ends.length);
    }

    private static int mark(long found, int at, int[] ends, int count) {
        long commas = found;
        int next = count + Long.bitCount(commas);
        for (int i = 0; i < USUAL_COMMAS; i++) {
            ends[count + i] = at + Words.first(commas);
            commas &= commas - 1;
        }
        for (int i = count + USUAL_COMMAS; i < next; i++) {
            ends[i] = at + Words.first(commas);
            commas &= commas - 1;
        }
        return next;
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
        long odd = 0;
        for (int at = 0; at < bytes.length; at += Words.BYTES) {
            odd |= Words.odd(word(bytes, at));
        }
        return odd == 0;
    }

    private static boolean hasQuotes(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '"') {
                return true;
            }
        }
        return false;
    }

    /** The word at a place; where the bytes end before it does, blanks follow them. */
    private static long word(byte[] bytes, int at) {
        if (at + Words.BYTES <= bytes.length) {
            return Words.get(bytes, at);
        }
        long word = BLANKS;
        for (int i = bytes.length - 1; i >= at; i--) {
            word = word << Byte.SIZE | bytes[i] & 0xFF;
        }
        return word;
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

    /** Whether every byte is a sign of ASCII that stands for itself, in JSON as in CSV; see {@link Words#odd}. */
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
