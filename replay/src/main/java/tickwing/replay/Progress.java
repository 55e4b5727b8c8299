package tickwing.replay;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import tickwing.common.text.Printable;

/** Tells how far a run is: in one line of the terminal that is written over, or in a line every 10 seconds, or not. */
final class Progress {
    /** How to tell. */
    enum Style {
        TERMINAL(200_000_000L),
        LINES(10_000_000_000L),
        NONE(Long.MAX_VALUE);

        private final long everyNanos;

        Style(long everyNanos) {
            this.everyNanos = everyNanos;
        }
    }

    private static final int WIDTH = 100;

    private final Style style;
    private final PrintWriter err;
    private final String name;
    private final long size;
    private final LongSupplier position;
    private final long start;
    private long next;
    private boolean shown;

    /**
     * @param size bytes of the input; -1 where that is unknown
     * @param position bytes of it that have been read
     * @param now the clock's reading, in nanoseconds
     */
    Progress(Style style, PrintWriter err, String name, long size, LongSupplier position, long now) {
        this.style = style;
        this.err = err;
        this.name = Printable.of(name);
        this.size = size;
        this.position = position;
        this.start = now;
        this.next = style == Style.NONE ? Long.MAX_VALUE : now + style.everyNanos;
    }

    /**
     * Shows how far it is, when it is time to.
     *
     * @param rows rows of this run
     */
    void update(long now, long rows, long rejected) {
        if (now < next) {
            return;
        }
        next = now + style.everyNanos;
        String line = line(now - start, rows, rejected);
        if (style == Style.TERMINAL) {
            err.print("\r" + padded(line));
        } else {
            err.println(line);
        }
        err.flush();
        shown = true;
    }

    /** Clears the line of the terminal. */
    void end() {
        if (shown && style == Style.TERMINAL) {
            err.print("\r" + padded("") + "\r");
            err.flush();
        }
    }

    private String line(long nanos, long rows, long rejected) {
        long bytes = position.getAsLong();
        StringBuilder line = new StringBuilder(name);
        if (size > 0) {
            line.append(String.format(Locale.ROOT, "  %3d%%", Math.min(100, bytes * 100 / size)));
        }
        line.append(String.format(
                Locale.ROOT,
                "  %,d rows  %,.1f MB  %s rows/s  %,d rejected",
                rows,
                bytes / 1e6,
                Numbers.rate(rows, nanos),
                rejected));
        if (size > 0 && bytes > 0 && bytes < size) {
            long left = Math.round(nanos / 1e9 * (size - bytes) / bytes);
            line.append(String.format(Locale.ROOT, "  %d:%02d left", left / 60, left % 60));
        }
        return line.toString();
    }

    private static String padded(String line) {
        return line.length() >= WIDTH ? line.substring(0, WIDTH) : line + " ".repeat(WIDTH - line.length());
    }
}
