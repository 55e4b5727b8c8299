package tickwing.benchmark.campaign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A broker of the suite, one node or several, that can be killed and started again on the same port. */
public final class TestBroker implements AutoCloseable {
    private static final Pattern NODE = Pattern.compile("Node (\\d+) on \\S+ is process (\\d+)\\.");

    private final List<String> command;
    private final PrintWriter out;
    private final Map<Integer, Long> nodes = new ConcurrentHashMap<>();
    private Process process;
    private String address;

    private TestBroker(List<String> command, PrintWriter out) {
        this.command = List.copyOf(command);
        this.out = out;
    }

    /**
     * Starts it on any free port, or on the one that the command names.
     *
     * @param command the program and its options, but for the port where any will do
     * @param out takes a line for each node that ends
     * @throws IOException when it does not start
     */
    static TestBroker start(List<String> command, PrintWriter out) throws IOException {
        TestBroker broker = new TestBroker(command, out);
        broker.start(0);
        return broker;
    }

    /** Its bootstrap servers. */
    public String address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    /** The processes of a cluster's nodes by their ids, as they are now. */
    Map<Integer, Long> nodes() {
        return Map.copyOf(nodes);
    }

    /** Ends it as a power cut would, and starts it again. */
    void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        start(port());
    }

    public int port() {
        return Integer.parseInt(address.replaceAll("^localhost:(\\d+).*", "$1"));
    }

    private void start(int port) throws IOException {
        List<String> all = new ArrayList<>(command);
        if (!all.contains("--port")) {
            all.addAll(List.of("--port", Integer.toString(port)));
        }
        ProcessBuilder builder = new ProcessBuilder(all);
        Testbed.endWithUs(builder);
        process = builder.start();
        follow(process.getErrorStream());
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        if (line == null || !line.contains("ready on ")) {
            throw new IOException("the broker said: " + line);
        }
        address = line.replaceAll(".*ready on (\\S+), data in .*", "$1");
    }

    /** Reads which process each node is, whenever one is started; up to the broker's end. */
    private void follow(InputStream err) {
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader lines =
                            new BufferedReader(new InputStreamReader(err, StandardCharsets.UTF_8))) {
                        lines.lines().forEach(this::heard);
                    } catch (IOException | UncheckedIOException e) {
                        // Closed, since the broker was killed.
                    }
                },
                "complaints of the broker");
        reader.setDaemon(true);
        reader.start();
    }

    private void heard(String line) {
        Matcher node = NODE.matcher(line);
        if (node.find()) {
            nodes.put(Integer.parseInt(node.group(1)), Long.parseLong(node.group(2)));
        } else if (line.startsWith("Node ")) {
            out.println("  broker: " + line);
            out.flush();
        }
    }

    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
