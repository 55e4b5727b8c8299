package tickwing.common.record;

/**
 * Why a record was skipped, of few reasons, so that they can be counted one by one; what exactly was wrong is another
 * sentence for each.
 */
public enum Reason {
    NO_VALUE("no value"),
    TOO_LARGE("too large"),
    NOT_JSON("not JSON"),
    /** JSON, but a number, a text, {@code null}. */
    NO_OBJECT("no JSON object"),
    /** None in value and key, or one that is too long. */
    NO_SYMBOL("no symbol"),
    NO_AIRLINE("no airline"),
    /** None, or none that can be read as one thing only. */
    NO_DATE("no date"),
    NO_CLOSE("no close"),
    /** An open, high, low or adjusted close that is missing, no number, or cannot be. */
    WRONG_PRICE("wrong price"),
    WRONG_VOLUME("wrong volume"),
    /** Unknown, or not said where a time may be that of a day or of a minute. */
    NO_INTERVAL("no interval"),
    /** Two members say the same thing in different ways. */
    AMBIGUOUS("ambiguous"),
    OTHER("other");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** For status lines, summaries and metrics. */
    @Override
    public String toString() {
        return words;
    }
}
