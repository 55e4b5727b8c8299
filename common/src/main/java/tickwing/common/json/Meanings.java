package tickwing.common.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    private final byte[][] texts = new byte[1 << BITS][];
    private final Object[] meanings = new Object[1 << BITS];

    /** @param meaning may return null, which is remembered, or throw, which is not */
    public Meanings(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    /** The meaning of a text. */
    public T of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return of(utf8, 0, utf8.length);
    }

    /** The meaning of the text whose UTF-8 bytes go from a place to the one before another. */
    public T of(byte[] utf8, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + utf8[i];
        }
        int slot = hash * GOLDEN >>> Integer.SIZE - BITS;
        byte[] known = texts[slot];
        if (known != null && Arrays.equals(known, 0, known.length, utf8, from, to)) {
            return at(slot);
        }
        T meant = meaning.apply(new String(utf8, from, to - from, StandardCharsets.UTF_8));
        if (to - from <= LONGEST) {
            texts[slot] = Arrays.copyOfRange(utf8, from, to);
            meanings[slot] = meant;
        }
        return meant;
    }

    @SuppressWarnings("unchecked")
    private T at(int slot) {
        return (T) meanings[slot];
    }
}
