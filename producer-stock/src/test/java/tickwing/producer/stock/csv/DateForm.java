package tickwing.producer.stock.csv;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Ways to write a day, or a time of a day, that files have; written by hand, as no class of Java formats them. */
enum DateForm {
    ISO,
    ISO_T,
    ISO_MIDNIGHT,
    ISO_OFFSET,
    COMPACT,
    COMPACT_WHOLE,
    SLASHED_YMD,
    DOTTED_YMD,
    DOTTED_DMY,
    SLASHED_DMY,
    SLASHED_DMY_SHORT,
    SLASHED_MDY,
    SLASHED_MDY_SHORT,
    SLASHED_MDY_HALF,
    DASHED_DMY,
    DASHED_MDY,
    YEAR2_DMY,
    YEAR2_MDY,
    YEAR2_MDY_SHORT,
    YEAR2_YMD,
    YEAR2_DASHED_YMD,
    YEAR2_DOTTED_DMY,
    YEAR2_DOTTED_YMD,
    NAMED,
    NAMED_YEAR2,
    NAMED_UPPER,
    NAMED_MONTH_FIRST,
    NAMED_WHOLE,
    NAMED_WEEKDAY,
    SECONDS,
    MILLIS,
    MICROS,
    NANOS;

    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };
    private static final String[] WEEKDAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    static final List<DateForm> COUNTS = List.of(SECONDS, MILLIS, MICROS, NANOS);

    /** @param daily whether it has no time of day */
    String write(LocalDateTime at, boolean daily) {
        int y = at.getYear();
        int m = at.getMonthValue();
        int d = at.getDayOfMonth();
        int yy = y % 100;
        String month = MONTHS[m - 1];
        String mon = month.substring(0, 3);
        String time = daily ? "" : f(" %02d:%02d:00", at.getHour(), at.getMinute());
        return switch (this) {
            case ISO -> f("%d-%02d-%02d", y, m, d) + time;
            case ISO_T -> f("%d-%02d-%02d", y, m, d) + time.replace(" ", "T") + (daily ? "" : "Z");
            case ISO_MIDNIGHT -> f("%d-%02d-%02d", y, m, d) + (daily ? " 00:00:00" : time);
            case ISO_OFFSET -> daily ? f("%d-%02d-%02d 00:00:00-05:00", y, m, d) : offset(at);
            case COMPACT -> f("%d%02d%02d", y, m, d) + time;
            case COMPACT_WHOLE -> f("%d%02d%02d", y, m, d) + time.replaceAll("[ :]", "");
            case SLASHED_YMD -> f("%d/%d/%d", y, m, d) + time;
            case DOTTED_YMD -> f("%d.%02d.%02d", y, m, d) + time;
            case DOTTED_DMY -> f("%02d.%02d.%d", d, m, y) + time;
            case SLASHED_DMY -> f("%02d/%02d/%d", d, m, y) + time;
            case SLASHED_DMY_SHORT -> f("%d/%d/%d", d, m, y) + time;
            case SLASHED_MDY -> f("%02d/%02d/%d", m, d, y) + time;
            case SLASHED_MDY_SHORT -> f("%d/%d/%d", m, d, y) + (daily ? " 0:00" : time);
            case SLASHED_MDY_HALF -> f("%d/%d/%d", m, d, y) + half(at);
            case DASHED_DMY -> f("%02d-%02d-%d", d, m, y) + time;
            case DASHED_MDY -> f("%02d-%02d-%d", m, d, y) + time;
            case YEAR2_DMY -> f("%02d/%02d/%02d", d, m, yy) + time;
            case YEAR2_MDY -> f("%02d/%02d/%02d", m, d, yy) + time;
            case YEAR2_MDY_SHORT -> f("%d/%d/%02d", m, d, yy) + time;
            case YEAR2_YMD -> f("%02d/%02d/%02d", yy, m, d) + time;
            case YEAR2_DASHED_YMD -> f("%02d-%02d-%02d", yy, m, d) + time;
            case YEAR2_DOTTED_DMY -> f("%02d.%02d.%02d", d, m, yy) + time;
            case YEAR2_DOTTED_YMD -> f("%02d.%02d.%02d", yy, m, d) + time;
            case NAMED -> f("%02d-%s-%d", d, mon, y) + time;
            case NAMED_YEAR2 -> f("%d-%s-%02d", d, mon, yy) + time;
            case NAMED_UPPER -> f("%02d-%s-%d", d, mon.toUpperCase(Locale.ROOT), y) + time;
            case NAMED_MONTH_FIRST -> f("%s %02d, %d", mon, d, y) + time;
            case NAMED_WHOLE -> f("%d %s %d", d, month, y) + time;
            case NAMED_WEEKDAY -> f("%s, %02d %s %d", WEEKDAYS[at.getDayOfWeek().getValue() - 1], d, mon, y) + time;
            case SECONDS -> count(at, "");
            case MILLIS -> count(at, "000");
            case MICROS -> count(at, "000000");
            case NANOS -> count(at, "000000000");
        };
    }

    private static String f(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String offset(LocalDateTime utc) {
        LocalDateTime at = utc.minusHours(5);
        return f(
                "%d-%02d-%02d %02d:%02d:00-05:00",
                at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute());
    }

    private static String half(LocalDateTime at) {
        int hour = at.getHour() % 12 == 0 ? 12 : at.getHour() % 12;
        return f(" %d:%02d:00 %s", hour, at.getMinute(), at.getHour() < 12 ? "AM" : "PM");
    }

    private static String count(LocalDateTime at, String zeros) {
        return at.toEpochSecond(ZoneOffset.UTC) + zeros;
    }
}
