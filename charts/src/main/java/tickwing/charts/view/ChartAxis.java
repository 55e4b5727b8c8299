package tickwing.charts.view;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tickwing.board.view.Axis;
import tickwing.common.text.Printable;

/**
 * The x axis that all lines of a chart share: where a board's positions are, and what is written there. It either counts, so
 * that every position is as far from the next as any other, and nights and weekends leave no holes, or is true time.
 * Immutable.
 */
public final class ChartAxis {
    /** A mark on the axis; {@code major} where a new year begins (or a new day, among times of day). */
    public record Tick(double x, String label, boolean major) {}

    /** No position at all. */
    public static final ChartAxis EMPTY = counting(new Axis.Days(new long[0]));

    private final Axis axis;
    private final double[] x;
    /** None of categories. */
    private final LocalDateTime[] times;

    private final boolean withTime;

    private ChartAxis(Axis axis, double[] x) {
        this.axis = axis;
        this.x = x;
        times = axis instanceof Axis.Categories ? new LocalDateTime[0] : times(axis);
        withTime = Arrays.stream(times).anyMatch(t -> !t.toLocalTime().equals(LocalTime.MIDNIGHT));
    }

    private static LocalDateTime[] times(Axis axis) {
        LocalDateTime[] times = new LocalDateTime[axis.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = axis instanceof Axis.Days
                    ? LocalDate.ofEpochDay(axis.key(i)).atStartOfDay()
                    : axis.time(i).start().toLocalDateTime();
        }
        return times;
    }

    /** An axis that counts: the i-th position is at x = i. Of instants, midnights are mere dates. */
    public static ChartAxis counting(Axis axis) {
        double[] x = new double[axis.size()];
        Arrays.setAll(x, i -> i);
        return new ChartAxis(axis, x);
    }

    /** An axis of true time: each date is at x = days since 1970. */
    public static ChartAxis ofDays(Axis.Days axis) {
        return new ChartAxis(axis, Arrays.stream(axis.days()).asDoubleStream().toArray());
    }

    /** How many positions there are. */
    public int size() {
        return x.length;
    }

    /** Where the i-th position is. */
    public double x(int i) {
        return x[i];
    }

    /** The position that is nearest to {@code at}; -1 when there is none. */
    public int nearest(double at) {
        int low = 0;
        int high = x.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle + 1] - at <= at - x[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return high < 0 ? -1 : low;
    }

    /** The i-th position in full: {@code Thu 2014-01-02}, {@code Thu 2014-01-02 09:30}, or the category's name. */
    public String text(int i) {
        if (axis instanceof Axis.Categories categories) {
            return Printable.of(categories.names().get(i));
        }
        return String.format(Locale.ROOT, withTime ? "%1$ta %1$tF %1$tR" : "%1$ta %1$tF", times[i]);
    }

    /** The finest marks from position {@code first} to {@code last}, both included, that are at most {@code max}. */
    public List<Tick> ticks(int first, int last, int max) {
        if (axis instanceof Axis.Categories) {
            int count = Math.min(last, x.length - 1) - first + 1;
            int step = Math.max(1, -Math.floorDiv(-count, Math.max(1, max)));
            return IntStream.range(0, -Math.floorDiv(-Math.max(0, count), step))
                    .map(i -> first + i * step)
                    .mapToObj(i -> new Tick(x[i], text(i), false))
                    .toList();
        }
        for (Calendar unit : Calendar.values()) {
            if (withTime || !unit.isTimeOfDay()) {
                List<Integer> starts = starts(unit, first, last, Math.max(1, max));
                if (starts.size() <= Math.max(1, max)) {
                    return ticks(unit, starts);
                }
            }
        }
        return List.of();
    }

    /** Where units begin; ends early once there are more than {@code max}. */
    private List<Integer> starts(Calendar unit, int first, int last, int max) {
        List<Integer> starts = new ArrayList<>();
        for (int i = Math.max(0, first); i <= Math.min(last, times.length - 1) && starts.size() <= max; i++) {
            if (i == 0 ? unit.startsAt(times[i]) : unit.number(times[i - 1]) != unit.number(times[i])) {
                starts.add(i);
            }
        }
        return starts;
    }

    private List<Tick> ticks(Calendar unit, List<Integer> starts) {
        List<Tick> ticks = new ArrayList<>();
        for (int i : starts) {
            boolean major = !ticks.isEmpty() && unit.isMajor(times[i - 1], times[i]);
            ticks.add(new Tick(x[i], unit.label(times[i], ticks.isEmpty() || major), major));
        }
        return ticks;
    }
}
