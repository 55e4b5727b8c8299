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
import tickwing.common.json.EpochTime;

/**
 * The wire field {@code Date}: a date, or a date and time with or without UTC offset (without: UTC), separated by
 * {@code T} or a space; of others also {@code 20230102}, and an {@link EpochTime}, which is UTC.
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

    /** @throws DateTimeException when the text has none of these forms */
    static BarDate parse(String text) {
        if (EpochTime.isNumber(text)) {
            return ofNumber(text);
        }
        if (text.length() == 10) {
            return new BarDate(date(text).atStartOfDay(), ZoneOffset.UTC);
        }
        TemporalAccessor parsed = DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        if (parsed instanceof OffsetDateTime instant) {
            return new BarDate(instant.toLocalDateTime(), instant.getOffset());
        }
        return new BarDate((LocalDateTime) parsed, ZoneOffset.UTC);
    }

    private static BarDate ofNumber(String text) {
        if (text.length() == 8 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new BarDate(
                    LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8))
                            .atStartOfDay(),
                    ZoneOffset.UTC);
        }
        return EpochTime.of(text)
                .map(instant -> new BarDate(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC))
                .orElseThrow(() -> new DateTimeException("no time"));
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
