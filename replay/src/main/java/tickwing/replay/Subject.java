package tickwing.replay;

/**
 * What a row is about, as far as pace and analysis care. Most runs ask for none of it, so that it is worked out only when
 * asked for; on any thread.
 */
public interface Subject {
    /** The airline or the symbol. */
    String group();

    /** When the row's event happened, in milliseconds since 1970 UTC; event-time replay paces by it. */
    long eventMillis();

    /** What tells the row's flight or bar from all others, by its texts; null among it allowed. */
    Object[] identity();
}
