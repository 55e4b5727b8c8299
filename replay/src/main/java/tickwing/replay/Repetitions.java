package tickwing.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/** Counts how many of many numbers were there before, in 8 bytes each: sorts them in pieces, then merges the pieces. */
final class Repetitions {
    private static final int PIECE = 1 << 16;

    private record Cursor(long[] piece, int length, int at) {
        long value() {
            return piece[at];
        }
    }

    private final List<long[]> full = new ArrayList<>();
    private long[] piece = new long[PIECE];
    private int size;

    void add(long number) {
        if (size == PIECE) {
            Arrays.sort(piece);
            full.add(piece);
            piece = new long[PIECE];
            size = 0;
        }
        piece[size++] = number;
    }

    /** How many numbers are equal to an earlier one. */
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
