package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option that the help of a program names is understood with a value like the one it asks for. */
class OptionsIT {
    private static final Pattern WITH_VALUE = Pattern.compile("(?m)^ +(?:-\\w, )?(--[a-z-]+)=(\\S+)");
    /** A line of code, up to a comment or what the shell reads; not one with brackets, which is a synopsis, or variables. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^    \\./tickwing ([a-z][^#|&;<>$\\[\n]*)(?=[#|&;<>\n])");

    private static final Pattern ANY = Pattern.compile("--[a-z][a-z-]*");

    /** By what the help calls a value. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("A,B[,A,B...]", "AA,DL"),
            Map.entry("BARS", "20"),
            Map.entry("CODE", "1w"),
            Map.entry("COLUMN", "AIRLINE"),
            Map.entry("DATE", "2014-01-31"),
            Map.entry("DIR", "target"),
            Map.entry("DURATION", "1.5h"),
            Map.entry("FILE", "chart.png"),
            Map.entry("FILE.json", "report.json"),
            Map.entry("FORMAT", "%k %v"),
            Map.entry("HOST:PORT,...", "localhost:9092,localhost:9093"),
            Map.entry("K", "2.5"),
            Map.entry("KEY=VALUE", "client.id=me"),
            Map.entry("LAYOUT", "asa"),
            Map.entry("LIST", "rsi:21,macd"),
            Map.entry("N", "7"),
            Map.entry("NAME", "some-name"),
            Map.entry("PORT", "9401"),
            Map.entry("SPAN", "1y"),
            Map.entry("TEXT", "me"),
            Map.entry("URL", "http://localhost:1"),
            Map.entry("X", "2.5"),
            Map.entry("X,Y,W,H", "0,0,800,600"),
            Map.entry("ZONE", "America/New_York"));

    /** One of the airlines' two choices can be given, not both. */
    private static final Set<String> NOT_TOGETHER = Set.of("--top");

    private static final Map<String, String> HELP = new ConcurrentHashMap<>();

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "broker",
                "producer-flight",
                "producer-stock",
                "consumer-bollinger",
                "consumer-aroon",
                "consumer-flights",
                "consumer-indicator",
                "topics",
                "tail",
                "demo",
                "benchmark"
            })
    void areUnderstood(String program) {
        String help = help(program);
        List<Object> line = new ArrayList<>();
        Matcher option = WITH_VALUE.matcher(help);
        while (option.find()) {
            if (!NOT_TOGETHER.contains(option.group(1)) || !help.contains("--airlines")) {
                line.add(option.group(1) + "=" + value(option.group(1), option.group(2)));
            }
        }
        assertTrue(line.size() >= 3, help);
        // Nothing runs, but every value has to be one.
        line.add("--help");
        Suite.Ended ended = Suite.run(program, line.toArray());
        assertEquals(0, ended.code(), line + "\n" + ended.err());
    }

    /** Each is asked once. */
    private static String help(String program) {
        return HELP.computeIfAbsent(
                program, p -> Suite.run(p, "--help").expect(0).out());
    }

    private static String value(String option, String label) {
        if (option.equals("--bootstrap-server") || VALUES.containsKey(label)) {
            return VALUES.get(label);
        }
        // day|month|year
        assertTrue(label.matches("[a-z-]+(\\|[a-z-]+)+"), option + "=" + label + " needs a value here");
        return label.substring(label.lastIndexOf('|') + 1);
    }

    @Test
    void ofThePagesAreThoseOfThePrograms() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String program : List.of(
                "producer-flight",
                "producer-stock",
                "consumer-bollinger",
                "consumer-flights",
                "consumer-indicator",
                "topics",
                "tail")) {
            known.addAll(options(help(program)));
        }
        for (String page : List.of("README.md", "docs/options.md")) {
            Set<String> named = Files.readAllLines(Suite.HOME.resolve(page)).stream()
                    .filter(line -> !line.contains("kafka-") && !line.contains("docker"))
                    .map(OptionsIT::options)
                    .flatMap(Set::stream)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertTrue(named.size() >= 8, page + " names " + named);
            named.removeAll(known);
            assertEquals(Set.of(), named, "named by " + page + " alone");
        }
    }

    /** Every command of the pages: nothing runs, but program, options and values have to be some. */
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("commandsOfThePages")
    void ofCommandsInThePagesAreUnderstood(String command) {
        List<String> words = new ArrayList<>(List.of(command.replace("'", "").split(" +")));
        String program = words.remove(0);
        words.add("--help");
        Suite.Ended ended = Suite.run(program, words.toArray());
        assertEquals(0, ended.code(), command + "\n" + ended.err());
    }

    static Set<String> commandsOfThePages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Suite.HOME.resolve("README.md"), Suite.HOME.resolve("SECURITY.md")));
        try (DirectoryStream<Path> docs = Files.newDirectoryStream(Suite.HOME.resolve("docs"), "*.md")) {
            docs.forEach(pages::add);
        }
        Set<String> commands = new TreeSet<>();
        for (Path page : pages) {
            COMMAND.matcher(Files.readString(page))
                    .results()
                    .forEach(found -> commands.add(found.group(1).strip()));
        }
        assertTrue(commands.size() > 30, commands::toString);
        return commands;
    }

    private static Set<String> options(String text) {
        return ANY.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
