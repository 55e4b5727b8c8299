package tickwing.replay;

import java.util.Objects;
import java.util.function.Supplier;

/** What a row is about, as far as pace and analysis care. */
public final class Subject {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final String group;
    private final long eventMillis;
    private final Supplier<Object[]> identity;

    /**
     * @param group the airline or the symbol
     * @param eventMillis when the row's event happened, in milliseconds since 1970 UTC; event-time replay paces by it
     * @param identity what tells the row's flight or bar from all others, null among it allowed; asked for on any thread, and
     *     by an analysis only
     */
    public Subject(String group, long eventMillis, Supplier<Object[]> identity) {
        this.group = Objects.requireNonNull(group);
        this.eventMillis = eventMillis;
        this.identity = Objects.requireNonNull(identity);
    }

    String group() {
        return group;
    }

    /** In milliseconds since 1970 UTC. */
    public long eventMillis() {
        return eventMillis;
    }

    /**
     * A 64-bit hash of the identity's texts (FNV-1a, Fowler, Noll and Vo, mixed once more): of a million rows two different
     * ones have the same with a chance of one in 37 million. Worked out when asked for: only an analysis wants it.
     */
    public long identity() {
        long hash = FNV_OFFSET;
        for (Object part : identity.get()) {
            if (part != null) {
                String text = part.toString();
                for (int i = 0; i < text.length(); i++) {
                    hash = (hash ^ text.charAt(i)) * FNV_PRIME;
                }
            }
            hash = (hash ^ 0xFFFF) * FNV_PRIME;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }
}
