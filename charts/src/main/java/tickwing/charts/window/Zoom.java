package tickwing.charts.window;

import tickwing.charts.draw.VisibleRange;

/**
 * Which part of a chart its user looks at. Keeps to the newest position for as long as that is in sight; else to the same
 * positions, whatever arrives.
 */
final class Zoom {
    static final int LEAST = 5;
    private static final int ALL = Integer.MAX_VALUE;

    private int many = ALL;
    private int last = ALL;

    /** What is to be seen of so many positions. */
    VisibleRange span(int size) {
        int end = Math.min(last, size - 1);
        int start = many == ALL ? 0 : Math.max(0, Math.min(end - many + 1, size - many));
        return many == ALL
                ? new VisibleRange(0, size - 1)
                : new VisibleRange(start, Math.min(size - 1, start + many - 1));
    }

    boolean isReset() {
        return many == ALL;
    }

    void reset() {
        many = ALL;
        last = ALL;
    }

    /** Shows the positions from {@code first} to {@code last}, in any order, of so many. */
    void select(int first, int end, int size) {
        int low = Math.max(0, Math.min(first, end));
        int high = Math.min(size - 1, Math.max(first, end));
        set(high - low + 1, high, size);
    }

    /**
     * Shows fewer positions (factor below 1) or more, and leaves one of them where it is.
     *
     * @param anchor the position that stays
     */
    void scale(double factor, int anchor, int size) {
        VisibleRange now = span(size);
        int wanted = (int) Math.max(LEAST, Math.round(now.size() * factor));
        if (wanted == now.size()) {
            wanted += factor < 1 ? -1 : 1;
        }
        double share = now.size() <= 1 ? 1 : (anchor - now.first()) / (double) (now.size() - 1);
        int first = (int) Math.round(anchor - share * (wanted - 1));
        int end = now.last() == size - 1 && share > 0.95 ? size - 1 : first + wanted - 1;
        set(wanted, end, size);
    }

    /** Moves to later (positive) or earlier positions. */
    void pan(int positions, int size) {
        VisibleRange now = span(size);
        int end = Math.max(now.size() - 1, Math.min(size - 1, now.last() + positions));
        set(now.size(), end, size);
    }

    private void set(int wanted, int end, int size) {
        int capped = Math.max(LEAST, wanted);
        if (capped >= size) {
            reset();
        } else {
            many = capped;
            last = end >= size - 1 ? ALL : Math.max(end, capped - 1);
        }
    }
}
