package tickwing.replay;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import tickwing.common.text.Printable;
import tickwing.common.text.Terminal;

/**
 * Tells how far a run is: in one line of the terminal that is written over, or in a line every 10 seconds, or not. What it
 * counts are rows that have been given to the Kafka client, be they on the topic yet or not, and what they take of the file.
 */
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

    /**
     * Where to tell.
     *
     * @param width columns of the terminal
     */
    record Screen(Style style, PrintWriter err, int width) {
        Screen {
            // In the last column, some terminals go on to the next line.
            width = Math.max(1, width - 1);
        }
    }

    /**
     * Where it ends, with whatever comes first.
     *
     * @param bytes of the input; -1 where that is unknown
     * @param published as many rows at the most
     */
    record Aim(long bytes, long published) {}

    private static final long SAMPLE_NANOS = 200_000_000L;
    private static final int SHORTEST_NAME = 12;

    private final Screen screen;
    private final Style style;
    private final String name;
    private final Aim aim;
    private final LongSupplier position;
    private final long start;
    private final TimeLeft timeLeft;
    private long nextSample;
    private long next;
    private int shown;

    /**
     * @param position bytes of the input up to the last row that was sent
     * @param now the clock's reading, in nanoseconds
     */
    Progress(Screen screen, String name, Aim aim, LongSupplier position, long now) {
        this.screen = screen;
        this.style = screen.style();
        this.name = Printable.of(name);
        this.aim = aim;
        this.position = position;
        this.start = now;
        this.timeLeft = new TimeLeft(now, done(position.getAsLong(), 0));
        this.nextSample = style == Style.NONE ? Long.MAX_VALUE : now + SAMPLE_NANOS;
        this.next = now + style.everyNanos;
    }

    /**
     * Shows how far it is, when it is time to.
     *
     * @param rows rows of this run
     * @param published those of them that make a record
     */
    void update(long now, long rows, long published, long rejected) {
        if (now < nextSample) {
            return;
        }
        nextSample = now + SAMPLE_NANOS;
        long bytes = position.getAsLong();
        double done = done(bytes, published);
        timeLeft.sample(now, done);
        if (now < next) {
            return;
        }
        next = now + style.everyNanos;
        show(parts(bytes, done, now - start, rows, rejected));
    }

    /** Clears the line of the terminal. */
    void end() {
        if (shown > 0) {
            screen.err().print("\r" + " ".repeat(shown) + "\r");
            screen.err().flush();
        }
    }

    private double done(long bytes, long published) {
        double ofBytes = aim.bytes() > 0 ? (double) bytes / aim.bytes() : 0;
        double ofRows = aim.published() < Long.MAX_VALUE ? (double) published / aim.published() : 0;
        return Math.min(1, Math.max(ofBytes, ofRows));
    }

    private void show(List<String> parts) {
        if (style == Style.LINES) {
            screen.err().println(name + String.join("", parts));
        } else {
            String line = fitting(parts);
            int columns = Terminal.width(line);
            screen.err().print("\r" + line + " ".repeat(Math.max(0, shown - columns)));
            shown = Math.max(shown, columns);
        }
        screen.err().flush();
    }

    /** What matters most at both ends. */
    private List<String> parts(long bytes, double done, long nanos, long rows, long rejected) {
        List<String> parts = new ArrayList<>();
        if (aim.bytes() > 0 || aim.published() < Long.MAX_VALUE) {
            parts.add(String.format(Locale.ROOT, "  %3d%%", (int) (100 * done)));
        }
        parts.add("  " + Numbers.grouped(rows) + " rows");
        parts.add(String.format(Locale.ROOT, "  %,.1f MB", bytes / 1e6));
        parts.add("  " + Numbers.rate(rows, nanos) + " rows/s");
        parts.add("  " + Numbers.grouped(rejected) + " rejected");
        timeLeft.seconds().ifPresent(left -> parts.add("  " + time(left) + " left"));
        return parts;
    }

    /** Shortens the name first, then leaves out what there is no room for. */
    private String fitting(List<String> parts) {
        List<String> kept = new ArrayList<>(parts);
        String rest = String.join("", kept);
        while (Math.min(Terminal.width(name), SHORTEST_NAME) + rest.length() > screen.width() && kept.size() > 1) {
            kept.remove(kept.size() / 2);
            rest = String.join("", kept);
        }
        return Terminal.shortened(
                Terminal.shortened(name, Math.max(1, screen.width() - rest.length())) + rest, screen.width());
    }

    private static String time(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
