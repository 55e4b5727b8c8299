package tickwing.replay.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A point in time as a file writes it: a date, with a time of day or without, with an offset from UTC or without.
 *
 * @param date as written
 * @param time as written, to the nanosecond; null where there is a date alone
 * @param offset as written; null where there is none
 * @param counted whether it was written as a count since 1970, UTC, and so has no time of day of its own
 */
public record Moment(LocalDate date, LocalTime time, ZoneOffset offset, boolean counted) {
    public Moment {
        Objects.requireNonNull(date);
    }

    static Moment ofEpoch(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return new Moment(utc.toLocalDate(), utc.toLocalTime(), ZoneOffset.UTC, true);
    }

    /** The same date with a time of day from another cell. */
    Moment at(LocalTime timeOfDay, ZoneOffset its) {
        return new Moment(date, timeOfDay, its == null ? offset : its, counted);
    }

    /**
     * The instant, with the offset that was written or that its zone has; the start of the day where there is no time.
     *
     * @param zone of times without offset, and of counted ones
     */
    public OffsetDateTime in(ZoneId zone) {
        LocalDateTime local = LocalDateTime.of(date, time == null ? LocalTime.MIDNIGHT : time);
        if (offset == null) {
            return local.atZone(zone).toOffsetDateTime();
        }
        return counted ? local.atOffset(offset).atZoneSameInstant(zone).toOffsetDateTime() : local.atOffset(offset);
    }

    /** Whether the day starts then, as it is written; so it does where there is no time. */
    public boolean isMidnight() {
        return time == null || time.equals(LocalTime.MIDNIGHT);
    }
}
