package tickwing.charts.view;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The x axis that all lines of a chart share: positions in order of time, each with a date. It is either ordinal, where
 * every position is as far from the next as any other, so that nights and weekends leave no holes, or true time.
 * Immutable.
 */
public final class DateAxis {
    /** A mark on the axis; {@code major} where a new year begins (or a new day, among times of day). */
    public record Tick(double x, String label, boolean major) {}

    /** No position at all. */
    public static final DateAxis EMPTY = new DateAxis(new LocalDateTime[0], new double[0], false);

    private final LocalDateTime[] times;
    private final double[] x;
    private final boolean withTime;

    private DateAxis(LocalDateTime[] times, double[] x, boolean withTime) {
        this.times = times;
        this.x = x;
        this.withTime = withTime;
    }

    /** An axis that counts: the i-th time is at x = i. Times in ascending order; midnights are mere dates. */
    public static DateAxis ordinal(List<LocalDateTime> times) {
        double[] x = new double[times.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        boolean withTime = times.stream().anyMatch(t -> !t.toLocalTime().equals(LocalTime.MIDNIGHT));
        return new DateAxis(times.toArray(LocalDateTime[]::new), x, withTime);
    }

    /** An axis of true time: each date, in ascending order, is at x = days since 1970. */
    public static DateAxis ofDays(List<LocalDate> dates) {
        return new DateAxis(
                dates.stream().map(LocalDate::atStartOfDay).toArray(LocalDateTime[]::new),
                dates.stream().mapToDouble(LocalDate::toEpochDay).toArray(),
                false);
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

    /** The i-th date in full: {@code Thu 2014-01-02}, or {@code Thu 2014-01-02 09:30}. */
    public String text(int i) {
        Objects.checkIndex(i, times.length);
        return String.format(Locale.ROOT, withTime ? "%1$ta %1$tF %1$tR" : "%1$ta %1$tF", times[i]);
    }

    /** The finest marks from position {@code first} to {@code last}, both included, that are at most {@code max}. */
    public List<Tick> ticks(int first, int last, int max) {
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
