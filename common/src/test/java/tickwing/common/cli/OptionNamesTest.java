package tickwing.common.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a library says is read in windows and on pages, too, where there are no options. */
class OptionNamesTest {
    private static final Path ROOMS = Path.of("..");
    private static final Path COMMAND_LINE = ROOMS.resolve("common/src/main/java/tickwing/common/cli");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--(?:[a-z]|\\s|$)|\\./tickwing");
    /** Java's own. */
    private static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";

    @Test
    void namesNoOptionBelowTheCommandLine() throws IOException {
        List<String> named = new ArrayList<>();
        for (Path file : sources()) {
            Matcher text = TEXT.matcher(withoutComments(Files.readString(file)));
            while (text.find()) {
                if (OPTION.matcher(text.group(1)).find() && !text.group(1).equals(UNSAFE)) {
                    named.add(ROOMS.relativize(file) + ": " + text.group(1));
                }
            }
        }
        assertEquals(List.of(), named);
    }

    @Test
    void knowsAnOptionWhenItSeesOne() {
        for (String text :
                List.of("--topic 'x'", "name one with --topic.", " of --command-config", "'./tickwing broker'")) {
            assertTrue(OPTION.matcher(text).find(), text);
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String room : List.of("common", "board", "analytics")) {
            try (Stream<Path> files = Files.walk(ROOMS.resolve(room).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java") && !file.startsWith(COMMAND_LINE))
                        .forEach(all::add);
            }
        }
        assertTrue(all.size() > 100, all.size() + " sources");
        return all;
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }
}
