package tickwing.common.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Times as numbers: seconds, milliseconds, microseconds or nanoseconds since 1970 UTC, whichever gives a time between 1900 and
 * 2100 that is a hundred million seconds or more from 1970. Nearer ones cannot be told from days, rows, years, or from numbers
 * that have a digit too many.
 */
public final class EpochTime {
    private static final BigDecimal LEAST = BigDecimal.valueOf(100_000_000L);
    private static final BigDecimal YEAR_1900 = BigDecimal.valueOf(-2_208_988_800L);
    private static final BigDecimal YEAR_2100 = BigDecimal.valueOf(4_102_444_800L);
    private static final int[] DECIMALS_OF_UNITS = {0, 3, 6, 9};
    private static final int LONGEST = 40;

    private EpochTime() {}

    /** Whether a text is a decimal number, and so no date of another form. */
    public static boolean isNumber(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c != '.' && c != 'E' && c != 'e' && c != '+' && (c != '-' || i > 0 && !isExponent(text, i))) {
                return false;
            }
        }
        return digits > 0;
    }

    private static boolean isExponent(String text, int sign) {
        return text.charAt(sign - 1) == 'E' || text.charAt(sign - 1) == 'e';
    }

    /** The time that a number says; empty when it says none, or may be digits of a date and hour ({@code 2023010209}). */
    public static Optional<Instant> of(String number) {
        if (number.length() > LONGEST || isDateAndHour(number)) {
            return Optional.empty();
        }
        try {
            BigDecimal count = new BigDecimal(number);
            if (count.precision() - count.scale() > LONGEST) {
                return Optional.empty();
            }
            for (int decimals : DECIMALS_OF_UNITS) {
                BigDecimal seconds = count.movePointLeft(decimals);
                boolean near = seconds.abs().compareTo(LEAST) < 0;
                if (!near && seconds.compareTo(YEAR_1900) >= 0 && seconds.compareTo(YEAR_2100) < 0) {
                    return Optional.of(instant(seconds));
                }
            }
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(BigDecimal seconds) {
        long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
        return Instant.ofEpochSecond(seconds.longValue(), nanos);
    }

    private static boolean isDateAndHour(String digits) {
        boolean minutes = digits.length() == 12;
        if (!minutes && digits.length() != 10 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        try {
            int year = LocalDate.of(part(digits, 0, 4), part(digits, 4, 6), part(digits, 6, 8))
                    .getYear();
            return year >= 1900 && year < 2100 && part(digits, 8, 10) < 24 && (!minutes || part(digits, 10, 12) < 60);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int part(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
