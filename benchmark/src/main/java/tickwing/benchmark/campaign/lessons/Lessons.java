package tickwing.benchmark.campaign.lessons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tickwing.benchmark.campaign.Testbed;
import tickwing.common.cli.ExitCode;

/**
 * Types every command of docs/lessons.md, in order and as it stands there, in a folder that has the launcher, the data and
 * nothing else; what the page says that they print has to be printed. Needs bash, kcat, a display and port 9092.
 */
@Command(
        name = "lessons",
        description = "Types the commands of docs/lessons.md; what the page promises has to be printed.")
public final class Lessons implements Callable<Integer> {
    private static final Pattern BROKER = Pattern.compile("\\./tickwing broker .*");
    private static final Pattern WINDOW = Pattern.compile("\\./tickwing consumer-(?!.*(--once|&)).*");
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final long LOOK_MILLIS = 200;

    @Spec
    private CommandSpec spec;

    private final Map<String, String> processes = new HashMap<>();
    private final List<Terminal> windows = new ArrayList<>();
    private Testbed testbed;
    private Path folder;
    private Terminal broker;
    private Terminal shell;
    private int terminals;

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean kept = true;
        try (Testbed bed = Testbed.open(spec.commandLine().getOut())) {
            testbed = bed;
            folder = bed.folder();
            Path home = bed.installation().home();
            for (String name : List.of("tickwing", "data", "benchmark")) {
                Files.createSymbolicLink(folder.resolve(name), home.resolve(name));
            }
            Files.createDirectory(folder.resolve("target"));
            LessonPage page = LessonPage.parse(Files.readAllLines(home.resolve("docs/lessons.md")));
            try {
                kept = give(page);
            } finally {
                endLesson();
                close(broker);
            }
        }
        return kept ? ExitCode.DONE : ExitCode.FAILED;
    }

    private boolean give(LessonPage page) throws IOException, InterruptedException {
        boolean kept = true;
        String lesson = "";
        for (LessonPage.Step step : page.steps()) {
            if (!step.lesson().equals(lesson)) {
                endLesson();
                lesson = step.lesson();
                testbed.say("%s", lesson);
                shell = open();
            }
            kept &= take(step);
        }
        return kept;
    }

    private boolean take(LessonPage.Step step) throws IOException, InterruptedException {
        List<String> commands =
                step.commands().stream().map(this::withProcesses).toList();
        Terminal terminal = shell;
        boolean stays = true;
        if (BROKER.matcher(commands.get(0)).matches()) {
            close(broker);
            broker = open();
            terminal = broker;
        } else if (WINDOW.matcher(commands.get(0)).matches()) {
            terminal = open();
            windows.add(terminal);
        } else {
            if (terminal == null) {
                shell = open();
                terminal = shell;
            }
            stays = false;
        }
        terminal.type(commands);
        boolean ended = stays || terminal.awaitPrompt(PATIENCE);
        Optional<String> broken = await(step, terminal, stays);
        for (Promise promise : step.promises()) {
            promise.processes(terminal.printed()).forEach(renamed -> processes.put(renamed.onPage(), renamed.now()));
        }
        if (!ended || broken.isPresent()) {
            testbed.say(
                    "  %s%n    %s%n    printed:%n      %s",
                    String.join("; ", commands),
                    ended ? "is not followed by: " + broken.orElse("") : "does not end",
                    String.join("\n      ", terminal.printed()));
            return false;
        }
        return true;
    }

    /** What stays, prints when it is ready to. */
    private Optional<String> await(LessonPage.Step step, Terminal terminal, boolean stays) throws InterruptedException {
        long deadline = System.nanoTime() + (stays ? PATIENCE.toNanos() : 0);
        Optional<String> broken;
        do {
            // A window says in its own terminal what another one has caused.
            broken = step.promises().stream()
                    .map(promise -> windows.contains(terminal)
                            ? windows.stream()
                                    .map(window -> promise.broken(window.printed()))
                                    .filter(Optional::isEmpty)
                                    .findFirst()
                                    .orElseGet(() -> promise.broken(terminal.printed()))
                            : promise.broken(terminal.printed()))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (broken.isPresent()) {
                Thread.sleep(LOOK_MILLIS);
            }
        } while (broken.isPresent() && System.nanoTime() < deadline);
        return broken;
    }

    private String withProcesses(String command) {
        String text = command;
        for (Map.Entry<String, String> process : processes.entrySet()) {
            text = text.replaceAll("\\b" + process.getKey() + "\\b", process.getValue());
        }
        return text;
    }

    private Terminal open() throws IOException {
        return Terminal.open(folder, "terminal-" + ++terminals);
    }

    private void endLesson() {
        windows.forEach(Terminal::close);
        windows.clear();
        close(shell);
        shell = null;
    }

    private static void close(Terminal terminal) {
        if (terminal != null) {
            terminal.close();
        }
    }
}
