package tickwing.replay;

import java.util.Objects;

/**
 * What a row is about, as far as pace and analysis care.
 *
 * @param group the airline or the symbol
 * @param eventMillis when the row's event happened, in milliseconds since 1970 UTC; event-time replay paces by it
 * @param identity a hash of what tells the row's flight or bar from all others
 */
public record Subject(String group, long eventMillis, long identity) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    public Subject {
        Objects.requireNonNull(group);
    }

    /**
     * A 64-bit hash of some texts, null among them (FNV-1a, Fowler, Noll and Vo, mixed once more): of a million rows two
     * different ones have the same with a chance of one in 37 million.
     */
    public static long identity(String... parts) {
        long hash = FNV_OFFSET;
        for (String part : parts) {
            if (part != null) {
                for (int i = 0; i < part.length(); i++) {
                    hash = (hash ^ part.charAt(i)) * FNV_PRIME;
                }
            }
            hash = (hash ^ 0xFFFF) * FNV_PRIME;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }
}
