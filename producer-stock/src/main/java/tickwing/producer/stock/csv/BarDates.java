package tickwing.producer.stock.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import tickwing.common.bar.BarTime;
import tickwing.common.bar.Interval;

/**
 * Dates of bar files: {@code 2013-01-02}, {@code 2013-01-02 09:30:00-05:00}, {@code 01/02/2013} (month first),
 * {@code 19-Sep-03}, {@code Jan 02, 2013}.
 */
final class BarDates {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MONTH_FIRST =
            DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter NAMED_MONTH = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 4, LocalDate.of(1970, 1, 1))
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter NAMED_MONTH_FIRST =
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);

    private BarDates() {}

    /**
     * Which bar of the series a row is.
     *
     * @param zone of times without an offset
     * @throws DateTimeException when the text is no date, or has no time where the interval needs one
     */
    static BarTime parse(String text, Interval interval, ZoneId zone) {
        TemporalAccessor parsed = formatOf(text).parse(text);
        LocalDate date = LocalDate.from(parsed);
        if (interval.isDaily()) {
            return BarTime.of(date);
        }
        LocalTime time = parsed.query(TemporalQueries.localTime());
        if (time == null) {
            throw new DateTimeException("no time of day");
        }
        if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
            return BarTime.of(OffsetDateTime.from(parsed));
        }
        return BarTime.of(LocalDateTime.of(date, time).atZone(zone).toOffsetDateTime());
    }

    private static DateTimeFormatter formatOf(String text) {
        if (text.indexOf('/') > 0) {
            return MONTH_FIRST;
        }
        if (text.indexOf(',') > 0) {
            return NAMED_MONTH_FIRST;
        }
        return text.length() > 3 && text.length() < 12 && text.chars().anyMatch(Character::isLetter)
                ? NAMED_MONTH
                : ISO;
    }
}
