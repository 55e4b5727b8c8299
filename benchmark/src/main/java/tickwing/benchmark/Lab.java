package tickwing.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import tickwing.common.error.UserError;
import tickwing.common.process.BrokerReady;
import tickwing.common.process.Child;
import tickwing.common.process.Installation;

/** A broker of its own, generated files, and programs that run one at a time. All of it is gone when it is closed. */
public final class Lab implements AutoCloseable {
    /** How many partitions every topic has here. */
    public static final int PARTITIONS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What Kafka's own scripts give its tools; -Xmx is theirs, too. */
    private static final List<String> KAFKA_FLAGS = List.of(
            "-Xmx512M",
            "-server",
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=20",
            "-XX:InitiatingHeapOccupancyPercent=35",
            "-XX:+ExplicitGCInvokesConcurrent",
            "-XX:MaxInlineLevel=15",
            "-Djava.awt.headless=true",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error");

    private final Installation installation;
    private final Path folder;
    private final PrintWriter err;
    private final Child broker;
    private final String address;
    private Child running;
    private volatile boolean stopped;

    private Lab(Installation installation, Path folder, PrintWriter err) throws InterruptedException {
        this.installation = installation;
        this.folder = folder;
        this.err = err;
        BrokerReady ready = new BrokerReady();
        broker = Child.start(
                "broker",
                suiteCommand(
                        "broker",
                        "--port",
                        "0",
                        "--data-dir",
                        folder.resolve("broker").toString()),
                ready,
                line -> {},
                ended -> {});
        address = ready.await(broker, () -> stopped);
    }

    /** @throws UserError when the broker does not start */
    static Lab open(Installation installation, PrintWriter err) throws InterruptedException {
        try {
            return new Lab(installation, Files.createTempDirectory("tickwing-benchmark-"), err);
        } catch (IOException e) {
            throw new UserError("No temporary folder can be made: " + e.getMessage() + ".", e);
        }
    }

    /** Ends what runs, so that the measuring thread gets an error soon; from any thread. */
    void stop() {
        stopped = true;
        Child now = running;
        if (now != null) {
            now.stop();
        }
    }

    /** Where temporary files belong. */
    public Path folder() {
        return folder;
    }

    /** Where the broker listens. */
    public String address() {
        return address;
    }

    /** The suite's programs and data. */
    public Installation installation() {
        return installation;
    }

    /** Tells the user what happens. */
    public void say(String sentence) {
        err.println(sentence);
        err.flush();
    }

    /** A program of the suite as its user starts it, with the broker's address. */
    public Run suite(String program, String... options) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--bootstrap-server", address));
        return run(program, suiteCommand(program, all.toArray(new String[0])));
    }

    /** A class of this jar, or one of Kafka's own tools, as Kafka's scripts start those. */
    public Run tool(Class<?> main, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(KAFKA_FLAGS);
        command.addAll(List.of("-cp", jar().toString(), main.getName()));
        command.addAll(List.of(arguments));
        return run(main.getSimpleName(), command);
    }

    /** A generator from the benchmark's folder, whose standard output becomes the file. */
    public Path generate(String generator, String file, String... arguments) throws InterruptedException {
        Path target = folder.resolve(file);
        List<String> command = new ArrayList<>(List.of(
                java().toString(),
                installation
                        .home()
                        .resolve("benchmark")
                        .resolve(generator + ".java")
                        .toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(target.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new UserError(generator + " has failed; the input cannot be made.");
            }
        } catch (IOException e) {
            throw new UserError(generator + " cannot be started: " + e.getMessage() + ".", e);
        }
        return target;
    }

    /** A topic of its own, with 3 partitions that are kept for ever. */
    public void createTopic(String name) throws InterruptedException {
        NewTopic topic = new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1"));
        admin(admin -> admin.createTopics(List.of(topic)).all().get());
    }

    /** Makes room on the disk. */
    public void deleteTopics(String... names) throws InterruptedException {
        admin(admin -> admin.deleteTopics(List.of(names)).all().get());
    }

    private Run run(String name, List<String> command) throws InterruptedException {
        return run(name, command, Child.nothing());
    }

    /**
     * Runs a command to its end.
     *
     * @param input its standard input
     * @throws UserError when it does not end with 0
     */
    public Run run(String name, List<String> command, File input) throws InterruptedException {
        if (stopped) {
            throw new UserError("Interrupted.");
        }
        List<String> out = Collections.synchronizedList(new ArrayList<>());
        long start = System.nanoTime();
        long[] end = new long[1];
        Child child = Child.start(name, command, input, out::add, line -> {}, ended -> end[0] = System.nanoTime());
        running = child;
        double peak = PeakMemory.watch(child.pid(), child::isAlive);
        child.awaitEnd(PATIENCE);
        running = null;
        double seconds = ((end[0] == 0 ? System.nanoTime() : end[0]) - start) / 1e9;
        if (child.exitCode() != 0) {
            throw new UserError(name + " has ended with exit code " + child.exitCode() + ": "
                    + (child.lastComplaint().isEmpty() ? String.join(" ", out) : child.lastComplaint()));
        }
        return new Run(name, List.copyOf(out), seconds, peak);
    }

    /** A program's command line through the launcher, which knows how much memory and which collector it gets. */
    public List<String> suiteCommand(String program, String... options) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path launcher = installation.home().resolve(windows ? "tickwing.cmd" : "tickwing");
        List<String> command = new ArrayList<>(List.of(launcher.toString(), program));
        command.addAll(List.of(options));
        return command;
    }

    @Override
    public void close() {
        broker.stop();
        broker.awaitEnd(PATIENCE);
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            // Only rubbish is left behind, in a folder that the system cleans.
        }
    }

    private Path jar() {
        return installation.home().resolve(Path.of("benchmark", "target", "benchmark.jar"));
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private interface AdminCall {
        void make(Admin admin) throws ExecutionException, InterruptedException;
    }

    private void admin(AdminCall call) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address))) {
            call.make(admin);
        } catch (ExecutionException e) {
            throw new UserError("The broker refuses a topic: " + e.getCause().getMessage() + ".", e);
        }
    }
}
