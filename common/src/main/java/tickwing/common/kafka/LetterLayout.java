package tickwing.common.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How the row of a dead letter is to be read again.
 *
 * @param header the header of its file as CSV, usually one line; empty when it is unknown or too long
 * @param options the options that say how the rows of its file are read, as on the command line; empty for none
 * @param name the file's name where that says something about its rows, such as the symbol; else empty
 */
public record LetterLayout(String header, String options, String name) {
    /** Longer ones do not travel with every dead letter, in bytes of UTF-8; that of 109 columns has 2,000. */
    static final int MAX_BYTES = 16 * 1024;

    /** That of a dead letter which does not say. */
    public static final LetterLayout UNKNOWN = new LetterLayout("", "", "");

    public LetterLayout {
        Objects.requireNonNull(header);
        Objects.requireNonNull(options);
        Objects.requireNonNull(name);
    }

    /** Whether the header is known, and with it all else. */
    public boolean isKnown() {
        return !header.isEmpty();
    }

    /** What it adds to a dead letter, in bytes. */
    public int bytes() {
        return utf8(header) + utf8(options) + utf8(name);
    }

    /**
     * As much of it as may travel with a dead letter.
     *
     * @param recordBytes the largest record
     */
    public LetterLayout within(int recordBytes) {
        int most = Math.min(MAX_BYTES, recordBytes / 2);
        if (bytes() <= most) {
            return this;
        }
        LetterLayout withoutHeader = new LetterLayout("", options, name);
        return withoutHeader.bytes() <= most ? withoutHeader : UNKNOWN;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
