package tickwing.common.flight;

/** Times of day as flight files write them: {@code 5}, {@code 0005}, {@code 1335.0}, {@code 2400}, {@code 13:35}. */
final class FlightTime {
    private static final int DAY_MINUTES = 24 * 60;

    private FlightTime() {}

    /** Minutes from midnight, 0 to 1440; -1 when the text is no time of day. */
    static int minutes(String text) {
        String digits = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text.replace(":", "");
        if (digits.isEmpty() || digits.length() > 4) {
            return -1;
        }
        int hhmm = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            hhmm = hhmm * 10 + c - '0';
        }
        int minutes = hhmm / 100 * 60 + hhmm % 100;
        return hhmm % 100 < 60 && minutes <= DAY_MINUTES ? minutes : -1;
    }
}
