package tickwing.common.bar;

import java.util.Arrays;

/**
 * Counts different texts without keeping them: 64 bits of each, so that two of a million are taken for one with a
 * probability of 3 in 100 million. Stops counting at half a million, when it takes 8 MB.
 */
final class DistinctTexts {
    private static final int MOST = 500_000;
    private static final int FIRST_SLOTS = 1 << 6;
    /** FNV-1a; G. Fowler, L. Noll, K. Vo, "The FNV Non-Cryptographic Hash Algorithm". */
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;

    private static final long FNV_PRIME = 0x100000001b3L;

    /** 0 where there is none; at most half of them are taken. */
    private long[] slots = {};

    private int size;

    void add(String text) {
        if (isFull()) {
            return;
        }
        if (2 * size >= slots.length) {
            long[] before = slots;
            slots = new long[Math.max(FIRST_SLOTS, 2 * before.length)];
            Arrays.stream(before).filter(hash -> hash != 0).forEach(this::put);
        }
        size += put(hash(text)) ? 1 : 0;
    }

    int size() {
        return size;
    }

    /** Whether there may be more. */
    boolean isFull() {
        return size == MOST;
    }

    /** Returns false when it is there already. */
    private boolean put(long hash) {
        int slot = (int) (hash >>> 32) & slots.length - 1;
        while (slots[slot] != 0) {
            if (slots[slot] == hash) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = hash;
        return true;
    }

    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash == 0 ? 1 : hash;
    }
}
