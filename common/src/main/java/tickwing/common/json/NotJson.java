package tickwing.common.json;

import java.io.IOException;
import tickwing.common.record.Decoded;
import tickwing.common.record.Reason;

/** What is said of values that cannot be read as JSON objects. */
public final class NotJson {
    private NotJson() {}

    /** @param e what the parser has to say, of which the first line counts */
    public static <T> Decoded<T> rejected(IOException e) {
        String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
        return Decoded.rejected(Reason.NOT_JSON, "not JSON", "not JSON: " + why);
    }

    /** Of an object that something follows. */
    public static <T> Decoded<T> moreThanOne() {
        return Decoded.rejected(Reason.NOT_JSON, "not JSON", "there is text after the end of the JSON object");
    }

    /** Of JSON that is something else than an object. */
    public static <T> Decoded<T> noObject() {
        return Decoded.rejected(Reason.NO_OBJECT, "not a JSON object", "the value is not a JSON object");
    }
}
