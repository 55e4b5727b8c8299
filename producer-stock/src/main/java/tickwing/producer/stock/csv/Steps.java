package tickwing.producer.stock.csv;

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
    private final boolean severalSymbols;
    private final Map<String, TreeSet<OffsetDateTime>> times = new HashMap<>();
    private final Set<LocalTime> timesOfDay = new HashSet<>();
    private final Map<OffsetDateTime, Set<String>> closes = new HashMap<>();
    private int rows;
    private int repeated;
    private boolean written;
    private boolean dateAlone;

    /** @param severalSymbols whether each row says of which symbol it is */
    Steps(ZoneId zone, boolean severalSymbols) {
        this.zone = zone;
        this.severalSymbols = severalSymbols;
    }

    void add(String symbol, Moment moment, String close) {
        rows++;
        OffsetDateTime time = moment.in(zone);
        boolean isNew = times.computeIfAbsent(
                        symbol, s -> new TreeSet<>(Comparator.comparing(OffsetDateTime::toInstant)))
                .add(time);
        if (!severalSymbols
                && closes.computeIfAbsent(time, t -> new HashSet<>()).add(close)
                && !isNew) {
            repeated++;
        }
        dateAlone |= moment.time() == null;
        written |= moment.time() != null && !moment.counted();
        timesOfDay.add(moment.time() == null ? LocalTime.MIDNIGHT : moment.time());
    }

    /** Whether so many rows have the same time and another price that they must be of several symbols. */
    boolean areManyAtOnce() {
        return rows >= MANY && 3 * repeated >= rows;
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
                && secondOfAnyDay().isEmpty();
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

    private Verdict byDays() {
        LocalTime start = timesOfDay.iterator().next();
        boolean midnight = start.equals(LocalTime.MIDNIGHT);
        Map<Interval, Integer> counts = new TreeMap<>();
        int all = 0;
        for (TreeSet<OffsetDateTime> series : times.values()) {
            OffsetDateTime before = null;
            for (OffsetDateTime time : series) {
                if (before != null) {
                    all++;
                    long days = Math.round(ChronoUnit.HOURS.between(before, time) / 24.0);
                    counts.merge(byDays(days), 1, Integer::sum);
                }
                before = time;
            }
        }
        if (all == 0 && written && !midnight) {
            return new Verdict(
                    Optional.empty(), "one time of day, " + start + ", says nothing of the length of its bars");
        }
        Interval most = most(counts).orElse(Interval.ONE_DAY);
        String steps = all == 0 ? "one day" : counts.getOrDefault(most, 0) + " of " + all + " steps";
        return new Verdict(
                Optional.of(most),
                dateAlone || midnight ? steps : steps + "; the time of day, always " + start + ", is left out");
    }

    /** What steps of so many days are, the gaps of weekends and holidays among them. */
    private static Interval byDays(long days) {
        if (days >= 28 && days <= 31) {
            return Interval.ONE_MONTH;
        }
        if (days == 365 || days == 366) {
            return Interval.ONE_YEAR;
        }
        return days == 7 ? Interval.ONE_WEEK : Interval.ONE_DAY;
    }

    private static Optional<Interval> most(Map<Interval, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<Interval, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private Verdict bySeconds() {
        if (dateAlone) {
            return new Verdict(Optional.empty(), "some rows have a time of day and some have none");
        }
        Map<Long, Integer> counts = new TreeMap<>();
        int all = 0;
        for (TreeSet<OffsetDateTime> series : times.values()) {
            OffsetDateTime before = null;
            for (OffsetDateTime time : series) {
                if (before != null) {
                    all++;
                    counts.merge(ChronoUnit.SECONDS.between(before, time), 1, Integer::sum);
                }
                before = time;
            }
        }
        long most = counts.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(0L);
        Optional<Interval> interval = Arrays.stream(Interval.values())
                .filter(known -> !known.isDaily() && known.seconds() == most)
                .findFirst();
        String share = counts.getOrDefault(most, 0) + " of " + all + " steps";
        return interval.isPresent()
                ? new Verdict(interval, share)
                : new Verdict(
                        Optional.empty(),
                        "most of its rows are " + words(most) + " apart, which no bars are that there are ("
                                + Interval.codes() + ")");
    }

    private static String words(long seconds) {
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
