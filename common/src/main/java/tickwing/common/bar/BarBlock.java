package tickwing.common.bar;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Some bars of one symbol and interval as numbers: 64 bytes for each, where objects take 250. */
final class BarBlock {
    private static final int TIME = 0;
    private static final int OPEN = 1;
    private static final int HIGH = 2;
    private static final int LOW = 3;
    private static final int CLOSE = 4;
    private static final int ADJ_CLOSE = 5;
    private static final int VOLUME = 6;
    private static final int PUBLISHED = 7;
    private static final int WORDS = 8;

    /** All of a bar lies together, so that one line of the cache holds it. */
    private final long[] words;
    // What most bars do without; null until a bar of the block needs one.
    private ZoneOffset[] offsets;
    private OffsetDateTime[] quotes;
    private boolean[] simulated;

    BarBlock(int capacity) {
        this(new long[capacity * WORDS]);
    }

    private BarBlock(long[] words) {
        this.words = words;
    }

    /** A block of its own with the same bars. */
    BarBlock copy(int capacity) {
        BarBlock copy = new BarBlock(Arrays.copyOf(words, capacity * WORDS));
        copy.offsets = offsets == null ? null : Arrays.copyOf(offsets, capacity);
        copy.quotes = quotes == null ? null : Arrays.copyOf(quotes, capacity);
        copy.simulated = simulated == null ? null : Arrays.copyOf(simulated, capacity);
        return copy;
    }

    int capacity() {
        return words.length / WORDS;
    }

    /** The number that orders the bars: see {@link BarTime#ordinal}. */
    long time(int i) {
        return words[i * WORDS + TIME];
    }

    long publishedAt(int i) {
        return words[i * WORDS + PUBLISHED];
    }

    Bar bar(int i, String symbol, Interval interval) {
        return new Bar(
                symbol,
                interval,
                barTime(i),
                number(i, OPEN),
                number(i, HIGH),
                number(i, LOW),
                number(i, CLOSE),
                number(i, ADJ_CLOSE),
                number(i, VOLUME),
                quotes == null ? null : quotes[i],
                simulated != null && simulated[i]);
    }

    private double number(int i, int word) {
        return Double.longBitsToDouble(words[i * WORDS + word]);
    }

    private BarTime barTime(int i) {
        return offsets == null
                ? BarTime.ofDay(time(i))
                : BarTime.of(OffsetDateTime.ofInstant(Instant.ofEpochSecond(time(i)), offsets[i]));
    }

    void put(int i, Bar bar, long publishedAt) {
        int at = i * WORDS;
        words[at + TIME] = bar.time().ordinal();
        words[at + OPEN] = Double.doubleToRawLongBits(bar.open());
        words[at + HIGH] = Double.doubleToRawLongBits(bar.high());
        words[at + LOW] = Double.doubleToRawLongBits(bar.low());
        words[at + CLOSE] = Double.doubleToRawLongBits(bar.close());
        words[at + ADJ_CLOSE] = Double.doubleToRawLongBits(bar.adjClose());
        words[at + VOLUME] = Double.doubleToRawLongBits(bar.volume());
        words[at + PUBLISHED] = publishedAt;
        putRare(i, bar.time().start() == null ? null : bar.time().start().getOffset(), bar.quotedAt(), bar.simulated());
    }

    /** Puts a bar of another block here. */
    void put(int i, BarBlock from, int there) {
        System.arraycopy(from.words, there * WORDS, words, i * WORDS, WORDS);
        putRare(
                i,
                from.offsets == null ? null : from.offsets[there],
                from.quotes == null ? null : from.quotes[there],
                from.simulated != null && from.simulated[there]);
    }

    private void putRare(int i, ZoneOffset offset, OffsetDateTime quote, boolean madeUp) {
        if (offsets == null && offset != null) {
            offsets = new ZoneOffset[capacity()];
        }
        if (quotes == null && quote != null) {
            quotes = new OffsetDateTime[capacity()];
        }
        if (simulated == null && madeUp) {
            simulated = new boolean[capacity()];
        }
        if (offsets != null) {
            offsets[i] = offset;
        }
        if (quotes != null) {
            quotes[i] = quote;
        }
        if (simulated != null) {
            simulated[i] = madeUp;
        }
    }

    /** Moves the bars from {@code i} on to the next place; the last one is lost if the block is full. */
    void shift(int i) {
        int moved = capacity() - 1 - i;
        System.arraycopy(words, i * WORDS, words, (i + 1) * WORDS, moved * WORDS);
        for (Object column : new Object[] {offsets, quotes, simulated}) {
            if (column != null) {
                System.arraycopy(column, i, column, i + 1, moved);
            }
        }
    }
}
