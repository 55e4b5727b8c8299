package tickwing.common;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time, as one number: the first of them is its lowest. After H. Warren, "Hacker's Delight", 6-1, "Find
 * first 0-byte". What is found in a word is told by the high bits of its bytes, all other bits being zero.
 */
public final class Words {
    /** How many bytes a word has. */
    public static final int BYTES = Long.BYTES;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x80 * ONES;

    private Words() {}

    /** The word that begins at a place. */
    public static long get(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** Puts a word at a place. */
    public static void set(byte[] bytes, int at, long word) {
        WORD.set(bytes, at, word);
    }

    /** Eight times the same byte. */
    public static long of(char ascii) {
        return ascii * ONES;
    }

    /** Each byte that is the given one, and no other. */
    public static long each(char ascii, long word) {
        long other = word ^ ascii * ONES;
        return ~((other & ~HIGH_BITS) + ~HIGH_BITS | other) & HIGH_BITS;
    }

    /**
     * The first byte that is the given one, and perhaps some behind it; 0 where none is. Two steps shorter than
     * {@link #each}.
     */
    public static long any(char ascii, long word) {
        return zeros(word ^ ascii * ONES) & HIGH_BITS;
    }

    /**
     * 0 where all bytes are letters, digits and other signs of ASCII that stand for themselves between quotes, in JSON as
     * in CSV: neither control characters, nor quotes, nor backslashes, nor parts of any other character.
     */
    public static long odd(long word) {
        return (word | word - ' ' * ONES | zeros(word ^ '"' * ONES) | zeros(word ^ '\\' * ONES)) & HIGH_BITS;
    }

    /** How many bytes stand before the first one that was found; 8 where none was. */
    public static int first(long found) {
        return Long.numberOfTrailingZeros(found) >>> 3;
    }

    /** A high bit is set for the first byte that is zero; those below it are not, of those above it nothing is said. */
    private static long zeros(long word) {
        return word - ONES & ~word;
    }
}
