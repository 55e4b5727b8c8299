package tickwing.benchmark.campaign;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import tickwing.benchmark.Benchmark;
import tickwing.common.cli.ParentWatch;
import tickwing.common.process.Child;
import tickwing.common.process.Installation;

/**
 * Where a campaign takes place: a folder, programs of the suite as processes of their own, brokers. All of it is gone when it
 * is closed. One thread.
 */
public final class Testbed implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Installation installation = Installation.ofJarOf(Benchmark.class);
    private final Path folder;
    private final PrintWriter out;
    private final List<Started> started = new ArrayList<>();
    private final List<TestBroker> brokers = new ArrayList<>();

    private Testbed(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    /** @param out takes what the campaign finds */
    public static Testbed open(PrintWriter out) throws IOException {
        return new Testbed(Files.createTempDirectory("tickwing-campaign-"), out);
    }

    public Path folder() {
        return folder;
    }

    public Installation installation() {
        return installation;
    }

    /** Tells the person who runs the campaign. */
    public void say(String format, Object... values) {
        out.printf(format + "%n", values);
        out.flush();
    }

    /** Starts a broker on a directory of the testbed; any free port, unless the options name one. */
    public TestBroker broker(String directory, String... options) throws IOException {
        List<String> command = command("broker");
        command.addAll(List.of("--data-dir", folder.resolve(directory).toString()));
        command.addAll(List.of(options));
        TestBroker broker = TestBroker.start(command, out);
        brokers.add(broker);
        return broker;
    }

    /** Starts a program with a heap of 128 MB and nothing to read. */
    public Started start(String program, Object... options) throws IOException {
        return start(Child.nothing(), program, options);
    }

    /** @param input what it reads as standard input */
    public Started start(File input, String program, Object... options) throws IOException {
        List<String> command = command(program);
        Arrays.stream(options).map(Object::toString).forEach(command::add);
        return start(program, new ProcessBuilder(command).redirectInput(input));
    }

    /** Starts any process, whose output goes to files unless it is redirected already. */
    public Started start(String name, ProcessBuilder builder) throws IOException {
        Path out = folder.resolve(name + "-" + started.size() + ".out");
        Path err = folder.resolve(name + "-" + started.size() + ".err");
        if (builder.redirectOutput() == ProcessBuilder.Redirect.PIPE) {
            builder.redirectOutput(out.toFile());
        }
        builder.redirectError(err.toFile());
        endWithUs(builder);
        Started program = new Started(name, builder.start(), out, err);
        started.add(program);
        return program;
    }

    /** A program of the suite ends when this process does, however that ends; and asks no broker but the one it is told. */
    static void endWithUs(ProcessBuilder program) {
        program.environment()
                .put(ParentWatch.VARIABLE, Long.toString(ProcessHandle.current().pid()));
        program.environment().remove("KAFKA_BOOTSTRAP_SERVERS");
    }

    /** Runs a program to its end; after 3 minutes it is killed, and ends with 137. */
    public Started run(String program, Object... options) throws IOException, InterruptedException {
        return ended(start(program, options));
    }

    public Started ended(Started program) throws InterruptedException {
        if (!program.awaitEnd(PATIENCE)) {
            program.kill();
        }
        return program;
    }

    /** A program's command line, up to its options. */
    public List<String> command(String program) {
        return new ArrayList<>(installation.command(program, folder));
    }

    /** A file of made-up flights in the order of their flight numbers, which count each airline's rows. */
    public Path flights(int rows) throws IOException, InterruptedException {
        return generated("GenerateFlights", "flights.csv", rows);
    }

    private Path generated(String generator, String name, int rows) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        installation
                                .home()
                                .resolve("benchmark")
                                .resolve(generator + ".java")
                                .toString(),
                        Integer.toString(rows))
                .redirectOutput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(generator + " has failed");
        }
        return file;
    }

    /** Asks the broker, which the caller lets go of. */
    public static Admin admin(TestBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.address()));
    }

    /** Ends the programs and brokers that run, the last one first. */
    public void stopAll() {
        for (int last = started.size() - 1; last >= 0; last--) {
            started.get(last).stop();
        }
        brokers.forEach(TestBroker::close);
        brokers.clear();
    }

    @Override
    public void close() throws IOException {
        stopAll();
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
        }
    }
}
