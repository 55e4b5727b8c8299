package tickwing.common.bar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * Bars of one symbol and interval as columns of numbers: 64 bytes a bar, where objects take 250, so that a million bars
 * fit into a heap of 128 MB. A {@link #view} shares the columns until one of its bars would change.
 */
final class BarColumns extends AbstractList<Bar> implements RandomAccess {
    private static final int FEW = 8;

    private int size;
    private boolean shared;
    private String symbol;
    private Interval interval;
    private long[] times = {};
    private double[] open = {};
    private double[] high = {};
    private double[] low = {};
    private double[] close = {};
    private double[] adjClose = {};
    private long[] volumes = {};
    private long[] published = {};
    // Columns that most series do without; null until a bar needs one.
    private ZoneOffset[] offsets;
    private OffsetDateTime[] quotes;
    private boolean[] simulated;

    /** The bars as they are now; never changes. */
    BarColumns view() {
        shared = true;
        BarColumns view = new BarColumns();
        view.size = size;
        view.symbol = symbol;
        view.interval = interval;
        view.times = times;
        view.open = open;
        view.high = high;
        view.low = low;
        view.close = close;
        view.adjClose = adjClose;
        view.volumes = volumes;
        view.published = published;
        view.offsets = offsets;
        view.quotes = quotes;
        view.simulated = simulated;
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
        return new Bar(
                symbol,
                interval,
                time(i),
                open[i],
                high[i],
                low[i],
                close[i],
                adjClose[i],
                volumes[i],
                quotes == null ? null : quotes[i],
                simulated != null && simulated[i]);
    }

    private BarTime time(int i) {
        return offsets == null
                ? BarTime.of(LocalDate.ofEpochDay(times[i]))
                : BarTime.of(OffsetDateTime.ofInstant(Instant.ofEpochSecond(times[i]), offsets[i]));
    }

    long publishedAt(int i) {
        return published[i];
    }

    /** Where the time is, or {@code -(insertion point) - 1}; most bars arrive in order, so the end is tried first. */
    int indexOf(BarTime time) {
        long ordinal = time.ordinal();
        return size == 0 || ordinal > times[size - 1] ? -size - 1 : Arrays.binarySearch(times, 0, size, ordinal);
    }

    /** Makes room for a bar at {@code at} and puts it there. */
    void insert(int at, Bar bar, long publishedAt) {
        if (size == 0) {
            symbol = bar.symbol();
            interval = bar.interval();
        }
        if (size == times.length) {
            // By an eighth: doubling would leave a third of the heap unused.
            resize(size + Math.max(FEW, size / 8));
        }
        if (at < size) {
            own();
            shift(at);
        }
        size++;
        put(at, bar, publishedAt);
    }

    void replace(int at, Bar bar, long publishedAt) {
        own();
        put(at, bar, publishedAt);
    }

    private void own() {
        if (shared) {
            resize(times.length);
        }
    }

    private void put(int i, Bar bar, long publishedAt) {
        makeRare(bar);
        times[i] = bar.time().ordinal();
        open[i] = bar.open();
        high[i] = bar.high();
        low[i] = bar.low();
        close[i] = bar.close();
        adjClose[i] = bar.adjClose();
        volumes[i] = bar.volume();
        published[i] = publishedAt;
        if (offsets != null) {
            offsets[i] = bar.time().start().getOffset();
        }
        if (quotes != null) {
            quotes[i] = bar.quotedAt();
        }
        if (simulated != null) {
            simulated[i] = bar.simulated();
        }
    }

    private void makeRare(Bar bar) {
        if (offsets == null && bar.time().start() != null) {
            offsets = new ZoneOffset[times.length];
        }
        if (quotes == null && bar.isForming()) {
            quotes = new OffsetDateTime[times.length];
        }
        if (simulated == null && bar.simulated()) {
            simulated = new boolean[times.length];
        }
    }

    private void resize(int capacity) {
        times = Arrays.copyOf(times, capacity);
        open = Arrays.copyOf(open, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        close = Arrays.copyOf(close, capacity);
        adjClose = Arrays.copyOf(adjClose, capacity);
        volumes = Arrays.copyOf(volumes, capacity);
        published = Arrays.copyOf(published, capacity);
        offsets = offsets == null ? null : Arrays.copyOf(offsets, capacity);
        quotes = quotes == null ? null : Arrays.copyOf(quotes, capacity);
        simulated = simulated == null ? null : Arrays.copyOf(simulated, capacity);
        shared = false;
    }

    private void shift(int at) {
        for (Object column :
                new Object[] {times, open, high, low, close, adjClose, volumes, published, offsets, quotes, simulated
                }) {
            if (column != null) {
                System.arraycopy(column, at, column, at + 1, size - at);
            }
        }
    }
}
