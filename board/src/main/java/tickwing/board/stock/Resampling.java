package tickwing.board.stock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

/**
 * Sums up bars over longer intervals: first open, highest high, lowest low, last close (and adjusted close), summed
 * volume, to which an unknown one adds nothing; it is unknown where all are. Weeks begin on Monday; days, weeks, months and years are those of the exchange's local date, and shorter bars
 * begin at multiples of their length after local midnight.
 */
public final class Resampling {
    private Resampling() {}

    /**
     * The bars of a longer interval, in order of time. The last one is forming while its last bar is, or until it holds
     * the last weekday of its week, month or year: until then it can still change.
     *
     * @param bars of one symbol and one interval shorter than {@code target}, in order of time
     */
    public static List<Bar> to(Interval target, List<Bar> bars) {
        List<Bar> sums = new ArrayList<>();
        int from = 0;
        while (from < bars.size()) {
            BarTime time = start(target, bars.get(from).time());
            int to = from + 1;
            while (to < bars.size() && start(target, bars.get(to).time()).equals(time)) {
                to++;
            }
            sums.add(sum(target, time, bars.subList(from, to), to == bars.size()));
            from = to;
        }
        return sums;
    }

    /** The beginning of the longer interval that a bar belongs to. */
    static BarTime start(Interval target, BarTime time) {
        LocalDate date = time.date();
        return switch (target) {
            case ONE_DAY -> BarTime.of(date);
            case ONE_WEEK -> BarTime.of(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case ONE_MONTH -> BarTime.of(date.withDayOfMonth(1));
            case ONE_YEAR -> BarTime.of(date.withDayOfYear(1));
            default -> {
                OffsetDateTime start = time.start();
                long second = start.toLocalTime().toSecondOfDay();
                yield BarTime.of(
                        start.truncatedTo(ChronoUnit.DAYS).plusSeconds(second / target.seconds() * target.seconds()));
            }
        };
    }

    private static Bar sum(Interval target, BarTime time, List<Bar> parts, boolean newest) {
        Bar first = parts.get(0);
        Bar last = parts.get(parts.size() - 1);
        return new Bar(
                first.symbol(),
                target,
                time,
                first.open(),
                parts.stream().mapToDouble(Bar::high).max().orElseThrow(),
                parts.stream().mapToDouble(Bar::low).min().orElseThrow(),
                last.close(),
                last.adjClose(),
                volume(parts),
                newest ? quotedAt(target, time, last) : null,
                parts.stream().anyMatch(Bar::simulated));
    }

    private static double volume(List<Bar> parts) {
        double sum = Double.NaN;
        for (Bar part : parts) {
            if (!Double.isNaN(part.volume())) {
                sum = (Double.isNaN(sum) ? 0 : sum) + part.volume();
            }
        }
        return sum;
    }

    private static OffsetDateTime quotedAt(Interval target, BarTime time, Bar last) {
        if (last.isForming()) {
            return last.quotedAt();
        }
        return isComplete(target, time, last)
                ? null
                : last.time().start() == null
                        ? last.time().date().atStartOfDay().atOffset(ZoneOffset.UTC)
                        : last.time().start().plusSeconds(last.interval().seconds());
    }

    private static boolean isComplete(Interval target, BarTime time, Bar last) {
        if (!last.interval().isDaily()) {
            // Exchanges end their day when they like; a shorter interval has an end of its own.
            return !target.isDaily()
                    && !last.time()
                            .start()
                            .plusSeconds(last.interval().seconds())
                            .isBefore(time.start().plusSeconds(target.seconds()));
        }
        LocalDate end = switch (target) {
            case ONE_WEEK -> time.date().plusWeeks(1);
            case ONE_MONTH -> time.date().plusMonths(1);
            default -> time.date().plusYears(1);
        };
        LocalDate lastWeekday = end.minusDays(1);
        while (lastWeekday.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            lastWeekday = lastWeekday.minusDays(1);
        }
        return !lastDay(last).isBefore(lastWeekday);
    }

    /** The last date that a daily or longer bar covers. */
    private static LocalDate lastDay(Bar bar) {
        LocalDate date = bar.time().date();
        return switch (bar.interval()) {
            case ONE_WEEK -> date.plusDays(6);
            case ONE_MONTH -> date.plusMonths(1).minusDays(1);
            default -> date;
        };
    }
}
