package tickwing.common;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * What texts mean, for texts that come again and again: dates, airlines, symbols. Neither is the text made again nor its
 * meaning worked out again while it is remembered; which it is until another text takes its place, so that memory is
 * bounded. The same text mostly means the same object. Not safe for several threads.
 *
 * @param <T> what a text means
 */
public final class Meanings<T> {
    /** Fibonacci hashing: D. Knuth, "The Art of Computer Programming" 3, 6.4. */
    private static final int GOLDEN = 0x9E3779B9;

    private static final int BITS = 14;

    private final Function<String, T> meaning;
    private final String[] texts = new String[1 << BITS];
    private final Object[] meanings = new Object[1 << BITS];

    /** @param meaning may return null, which is remembered, or throw, which is not */
    public Meanings(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    /** The meaning of UTF-8 bytes from a place to the one before another. */
    public T of(byte[] bytes, int from, int to) {
        int hash = 0;
        int signs = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
            signs |= bytes[i];
        }
        int slot = slot(hash);
        if (signs >= 0 && isAt(slot, bytes, from, to)) {
            return at(slot);
        }
        return remember(slot, new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    /** The meaning of so many characters from a place on. */
    public T of(char[] chars, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = slot(hash);
        return isAt(slot, chars, from, length) ? at(slot) : remember(slot, new String(chars, from, length));
    }

    private static int slot(int hash) {
        return hash * GOLDEN >>> Integer.SIZE - BITS;
    }

    private boolean isAt(int slot, byte[] ascii, int from, int to) {
        String text = texts[slot];
        if (text == null || text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != ascii[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isAt(int slot, char[] chars, int from, int length) {
        String text = texts[slot];
        if (text == null || text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }

    private T remember(int slot, String text) {
        T meant = meaning.apply(text);
        texts[slot] = text;
        meanings[slot] = meant;
        return meant;
    }

    @SuppressWarnings("unchecked")
    private T at(int slot) {
        return (T) meanings[slot];
    }
}
