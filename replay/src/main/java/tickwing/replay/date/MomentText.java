package tickwing.replay.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tickwing.common.json.EpochTime;

/**
 * Reads points in time in the forms that data files have them in:
 *
 * <ul>
 *   <li>{@code 2023-01-02}, {@code 2023/1/2}, {@code 2023.01.02}, {@code 20230102};
 *   <li>{@code 02.01.2023}, {@code 2.1.23}: with dots, the day comes first, unless a year of two digits is said to;
 *   <li>{@code 01/02/2023}, {@code 1-2-23}: by the order of the file; years of two digits are 1970 to 2069;
 *   <li>{@code 2-Jan-2023}, {@code 02 January 23}, {@code Jan 02, 2023}, with a day of the week before it;
 *   <li>with a time behind it: {@code 9:30}, {@code 09:30:00.000}, {@code 9:30 AM}, {@code 093000};
 *   <li>and an offset: {@code Z}, {@code UTC}, {@code -05:00}, {@code +0530};
 *   <li>seconds, milliseconds, microseconds or nanoseconds since 1970, UTC, told apart by their size.
 * </ul>
 *
 * <p>What is between 1900 and 2100 can be a date at all. Reads one text; not safe for several threads.
 */
public final class MomentText {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String[] MONTH_NAMES = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "sept"
    };
    private static final String[] DAY_NAMES = {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tues", "thur", "thurs"
    };
    private static final Pattern NUMBER = Pattern.compile("-?(\\d{8,19})(?:\\.\\d*)?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    /** Years of two digits below it are those of this century. */
    private static final int CENTURY = 70;

    private final String text;
    private final DateOrder order;
    private int at;

    private MomentText(String text, DateOrder order) {
        this.text = text;
        this.order = order;
    }

    /**
     * The point in time that a text is.
     *
     * @param order of day and month where the form does not say; null where nothing has settled it
     * @throws NotADate where it is none
     */
    public static Moment parse(String text, DateOrder order) throws NotADate {
        String stripped = text.strip();
        Moment counted = count(stripped);
        return counted != null ? counted : new MomentText(stripped, order).moment();
    }

    /**
     * The same of a date and a time of day that stand in two cells.
     *
     * @throws NotADate where they are none, or the date has a time already
     */
    public static Moment parse(String date, String time, DateOrder order) throws NotADate {
        Moment day = parse(date, order);
        if (time.isBlank()) {
            return day;
        }
        if (!day.isMidnight() || day.counted()) {
            throw none();
        }
        MomentText reader = new MomentText(time.strip(), order);
        LocalTime timeOfDay = reader.time();
        ZoneOffset offset = reader.offset();
        reader.end();
        return day.at(timeOfDay, offset);
    }

    /**
     * The three numbers of a date whose form does not say which is which, in the order of the text.
     *
     * @param last as it is written, a year of two digits among them
     * @param dotted whether dots are between them, so that either the day or a year of two digits comes first
     * @param twoDigits whether the first two digits and the last two may be a year
     */
    record Numbers(int first, int second, int last, boolean dotted, boolean twoDigits) {}

    /** Null for texts whose form says which is which, and for those that are no dates. */
    static Numbers numbers(String text) {
        MomentText reader = new MomentText(text.strip(), null);
        int first = reader.number(2);
        boolean two = reader.at == 2;
        char separator = reader.peek();
        if (first < 0 || separator != '/' && separator != '-' && separator != '.') {
            return null;
        }
        reader.at++;
        int second = reader.number(2);
        if (second < 0 || reader.peek() != separator) {
            return null;
        }
        reader.at++;
        int start = reader.at;
        int third = reader.number(4);
        int digits = reader.at - start;
        boolean ends = Character.isDigit(reader.peek());
        boolean dotted = separator == '.';
        boolean said = dotted && digits == 4;
        return third < 0 || digits == 3 || digits < 2 || ends || said
                ? null
                : new Numbers(first, second, third, dotted, two && digits == 2);
    }

    private Moment moment() throws NotADate {
        LocalDate date = date();
        if (at == text.length()) {
            return new Moment(date, null, null, false);
        }
        char c = peek();
        if (c == 'T' || c == 't') {
            at++;
        } else if (c == ' ' || c == ',') {
            skip(" ,");
        } else {
            throw none();
        }
        LocalTime time = time();
        ZoneOffset offset = offset();
        end();
        return new Moment(date, time, offset, false);
    }

    /** An {@link EpochTime}, or a day that is written as one number; null for anything else. */
    private static Moment count(String text) throws NotADate {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return null;
        }
        int digits = number.end(1) - number.start(1);
        boolean whole = digits == text.length();
        if (whole && (digits == 8 || (digits == 12 || digits == 14) && isYear(text))) {
            return oneNumber(text);
        }
        if (digits == 10 && isYear(number.group(1))) {
            // An hour, or a second of the years to come.
            throw none();
        }
        Instant instant = EpochTime.of(text).orElseThrow(MomentText::none);
        return Moment.ofEpoch(instant);
    }

    /** {@code 20230102}, {@code 202301020930}, {@code 20230102093000}. */
    private static Moment oneNumber(String digits) throws NotADate {
        LocalDate date = date(part(digits, 0, 4), part(digits, 4, 6), part(digits, 6, 8));
        if (digits.length() == 8) {
            return new Moment(date, null, null, false);
        }
        int seconds = digits.length() == 14 ? part(digits, 12, 14) : 0;
        return new Moment(date, time(part(digits, 8, 10), part(digits, 10, 12), seconds, 0), null, false);
    }

    private static int part(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    private LocalDate date() throws NotADate {
        skipDayOfWeek();
        if (Character.isLetter(peek())) {
            int month = month();
            skip(" .-/");
            int day = number(2);
            skip(" ,-/.");
            return date(year(), month, day);
        }
        int start = at;
        int first = number(8);
        int digits = at - start;
        if (first < 0) {
            throw none();
        }
        if (digits == 8) {
            return date(first / 10_000, first / 100 % 100, first % 100);
        }
        char separator = peek();
        if (separator == 0 || "-/. ".indexOf(separator) < 0) {
            throw none();
        }
        at++;
        if (Character.isLetter(peek())) {
            int month = month();
            skip(" ,.-/");
            if (digits == 4) {
                return date(first, month, number(2));
            }
            return date(year(), month, digits > 2 ? -1 : first);
        }
        int second = number(2);
        if (second < 0 || separator == ' ' || peek() != separator) {
            throw none();
        }
        at++;
        if (digits == 4) {
            return date(first, second, number(2));
        }
        return digits > 2 ? date(-1, 0, 0) : ordered(first, second, separator);
    }

    /** A date of three numbers, with a year of four digits at most at its end, or at its start where that is the order. */
    private LocalDate ordered(int first, int second, char separator) throws NotADate {
        int start = at;
        int third = number(4);
        int digits = at - start;
        if (digits != 2 && digits != 4) {
            throw none();
        }
        if (digits == 2 && order == DateOrder.YMD) {
            return date(full(first, 2), second, third);
        }
        if (separator == '.') {
            return date(full(third, digits), second, first);
        }
        int year = full(third, digits);
        boolean dayFirst = isDate(year, second, first);
        boolean monthFirst = isDate(year, first, second);
        if (order == null || order == DateOrder.YMD) {
            if (dayFirst && monthFirst && first != second) {
                throw new NotADate(NotADate.Fault.BOTH_WAYS);
            }
            return dayFirst ? date(year, second, first) : date(year, first, second);
        }
        boolean right = order == DateOrder.DMY ? dayFirst : monthFirst;
        if (!right && (dayFirst || monthFirst)) {
            throw new NotADate(NotADate.Fault.OTHER_ORDER);
        }
        return order == DateOrder.DMY ? date(year, second, first) : date(year, first, second);
    }

    private int year() throws NotADate {
        int start = at;
        int year = number(4);
        int digits = at - start;
        if (digits != 2 && digits != 4) {
            throw none();
        }
        return full(year, digits);
    }

    private static int full(int year, int digits) {
        if (digits == 4) {
            return year;
        }
        return year + (year < CENTURY ? 2_000 : 1_900);
    }

    private static boolean isDate(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= 31
                && isYear(year)
                && day <= java.time.YearMonth.of(year, month).lengthOfMonth();
    }

    private static LocalDate date(int year, int month, int day) throws NotADate {
        if (!isDate(year, month, day)) {
            throw none();
        }
        return LocalDate.of(year, month, day);
    }

    private static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static boolean isYear(String digits) {
        return isYear(part(digits, 0, 4));
    }

    private void skipDayOfWeek() {
        int start = at;
        String word = word();
        if (isName(word, DAY_NAMES)) {
            skip(" .,");
        } else {
            at = start;
        }
    }

    /** 1 to 12. */
    private int month() throws NotADate {
        String word = word();
        int index = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
        if (index < 0 || index % 3 != 0 || !isName(word, MONTH_NAMES)) {
            throw none();
        }
        return index / 3 + 1;
    }

    /** Whether a word is one of the names, or its first three letters. */
    private static boolean isName(String word, String... names) {
        for (String name : names) {
            if (word.equals(name) || word.length() == 3 && name.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private LocalTime time() throws NotADate {
        int start = at;
        int hour = number(6);
        int digits = at - start;
        if (hour < 0 || digits == 5 || digits == 3) {
            throw none();
        }
        if (digits == 6) {
            return time(hour / 10_000, hour / 100 % 100, hour % 100, fraction());
        }
        if (digits == 4) {
            return time(hour / 100, hour % 100, 0, 0);
        }
        boolean colon = peek() == ':';
        int minute = colon ? two() : 0;
        int second = colon && peek() == ':' ? two() : 0;
        int nanos = fraction();
        int half = half();
        if (half < 0) {
            if (!colon) {
                throw none();
            }
            return time(hour, minute, second, nanos);
        }
        if (hour < 1 || hour > 12) {
            throw none();
        }
        return time(hour % 12 + 12 * half, minute, second, nanos);
    }

    /** The two digits behind a colon. */
    private int two() throws NotADate {
        at++;
        int start = at;
        int number = number(2);
        if (at - start != 2) {
            throw none();
        }
        return number;
    }

    private int fraction() {
        if (peek() != '.') {
            return 0;
        }
        at++;
        int nanos = 0;
        int digits = 0;
        for (; isDigit(peek()); at++, digits++) {
            nanos = digits < 9 ? nanos * 10 + (peek() - '0') : nanos;
        }
        for (; digits < 9; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** 0 for AM, 1 for PM, -1 for neither. */
    private int half() {
        int start = at;
        skip(" -");
        String rest = text.substring(at).toLowerCase(Locale.ROOT);
        for (int half = 0; half < 2; half++) {
            for (String name : half == 0 ? new String[] {"a.m.", "am"} : new String[] {"p.m.", "pm"}) {
                if (rest.startsWith(name)) {
                    at += name.length();
                    return half;
                }
            }
        }
        at = start;
        return -1;
    }

    private static LocalTime time(int hour, int minute, int second, int nanos) throws NotADate {
        try {
            return LocalTime.of(hour, minute, second, nanos);
        } catch (DateTimeException e) {
            throw none();
        }
    }

    /** Null where there is none. */
    private ZoneOffset offset() throws NotADate {
        skip(" ");
        String rest = text.substring(at);
        boolean named = false;
        for (String utc : new String[] {"UTC", "GMT", "Z", "z"}) {
            if (!named && rest.startsWith(utc)) {
                at += utc.length();
                named = true;
            }
        }
        char sign = peek();
        if (sign == '+' || sign == '-') {
            ZoneOffset offset = hoursAndMinutes();
            skip(" ");
            if (peek() == '(' && text.endsWith(")") || peek() == '[' && text.endsWith("]")) {
                at = text.length();
            }
            return offset;
        }
        if (!named && Character.isLetter(sign)) {
            throw new NotADate(NotADate.Fault.UNKNOWN_ZONE);
        }
        return named ? ZoneOffset.UTC : null;
    }

    private ZoneOffset hoursAndMinutes() throws NotADate {
        int sign = peek() == '-' ? -1 : 1;
        at++;
        int start = at;
        int hours = number(4);
        int digits = at - start;
        int minutes = 0;
        if (digits == 4) {
            minutes = hours % 100;
            hours /= 100;
        } else if (digits == 2 && peek() == ':') {
            minutes = two();
        } else if (digits == 0 || digits == 3) {
            throw none();
        }
        if (peek() == ':') {
            two();
        }
        if (hours > 18 || minutes > 59) {
            throw none();
        }
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private void end() throws NotADate {
        if (at < text.length()) {
            throw none();
        }
    }

    private static NotADate none() {
        return new NotADate(NotADate.Fault.NONE);
    }

    /** The next character; 0 at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skip(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** The letters that come next, in lower case. */
    private String word() {
        int start = at;
        while (Character.isLetter(peek())) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    /** The number that the next digits are, of so many at most; -1 where there is none. */
    private int number(int most) {
        int number = -1;
        for (int i = 0; i < most && isDigit(peek()); i++, at++) {
            number = Math.max(0, number) * 10 + (peek() - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
