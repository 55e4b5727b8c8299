package tickwing.common.bar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * The wire field {@code Date}: a date, or a date and time with or without UTC offset (without: UTC), separated by
 * {@code T} or a space.
 *
 * @param local date and time as written
 * @param offset as written, or UTC
 */
record BarDate(LocalDateTime local, ZoneOffset offset) {
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM:ss", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** @throws DateTimeException when the text is neither form */
    static BarDate parse(String text) {
        if (text.length() == 10) {
            return new BarDate(date(text).atStartOfDay(), ZoneOffset.UTC);
        }
        TemporalAccessor parsed = DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        if (parsed instanceof OffsetDateTime instant) {
            return new BarDate(instant.toLocalDateTime(), instant.getOffset());
        }
        return new BarDate((LocalDateTime) parsed, ZoneOffset.UTC);
    }

    /** {@code yyyy-MM-dd} without a formatter. */
    private static LocalDate date(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        if (digits != 8 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return LocalDate.parse(text);
        }
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    boolean isMidnight() {
        return local.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    OffsetDateTime instant() {
        return local.atOffset(offset);
    }
}
