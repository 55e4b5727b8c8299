package tickwing.common.text;

/**
 * Text that does nothing but stand there. Records, files, topics, brokers and command lines may hold characters that a
 * terminal obeys or that change how the text beside them reads; these are shown as escapes instead.
 *
 * <p>Escaped are: the control characters of ASCII and Latin-1 (C0, DEL, C1), the line and paragraph separators, all
 * characters that control the direction of text (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069), the byte
 * order mark, surrogates without their other half, and U+FFFE and U+FFFF, which are no characters. A line feed, carriage
 * return and tab become {@code \n}, {@code \r} and {@code \t}, every other one {@code \}{@code u} and its four hexadecimal
 * digits. Backslashes stay single: paths have them, and what is escaped already is not escaped again.
 */
public final class Printable {
    private Printable() {}

    /** A value within a line: everything is escaped, line breaks and tabs too. */
    public static String of(String text) {
        return escaped(text, "");
    }

    /** One line of output: tabs stay as they are. */
    public static String line(String text) {
        return escaped(text, "\t");
    }

    /** Whether nothing of a text needs an escape, so that {@link #of} returns it as it is. */
    public static boolean is(String text) {
        return firstToEscape(text, "") == text.length();
    }

    /**
     * Text of any number of lines: tabs and line breaks stay; the latter become those of this system.
     *
     * @param kept further characters that stay as they are
     */
    static String text(String text, String kept) {
        // A line that ends in two characters, as on Windows, does not show the first.
        String lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
        return escaped(lines, "\n\t" + kept).replace("\n", System.lineSeparator());
    }

    private static String escaped(String text, String kept) {
        int first = firstToEscape(text, kept);
        if (first == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (needsEscape(text, i, kept)) {
                append(c, escaped);
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static int firstToEscape(String text, String kept) {
        int i = 0;
        while (i < text.length() && !needsEscape(text, i, kept)) {
            i++;
        }
        return i;
    }

    private static boolean needsEscape(String text, int i, String kept) {
        char c = text.charAt(i);
        if (c >= ' ' && c < 0x7F) {
            return false;
        }
        if (c < 0xA0) {
            return kept.indexOf(c) < 0;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return switch (c) {
            case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF -> true;
            default -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        };
    }

    private static void append(char c, StringBuilder to) {
        switch (c) {
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> to.append(String.format("\\u%04x", (int) c));
        }
    }
}
