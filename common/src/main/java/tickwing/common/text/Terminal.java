package tickwing.common.text;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether what this process writes goes to a terminal. Linux tells it of each stream. Elsewhere Java's console has to do,
 * which is one where standard input and output both are terminals.
 */
public final class Terminal {
    private Terminal() {}

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
