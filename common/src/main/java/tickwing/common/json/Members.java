package tickwing.common.json;

import java.io.IOException;

/**
 * The members of a JSON object that say something, one after the other; null, objects and arrays are passed over.
 *
 * @param <N> what a member's name means
 */
public interface Members<N> {
    /**
     * Goes to the next member; the other methods are about that one.
     *
     * @return false after the last one
     * @throws IOException when what follows is not JSON
     */
    boolean next() throws IOException;

    /** What the member's name means. */
    N name() throws IOException;

    /** What the value's text means: without quotes, of a number or {@code true} as it stands there. */
    <T> T text(Meanings<T> meanings) throws IOException;

    /** The value's text. */
    String text() throws IOException;

    /** Whether the value is a number, not a text that may look like one. */
    boolean isNumber();

    /** The number nearest to the one that stands there; infinite when that is too large. Only for numbers. */
    double number() throws IOException;
}
