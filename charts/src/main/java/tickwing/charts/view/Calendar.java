package tickwing.charts.view;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The units of time at whose beginnings a {@link ChartAxis} has marks, from fine to coarse. */
enum Calendar {
    MINUTE(t -> minutes(t, 1), "%1$tR", "%1$tb %1$te %1$tR"),
    FIVE_MINUTES(t -> minutes(t, 5), "%1$tR", "%1$tb %1$te %1$tR"),
    QUARTER_HOUR(t -> minutes(t, 15), "%1$tR", "%1$tb %1$te %1$tR"),
    HOUR(t -> minutes(t, 60), "%1$tR", "%1$tb %1$te %1$tR"),
    THREE_HOURS(t -> minutes(t, 180), "%1$tR", "%1$tb %1$te %1$tR"),
    DAY(t -> t.toLocalDate().toEpochDay(), "%1$tb %1$te", "%1$tb %1$te %1$tY"),
    /** From Monday on: 1970-01-05 was one. */
    WEEK(t -> Math.floorDiv(t.toLocalDate().toEpochDay() - 4, 7), "%1$tb %1$te", "%1$tb %1$te %1$tY"),
    MONTH(t -> t.getLong(ChronoField.PROLEPTIC_MONTH), "%1$tb", "%1$tb %1$tY"),
    QUARTER(t -> t.getLong(ChronoField.PROLEPTIC_MONTH) / 3, "%1$tb", "%1$tb %1$tY"),
    HALF_YEAR(t -> t.getLong(ChronoField.PROLEPTIC_MONTH) / 6, "%1$tb", "%1$tb %1$tY"),
    YEAR(LocalDateTime::getYear, "%1$tY", "%1$tY"),
    TWO_YEARS(t -> t.getYear() / 2, "%1$tY", "%1$tY"),
    FIVE_YEARS(t -> t.getYear() / 5, "%1$tY", "%1$tY"),
    TWENTY_YEARS(t -> t.getYear() / 20, "%1$tY", "%1$tY"),
    CENTURY(t -> t.getYear() / 100, "%1$tY", "%1$tY");

    private final ToLongFunction<LocalDateTime> number;
    private final String form;
    private final String fullForm;

    Calendar(ToLongFunction<LocalDateTime> number, String form, String fullForm) {
        this.number = number;
        this.form = form;
        this.fullForm = fullForm;
    }

    private static long minutes(LocalDateTime t, int many) {
        return t.toLocalDate().toEpochDay() * 1_440 + t.toLocalTime().toSecondOfDay() / 60 / many * many;
    }

    /** Which unit the time is in; equal for all times of one unit, greater for later ones. */
    long number(LocalDateTime time) {
        return number.applyAsLong(time);
    }

    boolean isTimeOfDay() {
        return compareTo(DAY) < 0;
    }

    /** Whether the time is where a unit begins, so that the first of all times deserves a mark. */
    boolean startsAt(LocalDateTime time) {
        return switch (this) {
            case WEEK -> time.getDayOfWeek() == DayOfWeek.MONDAY;
            case MONTH, QUARTER, HALF_YEAR, YEAR, TWO_YEARS, FIVE_YEARS, TWENTY_YEARS, CENTURY ->
                number(time) != number(time.minusDays(4)) || time.toLocalTime().isAfter(LocalTime.MIDNIGHT);
            default -> true;
        };
    }

    boolean isMajor(LocalDateTime before, LocalDateTime time) {
        if (isTimeOfDay()) {
            return before.toLocalDate().isBefore(time.toLocalDate());
        }
        return compareTo(YEAR) < 0 && before.getYear() != time.getYear();
    }

    String label(LocalDateTime time, boolean full) {
        return String.format(Locale.ENGLISH, full ? fullForm : form, time);
    }
}
