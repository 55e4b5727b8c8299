package tickwing.common.bar;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Which bar of a series: the exchange's local date for daily and longer bars, the instant of its start for shorter ones.
 * Compares by time; times of one series are all of the same form. No record, since it keeps
 * the number that everybody asks for.
 */
public final class BarTime implements Comparable<BarTime> {
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    /** A day's bar time with its text. */
    private record Day(BarTime time, String text) {}

    /**
     * The days that were last asked for, by their number: many symbols have bars of the same days. Any thread may take one or
     * put another in its place.
     */
    private static final Day[] DAYS = new Day[1 << 12];

    private final LocalDate date;
    private final OffsetDateTime start;
    private final long ordinal;

    private BarTime(LocalDate date, OffsetDateTime start) {
        this.date = date;
        this.start = start;
        ordinal = start == null ? date.toEpochDay() : start.toEpochSecond();
    }

    /** The time of a daily or longer bar. */
    public static BarTime of(LocalDate date) {
        return new BarTime(Objects.requireNonNull(date), null);
    }

    /** The time of a daily or longer bar, by the {@link #ordinal} of its date. */
    static BarTime ofDay(long day) {
        return day(day).time;
    }

    private static Day day(long number) {
        int slot = (int) number & DAYS.length - 1;
        Day day = DAYS[slot];
        if (day == null || day.time.ordinal != number) {
            LocalDate date = LocalDate.ofEpochDay(number);
            day = new Day(of(date), date.toString());
            DAYS[slot] = day;
        }
        return day;
    }

    /** The time of a bar shorter than a day; only to the second. */
    public static BarTime of(OffsetDateTime start) {
        return new BarTime(start.toLocalDate(), start.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The exchange's local date of the bar's start. */
    public LocalDate date() {
        return date;
    }

    /** The bar's start, to the second; null for daily and longer bars. */
    public OffsetDateTime start() {
        return start;
    }

    /** A number that orders the times of one series: days since 1970, or seconds since 1970 UTC. */
    public long ordinal() {
        return ordinal;
    }

    @Override
    public int compareTo(BarTime other) {
        return Long.compare(ordinal, other.ordinal);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BarTime time && date.equals(time.date) && Objects.equals(start, time.start);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(ordinal);
    }

    /** {@code 2013-01-02}, or {@code 2013-01-02T09:30:00-05:00}. */
    @Override
    public String toString() {
        return start == null ? day(ordinal).text : START.format(start);
    }
}
