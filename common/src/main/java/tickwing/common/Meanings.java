package tickwing.common;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * What texts mean, for texts that come again and again: dates, airlines, symbols. Neither is the text made again nor its
 * meaning worked out again while it is remembered; which short ones are until another text takes their place, so that
 * memory is bounded. The same text mostly means the same object. Not safe for several threads.
 *
 * @param <T> what a text means
 */
public final class Meanings<T> {
    /** Fibonacci hashing: D. Knuth, "The Art of Computer Programming" 3, 6.4. */
    private static final int GOLDEN = 0x9E3779B9;

    private static final int BITS = 14;
    /** Longer texts are not remembered: they hardly come again, and might be megabytes. */
    private static final int LONGEST = 100;

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
        return of(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    /** The meaning of a text. */
    public T of(String text) {
        // The hash of bytes above is this one, where they are ASCII.
        int slot = slot(text.hashCode());
        if (text.equals(texts[slot])) {
            return at(slot);
        }
        T meant = meaning.apply(text);
        if (text.length() <= LONGEST) {
            texts[slot] = text;
            meanings[slot] = meant;
        }
        return meant;
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

    @SuppressWarnings("unchecked")
    private T at(int slot) {
        return (T) meanings[slot];
    }
}
