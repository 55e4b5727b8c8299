package tickwing.common.flight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import tickwing.common.json.EpochTime;

/**
 * Dates as flight files and records write them: {@code 2014-01-31}, {@code 20140131}, {@code 1/31/2014}, with or without a
 * time; and an {@link EpochTime} at midnight UTC, since the day of any other depends on where the airport is.
 */
final class FlightDate {
    private FlightDate() {}

    /**
     * @throws DateTimeException when the parts make no date
     * @throws NumberFormatException when a part is no number
     */
    static LocalDate parse(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != 'T') {
            end++;
        }
        String date = text.substring(0, end);
        String[] slashed = date.split("/", -1);
        if (slashed.length == 3) {
            return LocalDate.of(year(slashed[2]), Integer.parseInt(slashed[0]), Integer.parseInt(slashed[1]));
        }
        if (date.length() == 8 && date.chars().allMatch(Character::isDigit)) {
            return LocalDate.of(number(date, 0, 4), number(date, 4, 6), number(date, 6, 8));
        }
        if (EpochTime.isNumber(text)) {
            return ofNumber(text);
        }
        return LocalDate.parse(date);
    }

    /** Those of two digits are 1970 to 2069. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 2) {
            return year + (year < 70 ? 2_000 : 1_900);
        }
        if (digits.length() != 4) {
            throw new DateTimeException("no year");
        }
        return year;
    }

    private static LocalDate ofNumber(String text) {
        return EpochTime.of(text)
                .map(instant -> instant.atOffset(ZoneOffset.UTC))
                .filter(time -> time.toLocalTime().equals(LocalTime.MIDNIGHT))
                .orElseThrow(() -> new DateTimeException("no date"))
                .toLocalDate();
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** The date in the form that another one is written in. */
    static String like(String example, LocalDate date) {
        int end = 0;
        while (end < example.length() && example.charAt(end) != ' ' && example.charAt(end) != 'T') {
            end++;
        }
        String rest = example.substring(end);
        if (example.indexOf('/') > 0) {
            return date.getMonthValue() + "/" + date.getDayOfMonth() + "/" + date.getYear() + rest;
        }
        return (end == 8 ? date.toString().replace("-", "") : date.toString()) + rest;
    }

    /** A month or a day, with a leading zero where the example has one. */
    static String number(int number, String example) {
        String text = Integer.toString(number);
        return example.strip().length() == 2 && example.strip().startsWith("0") && text.length() == 1
                ? "0" + text
                : text;
    }
}
