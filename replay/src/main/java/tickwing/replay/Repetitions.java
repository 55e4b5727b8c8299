package tickwing.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/** Counts how many of many things were there before, in 8 bytes each: sorts their hashes in pieces, then merges the pieces. */
final class Repetitions {
    private static final int PIECE = 1 << 16;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private record Cursor(long[] piece, int length, int at) {
        long value() {
            return piece[at];
        }
    }

    private final List<long[]> full = new ArrayList<>();
    private long[] piece = new long[PIECE];
    private int size;

    /** Adds a thing by its parts, null among them allowed. */
    void add(Object... parts) {
        addHash(hash(parts));
    }

    /**
     * A 64-bit hash of the parts' texts (FNV-1a, Fowler, Noll and Vo, mixed once more): of a million things two different
     * ones have the same with a chance of one in 37 million.
     */
    static long hash(Object... parts) {
        long hash = FNV_OFFSET;
        for (Object part : parts) {
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

    void addHash(long number) {
        if (size == PIECE) {
            Arrays.sort(piece);
            full.add(piece);
            piece = new long[PIECE];
            size = 0;
        }
        piece[size++] = number;
    }

    /** How many things are equal to an earlier one. */
    long count() {
        Arrays.sort(piece, 0, size);
        PriorityQueue<Cursor> cursors = new PriorityQueue<>((a, b) -> Long.compare(a.value(), b.value()));
        full.forEach(p -> cursors.add(new Cursor(p, PIECE, 0)));
        if (size > 0) {
            cursors.add(new Cursor(piece, size, 0));
        }
        long repeated = 0;
        boolean any = false;
        long last = 0;
        while (!cursors.isEmpty()) {
            Cursor cursor = cursors.poll();
            repeated += any && cursor.value() == last ? 1 : 0;
            any = true;
            last = cursor.value();
            if (cursor.at() + 1 < cursor.length()) {
                cursors.add(new Cursor(cursor.piece(), cursor.length(), cursor.at() + 1));
            }
        }
        return repeated;
    }
}
