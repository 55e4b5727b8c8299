package tickwing.common.flight;

import java.util.Arrays;
import tickwing.common.Cells;

/**
 * What cells say ({@link FlightFields#meaning}). The cells that say when a flight leaves, and whose it is, say the same few
 * things again and again; such a text is made once, and the same object from then on. Not safe for several threads.
 */
final class CellTexts {
    private static final int SLOTS = 1 << 14;

    private final byte[][] keys = new byte[SLOTS][];
    private final String[] texts = new String[SLOTS];

    /** Null for a cell that says nothing. */
    String of(Cells cells, int cell) {
        int start = cells.start(cell);
        int end = cells.end(cell);
        byte[] bytes = cells.bytes();
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = hash * 0x9E3779B9 >>> 18;
        if (keys[slot] == null || !equal(keys[slot], bytes, start, end)) {
            keys[slot] = Arrays.copyOfRange(bytes, start, end);
            texts[slot] = FlightFields.meaning(cells.text(cell));
        }
        return texts[slot];
    }

    private static boolean equal(byte[] key, byte[] bytes, int start, int end) {
        if (key.length != end - start) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (key[i] != bytes[start + i]) {
                return false;
            }
        }
        return true;
    }
}
