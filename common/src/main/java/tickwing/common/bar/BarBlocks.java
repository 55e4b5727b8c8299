package tickwing.common.bar;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Bars of one symbol and interval, in blocks of 64: a million bars fit into a heap of 128 MB, and no bar has to move to make
 * room for those that follow. A {@link #view} shares the blocks; one of them is copied before a bar in it changes.
 */
final class BarBlocks extends AbstractList<Bar> implements RandomAccess {
    private static final int BITS = 6;
    private static final int BLOCK = 1 << BITS;
    private static final int IN_BLOCK = BLOCK - 1;
    /** The first block's bars to begin with: a topic may have thousands of series that have but one. */
    private static final int FEW = 2;

    private int size;
    private String symbol;
    private Interval interval;
    private BarBlock[] blocks = {};
    /** Which blocks no view shares. */
    private boolean[] own = {};

    /** The bars as they are now; never changes. */
    BarBlocks view() {
        Arrays.fill(own, false);
        BarBlocks view = new BarBlocks();
        view.size = size;
        view.symbol = symbol;
        view.interval = interval;
        view.blocks = blocks.clone();
        return view;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Bar get(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException(i);
        }
        return blocks[i >> BITS].bar(i & IN_BLOCK, symbol, interval);
    }

    long publishedAt(int i) {
        return blocks[i >> BITS].publishedAt(i & IN_BLOCK);
    }

    /** Where the time is, or {@code -(insertion point) - 1}; most bars arrive in order, so the end is tried first. */
    int indexOf(BarTime time) {
        long ordinal = time.ordinal();
        int low = 0;
        int high = size - 1;
        if (size > 0 && ordinal > ordinal(high)) {
            low = size;
        }
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = ordinal(middle);
            if (there == ordinal) {
                return middle;
            }
            if (there < ordinal) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private long ordinal(int i) {
        return blocks[i >> BITS].time(i & IN_BLOCK);
    }

    /** Makes room for a bar at {@code at} and puts it there. */
    void insert(int at, Bar bar, long publishedAt) {
        if (size == 0) {
            symbol = bar.symbol();
            interval = bar.interval();
        }
        makeRoom();
        int first = at >> BITS;
        for (int b = size >> BITS; b > first; b--) {
            BarBlock block = own(b);
            block.shift(0);
            block.put(0, blocks[b - 1], IN_BLOCK);
        }
        if (at < size) {
            own(first).shift(at & IN_BLOCK);
        }
        size++;
        // At the end of a shared block it is behind what the views see of it.
        blocks[first].put(at & IN_BLOCK, bar, publishedAt);
    }

    void replace(int at, Bar bar, long publishedAt) {
        own(at >> BITS).put(at & IN_BLOCK, bar, publishedAt);
    }

    /** Null where there is none yet. */
    List<BarBlock> blocks() {
        return Arrays.asList(blocks);
    }

    /** For one more bar, at the end. */
    private void makeRoom() {
        int last = size >> BITS;
        if (last == blocks.length) {
            int more = last + Math.max(1, last / 8);
            blocks = Arrays.copyOf(blocks, more);
            own = Arrays.copyOf(own, more);
        }
        if (blocks[last] == null) {
            blocks[last] = new BarBlock(last == 0 ? FEW : BLOCK);
            own[last] = true;
        } else if (blocks[last].capacity() == (size & IN_BLOCK)) {
            blocks[last] = blocks[last].copy(2 * blocks[last].capacity());
            own[last] = true;
        }
    }

    private BarBlock own(int block) {
        if (!own[block]) {
            blocks[block] = blocks[block].copy(blocks[block].capacity());
            own[block] = true;
        }
        return blocks[block];
    }
}
