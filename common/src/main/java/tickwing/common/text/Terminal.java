package tickwing.common.text;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Whether what this process writes goes to a terminal, and what has room in a line of it. Linux tells it of each stream. Elsewhere Java's console has to do,
 * which is one where standard input and output both are terminals.
 */
public final class Terminal {
    private static final int USUAL_COLUMNS = 80;
    private static final long PATIENCE_MILLIS = 500;
    private static final String ELLIPSIS = "\u2026";

    private Terminal() {}

    /** How many columns the terminal has by now; what the variable COLUMNS says where it does not say, or else 80. */
    public static int columns() {
        return columns(sttySize(), System.getenv("COLUMNS"));
    }

    /** @param size rows and columns, as {@code stty size} prints them */
    static int columns(String size, String variable) {
        for (String columns : new String[] {size.substring(size.indexOf(' ') + 1), variable}) {
            if (columns != null && columns.strip().matches("[1-9]\\d{0,4}")) {
                return Integer.parseInt(columns.strip());
            }
        }
        return USUAL_COLUMNS;
    }

    /** Java cannot ask a terminal itself. Empty where it cannot be asked. */
    private static String sttySize() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return "";
            }
            return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** How many columns a text takes: two for each Chinese, Japanese and Korean sign and each emoji. */
    public static int width(String text) {
        return text.codePoints().map(Terminal::width).sum();
    }

    private static int width(int sign) {
        boolean wide = sign >= 0x1100 && sign <= 0x115F
                || sign >= 0x2E80 && sign <= 0xA4CF
                || sign >= 0xAC00 && sign <= 0xD7A3
                || sign >= 0xF900 && sign <= 0xFAFF
                || sign >= 0xFE30 && sign <= 0xFE6F
                || sign >= 0xFF00 && sign <= 0xFF60
                || sign >= 0xFFE0 && sign <= 0xFFE6
                || sign >= 0x1F300 && sign <= 0x1FAFF
                || sign >= 0x20000;
        return wide ? 2 : 1;
    }

    /** The text, or its beginning and its end where it has no room in so many columns, 1 or more. */
    public static String shortened(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        int[] signs = text.codePoints().toArray();
        int head = 0;
        int tail = signs.length;
        int left = columns - 1;
        // From both ends by turns, so that as much of each is kept.
        for (boolean atHead = true; ; atHead = !atHead) {
            int taken = width(signs[atHead ? head : tail - 1]);
            if (taken > left) {
                return new String(signs, 0, head) + ELLIPSIS + new String(signs, tail, signs.length - tail);
            }
            left -= taken;
            head += atHead ? 1 : 0;
            tail -= atHead ? 0 : 1;
        }
    }

    /** Whether standard output is a terminal. */
    public static boolean isOutput() {
        return isTerminal(1);
    }

    /** Whether standard error is a terminal. */
    public static boolean isError() {
        return isTerminal(2);
    }

    private static boolean isTerminal(int descriptor) {
        try {
            return isDevice(Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString());
        } catch (IOException | UnsupportedOperationException e) {
            return isConsole();
        }
    }

    static boolean isDevice(String file) {
        return file.matches("/dev/(pts/\\d+|tty\\w*|console)");
    }

    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there may be a console where there is no terminal.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
