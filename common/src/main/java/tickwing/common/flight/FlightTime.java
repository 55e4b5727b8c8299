package tickwing.common.flight;

/** Times of day as flight files write them: {@code 5}, {@code 0005}, {@code 1335.0}, {@code 2400}, {@code 13:35}. */
final class FlightTime {
    private static final int DAY_MINUTES = 24 * 60;

    private FlightTime() {}

    /** Minutes from midnight, 0 to 1440; -1 when the text is no time of day. */
    static int minutes(String text) {
        int end = text.endsWith(".0") ? text.length() - 2 : text.length();
        int hhmm = 0;
        int digits = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == ':' && end == text.length()) {
                continue;
            }
            if (c < '0' || c > '9' || ++digits > 4) {
                return -1;
            }
            hhmm = hhmm * 10 + c - '0';
        }
        if (digits == 0) {
            return -1;
        }
        int minutes = hhmm / 100 * 60 + hhmm % 100;
        return hhmm % 100 < 60 && minutes <= DAY_MINUTES ? minutes : -1;
    }
}
