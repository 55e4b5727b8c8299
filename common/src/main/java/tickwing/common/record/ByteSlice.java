package tickwing.common.record;

import java.util.Arrays;

/**
 * Some bytes of an array that belongs to somebody else, who writes it over before long: whoever is given it uses it at once,
 * or copies it.
 *
 * @param array holds the bytes, and others
 * @param start where the bytes begin
 * @param end the first place behind them
 */
public record ByteSlice(byte[] array, int start, int end) {
    /** All bytes of an array. */
    public static ByteSlice of(byte[] bytes) {
        return new ByteSlice(bytes, 0, bytes.length);
    }

    public int length() {
        return end - start;
    }

    /** The bytes in an array of their own. */
    public byte[] copy() {
        return Arrays.copyOfRange(array, start, end);
    }

    /** Writes the bytes into another array, which has room for them from the given place on. */
    public void copyTo(byte[] other, int place) {
        System.arraycopy(array, start, other, place, length());
    }
}
