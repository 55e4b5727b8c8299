package tickwing.producer.stock.csv;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tickwing.common.bar.Interval;
import tickwing.replay.date.Moment;

/**
 * How far the rows of each symbol are apart, and so what a row sums up. Where there is one a day, at midnight or always at the
 * same time, the days between them say; else the commonest step does.
 */
final class Steps {
    /** So many rows are no accident. */
    private static final int MANY = 4;

    /**
     * @param interval empty where there is none with such steps
     * @param why what says so
     */
    record Verdict(Optional<Interval> interval, String why) {}

    private final ZoneId zone;
    private final Map<String, TreeSet<OffsetDateTime>> times = new HashMap<>();
    private final Set<LocalTime> timesOfDay = new HashSet<>();
    private final Map<String, Map<OffsetDateTime, Set<String>>> closes = new HashMap<>();
    private int rows;
    private int repeated;
    private int run;
    private int longestRun;
    private boolean written;
    private boolean dateAlone;

    /** @param zone of times without an offset */
    Steps(ZoneId zone) {
        this.zone = zone;
    }

    void add(String symbol, Moment moment, String close) {
        rows++;
        OffsetDateTime time = moment.in(zone);
        boolean isNew = times.computeIfAbsent(
                        symbol, s -> new TreeSet<>(Comparator.comparing(OffsetDateTime::toInstant)))
                .add(time);
        boolean isOther = closes.computeIfAbsent(symbol, s -> new HashMap<>())
                .computeIfAbsent(time, t -> new HashSet<>())
                .add(close);
        boolean repeats = isOther && !isNew;
        repeated += repeats ? 1 : 0;
        run = repeats ? run + 1 : 0;
        longestRun = Math.max(run, longestRun);
        dateAlone |= moment.time() == null;
        written |= moment.time() != null && !moment.counted();
        timesOfDay.add(moment.time() == null ? LocalTime.MIDNIGHT : moment.time());
    }

    /** Whether so many rows of a symbol have the same time and another price that they must be of several ones. */
    boolean areManyAtOnce() {
        return rows >= MANY && 3 * repeated >= rows || longestRun >= Repeats.MANY;
    }

    /** A row that is not the only one of its day; empty where there is none. */
    Optional<OffsetDateTime> secondOfADay() {
        if (isDaily()) {
            return Optional.empty();
        }
        for (TreeSet<OffsetDateTime> series : times.values()) {
            LocalDate last = null;
            for (OffsetDateTime time : series) {
                if (time.toLocalDate().equals(last)) {
                    return Optional.of(time);
                }
                last = time.toLocalDate();
            }
        }
        return Optional.empty();
    }

    /** Whether all times of day are the same, but for the hour by which clocks are changed. */
    private boolean isDaily() {
        if (timesOfDay.size() <= 1) {
            return true;
        }
        List<LocalTime> both = new ArrayList<>(new TreeSet<>(timesOfDay));
        long minutes = ChronoUnit.MINUTES.between(both.get(0), both.get(both.size() - 1));
        return both.size() == 2
                && (minutes == 60 || minutes == 23 * 60)
                && secondOfAnyDay().isEmpty()
                && !areNear();
    }

    /** Whether there are rows less than a day apart, but for the hour by which clocks are changed. */
    private boolean areNear() {
        for (TreeSet<OffsetDateTime> series : times.values()) {
            OffsetDateTime before = null;
            for (OffsetDateTime time : series) {
                if (before != null && ChronoUnit.HOURS.between(before, time) < 22) {
                    return true;
                }
                before = time;
            }
        }
        return false;
    }

    private Optional<LocalDate> secondOfAnyDay() {
        for (TreeSet<OffsetDateTime> series : times.values()) {
            Set<LocalDate> days = new HashSet<>();
            for (OffsetDateTime time : series) {
                if (!days.add(time.toLocalDate())) {
                    return Optional.of(time.toLocalDate());
                }
            }
        }
        return Optional.empty();
    }

    Verdict verdict() {
        if (rows == 0) {
            return new Verdict(Optional.of(Interval.ONE_DAY), "no row says otherwise");
        }
        return isDaily() ? byDays() : bySeconds();
    }

    /** From each time of a symbol to its next one. */
    private List<Duration> steps() {
        List<Duration> steps = new ArrayList<>();
        for (TreeSet<OffsetDateTime> series : times.values()) {
            OffsetDateTime before = null;
            for (OffsetDateTime time : series) {
                if (before != null) {
                    steps.add(Duration.between(before, time));
                }
                before = time;
            }
        }
        return steps;
    }

    private Verdict byDays() {
        LocalTime start = timesOfDay.iterator().next();
        boolean midnight = start.equals(LocalTime.MIDNIGHT);
        Map<Interval, Integer> counts = new TreeMap<>();
        Map<Long, Integer> others = new TreeMap<>();
        int all = 0;
        for (Duration step : steps()) {
            all++;
            long days = Math.round(step.toHours() / 24.0);
            byDays(days)
                    .ifPresentOrElse(
                            interval -> counts.merge(interval, 1, Integer::sum),
                            () -> others.merge(days, 1, Integer::sum));
        }
        if (all == 0 && written && !midnight) {
            return new Verdict(
                    Optional.empty(), "one time of day, " + start + ", says nothing of the length of its bars");
        }
        int other = others.values().stream().mapToInt(Integer::intValue).sum();
        if (other >= MANY && 2 * other > all) {
            return none(most(others).orElse(0L) + " days");
        }
        Interval most = most(counts).orElse(Interval.ONE_DAY);
        String steps = all == 0 ? "one day" : counts.getOrDefault(most, 0) + " of " + all + " steps";
        return new Verdict(
                Optional.of(most),
                dateAlone || midnight ? steps : steps + "; the time of day, always " + start + ", is left out");
    }

    private static Verdict none(String step) {
        return new Verdict(
                Optional.empty(),
                "most of its rows are " + step + " apart, which no bars are that there are (" + Interval.codes() + ")");
    }

    /** What steps of so many days are, those over weekends and holidays among them; empty for others. */
    private static Optional<Interval> byDays(long days) {
        if (days < 7) {
            return Optional.of(Interval.ONE_DAY);
        }
        if (days >= 28 && days <= 31) {
            return Optional.of(Interval.ONE_MONTH);
        }
        if (days == 365 || days == 366) {
            return Optional.of(Interval.ONE_YEAR);
        }
        return days == 7 ? Optional.of(Interval.ONE_WEEK) : Optional.empty();
    }

    /** The commonest; of several the least. */
    private static <K extends Comparable<K>> Optional<K> most(Map<K, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<K, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private Verdict bySeconds() {
        if (dateAlone) {
            return new Verdict(Optional.empty(), "some rows have a time of day and some have none");
        }
        Map<Long, Integer> counts = new TreeMap<>();
        int all = 0;
        for (Duration step : steps()) {
            all++;
            counts.merge(step.toSeconds(), 1, Integer::sum);
        }
        long most = most(counts).orElse(0L);
        Optional<Interval> interval = Arrays.stream(Interval.values())
                .filter(known -> !known.isDaily() && known.seconds() == most)
                .findFirst();
        String share = counts.getOrDefault(most, 0) + " of " + all + " steps";
        return interval.isPresent() ? new Verdict(interval, share) : none(words(most));
    }

    private static String words(long seconds) {
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
