package tickwing.benchmark.campaign.lessons;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A shell of the person who learns: takes commands one after the other, keeps their variables and background jobs. One thread. */
final class Terminal implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final Process shell;
    private final PrintStream keyboard;
    private final Path printed;
    private int typed;
    private int read;

    private Terminal(Process shell, Path printed) {
        this.shell = shell;
        this.keyboard = new PrintStream(shell.getOutputStream(), true, StandardCharsets.UTF_8);
        this.printed = printed;
    }

    /** @param folder where it starts, and where what is printed is kept */
    static Terminal open(Path folder, String name) throws IOException {
        Path printed = folder.resolve(name + ".txt");
        Process shell = new ProcessBuilder("bash", "-m")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        return new Terminal(shell, printed);
    }

    /** Types commands, and goes on. */
    void type(List<String> commands) {
        read = size();
        commands.forEach(keyboard::println);
    }

    /** Waits for the end of all that was typed; false when it takes longer. */
    boolean awaitPrompt(Duration patience) throws InterruptedException {
        String prompt = "prompt " + ++typed;
        keyboard.println("echo '" + prompt + "'");
        long deadline = System.nanoTime() + patience.toNanos();
        while (!printed().contains(prompt)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    /** What was printed since the last commands were typed. */
    List<String> printed() {
        List<String> all = all();
        return all.subList(Math.min(read, all.size()), all.size());
    }

    private int size() {
        return all().size();
    }

    private List<String> all() {
        try {
            return Files.readString(printed).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops whatever runs, as Ctrl-C does, and ends. */
    @Override
    public void close() {
        keyboard.println("exit");
        shell.descendants().forEach(Terminal::interrupt);
        try {
            if (!shell.waitFor(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void interrupt(ProcessHandle process) {
        process.destroy();
    }
}
