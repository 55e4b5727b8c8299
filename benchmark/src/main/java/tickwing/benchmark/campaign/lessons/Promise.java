package tickwing.benchmark.campaign.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page says that commands print: lines that are to be found in this order, others between them or not. {@code ...} stands
 * for anything, blanks for any number of blanks.
 *
 * @param lines as they stand there
 * @param exactNumbers whether numbers are those of the page; else any number stands for any other
 */
record Promise(List<String> lines, boolean exactNumbers) {
    /** The id of a process is never that of the page, but the page names it again: in the command that kills it. */
    private static final Pattern PROCESS = Pattern.compile("is process (\\d+)\\.");

    private static final Pattern PART =
            Pattern.compile("(?<any> *\\.\\.\\. *)|(?<blanks> +)|(?<number>\\d[\\d,.]*\\d|\\d)");

    Promise {
        lines = lines.stream().filter(line -> !line.strip().equals("...")).toList();
    }

    /** The first line that is not kept; empty when all are. */
    Optional<String> broken(List<String> printed) {
        int next = 0;
        for (String line : lines) {
            Pattern pattern = pattern(line);
            while (next < printed.size() && !pattern.matcher(printed.get(next)).find()) {
                next++;
            }
            if (next++ >= printed.size()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** The ids of processes on the page, each with the one that was printed in its place. */
    List<Renamed> processes(List<String> printed) {
        List<Renamed> renamed = new ArrayList<>();
        for (String line : lines) {
            Matcher onPage = PROCESS.matcher(line);
            if (onPage.find()) {
                Pattern pattern = pattern(line);
                printed.stream().filter(text -> pattern.matcher(text).find()).forEach(text -> {
                    Matcher now = PROCESS.matcher(text);
                    if (now.find()) {
                        renamed.add(new Renamed(onPage.group(1), now.group(1)));
                    }
                });
            }
        }
        return renamed;
    }

    record Renamed(String onPage, String now) {}

    private Pattern pattern(String line) {
        Matcher process = PROCESS.matcher(line);
        if (process.find()) {
            return Pattern.compile(regex(line.substring(0, process.start(1))) + "\\d+\\.");
        }
        return Pattern.compile("^" + regex(line.strip()));
    }

    private String regex(String text) {
        return "\\s*"
                + PART.matcher(text).results().collect(Collectors.collectingAndThen(Collectors.toList(), parts -> {
                    StringBuilder regex = new StringBuilder();
                    int from = 0;
                    for (var part : parts) {
                        regex.append(Pattern.quote(text.substring(from, part.start())));
                        regex.append(one(part.group()));
                        from = part.end();
                    }
                    return regex.append(Pattern.quote(text.substring(from))).toString();
                }));
    }

    private String one(String part) {
        if (part.contains("...")) {
            return ".*";
        }
        if (part.isBlank()) {
            return "\\s+";
        }
        return exactNumbers ? "(?<!\\d)" + Pattern.quote(part) + "(?!\\d)" : "\\d[\\d,.]*";
    }
}
