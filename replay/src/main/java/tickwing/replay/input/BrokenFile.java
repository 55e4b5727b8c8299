package tickwing.replay.input;

import java.util.Locale;
import tickwing.common.error.UserError;

/** A compressed file cannot be unpacked to its end: it was cut off, or its bytes are not those that were written. */
public final class BrokenFile extends UserError {
    private static final long serialVersionUID = 1L;

    private final String happened;
    private final String why;

    private BrokenFile(String happened, String where, String why, Throwable cause) {
        super(happened + where + ": " + why + "; download or copy it once more.", cause);
        this.happened = happened;
        this.why = why;
    }

    /** @param format how it is compressed */
    static BrokenFile cutOff(String file, String format, Throwable cause) {
        return new BrokenFile(file + " ends too early", "", "the end of its " + format + " data is missing", cause);
    }

    /** @param format how it is compressed */
    static BrokenFile damaged(String file, String format, Throwable cause) {
        return new BrokenFile(
                file + " is damaged", "", "its " + format + " data cannot be unpacked any further", cause);
    }

    /** The same, with how many of its rows could be read. */
    public BrokenFile afterRow(long row) {
        return new BrokenFile(happened, String.format(Locale.ROOT, ", after row %,d", row), why, getCause());
    }
}
