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

/** Every option that the help of a program names is understood with a value like the one it asks for. */
class OptionsIT {
    private static final Pattern WITH_VALUE = Pattern.compile("(?m)^ +(?:-\\w, )?(--[a-z-]+)=(\\S+)");
    /** A line of code, up to a comment or what the shell reads; not one with brackets, which is a synopsis, or variables. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^    \\./tickwing ([a-z][^#|&;<>$\\[\n]*)(?=[#|&;<>\n])");

    private static final Pattern ANY = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    /** By what the help calls a value. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("A,B[,A,B...]", "AA,DL"),
            Map.entry("BARS", "20"),
            Map.entry("CODE", "1w"),
            Map.entry("COLUMN", "AIRLINE"),
            Map.entry("CHARACTER", "semicolon"),
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
            Map.entry("LAYOUT|NAME,..", "binance"),
            Map.entry("LIST", "rsi:21,macd"),
            Map.entry("N", "7"),
            Map.entry("NAME", "some-name"),
            Map.entry("NAME=COLUMN,..", "Date=Datum"),
            Map.entry("PORT", "9401"),
            Map.entry("SPAN", "1y"),
            Map.entry("TEXT", "me"),
            Map.entry("URL", "http://localhost:1"),
            Map.entry("X", "2.5"),
            Map.entry("X,Y,W,H", "0,0,800,600"),
            Map.entry("ZONE", "America/New_York"));

    /** What is not limited, or not done, unless one asks. */
    private static final Set<String> WITHOUT_DEFAULT = Set.of(
            "--airlines",
            "--columns",
            "--command-config",
            "--command-property",
            "--cut-row",
            "--format",
            "--from",
            "--gap-cap",
            "--header",
            "--metrics-port",
            "--num-records",
            "--only",
            "--report",
            "--speed",
            "--to",
            "--window-bounds",
            "--zone");

    /** In the pages, but of other programs: Maven, Docker, Java, Kafka's scripts, the source that CONTRIBUTING.md adds. */
    private static final Set<String> OF_OTHERS = Set.of(
            "--alter",
            "--build",
            "--coin-url",
            "--describe",
            "--isolation-level",
            "--offline",
            "--partitions",
            "--profile",
            "--sun-misc-unsafe-memory-access",
            "--tail",
            "--wait");

    /** One of the airlines' two choices can be given, not both. */
    private static final Set<String> NOT_TOGETHER = Set.of("--top");

    private static final Map<String, String> HELP = new ConcurrentHashMap<>();

    static List<String> programs() throws IOException {
        return Files.readAllLines(Suite.HOME.resolve("launch/programs")).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("programs")
    void areShownInLinesOfATerminalWithTheirDefaults(String program) {
        String help = help(program);
        assertTrue(help.startsWith("Usage: tickwing " + program + " [OPTIONS]"), help);
        help.lines().forEach(line -> assertTrue(line.length() <= 80, line));
        List<String> without = new ArrayList<>();
        for (String text : help.split("\n(?=  (-\\w,|   ) --)|\n\n")) {
            Matcher option = WITH_VALUE.matcher(text);
            if (option.find()
                    && !text.matches("(?s).*\\(default:\\s.*")
                    && !WITHOUT_DEFAULT.contains(option.group(1))) {
                without.add(text);
            }
        }
        // A key is a column that has a default, or a record's; an output is a folder that has one, or a chart's.
        without.removeIf(text -> text.contains("Only records with this key.") || text.contains("Write .png"));
        assertEquals(List.of(), without);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @MethodSource("programs")
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
        for (String program : programs()) {
            known.addAll(options(help(program)));
        }
        for (String campaign : List.of("crash", "lose-brokers", "garbage", "pace", "hostile")) {
            known.addAll(
                    options(Suite.run("benchmark", campaign, "--help").expect(0).out()));
        }
        Set<String> reference = options(Files.readString(Suite.HOME.resolve("docs/options.md")));
        assertEquals(known, reference, "docs/options.md");
        for (Path page : pages()) {
            Set<String> named = options(Files.readString(page));
            named.removeAll(known);
            named.removeAll(OF_OTHERS);
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
        Set<String> commands = new TreeSet<>();
        for (Path page : pages()) {
            // Its commands come after the classes that it shows how to write.
            if (page.endsWith("CONTRIBUTING.md")) {
                continue;
            }
            COMMAND.matcher(Files.readString(page))
                    .results()
                    .forEach(found -> commands.add(found.group(1).strip()));
        }
        assertTrue(commands.size() > 30, commands::toString);
        return commands;
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of("", "docs", "docs/decisions")) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(Suite.HOME.resolve(folder), "*.md")) {
                files.forEach(pages::add);
            }
        }
        return pages;
    }

    private static Set<String> options(String text) {
        return ANY.matcher(text.replaceAll("--\\[no-\\]([a-z-]+)", "--$1 --no-$1"))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
