package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The suite as its user has it: jars, run from a command line. */
final class Suite {
    /** What a program said and how it ended. */
    record Ended(int code, String out, String err) {
        Ended expect(int expected) {
            assertTrue(code == expected, () -> "exit code " + code + ", expected " + expected + "\n" + out + err);
            return this;
        }
    }

    static final Path HOME = Path.of(System.getProperty("tickwing.home"));
    private static final long PATIENCE_SECONDS = 120;

    private Suite() {}

    static Path data(String name) {
        return HOME.resolve("data").resolve(name);
    }

    static List<String> command(String program, Object... options) {
        Path jar = HOME.resolve(program).resolve("target").resolve(program + ".jar");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + HOME.resolve("launch").resolve(program.equals("broker") ? "broker.args" : "demo.args"),
                SharedClasses.option(jar),
                "-jar",
                jar.toString()));
        Arrays.stream(options).map(Object::toString).forEach(command::add);
        return command;
    }

    static Ended run(String program, Object... options) {
        return run(Map.of(), null, program, options);
    }

    /** @param input what standard input is read from; null for an empty one */
    static Ended run(Map<String, String> environment, File input, String program, Object... options) {
        try {
            Path out = Files.createTempFile("tickwing-test-", ".out");
            Path err = Files.createTempFile("tickwing-test-", ".err");
            ProcessBuilder builder = new ProcessBuilder(command(program, options));
            builder.environment().remove("KAFKA_BOOTSTRAP_SERVERS");
            builder.environment().putAll(environment);
            builder.redirectInput(input == null ? new File("/dev/null") : input)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                fail(program + " has not ended in " + PATIENCE_SECONDS + " s\n" + Files.readString(err));
            }
            Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A broker of the suite, for as long as a test runs. */
    static final class Broker implements AutoCloseable {
        private final Path folder;
        private final List<String> options;
        private final String address;
        private Process process;

        Broker(Path folder, String... options) throws IOException {
            this.folder = folder;
            this.options = List.of(options);
            this.address = start("0");
        }

        /** Its bootstrap servers: one address, or with {@code --nodes} several. */
        String address() {
            return address;
        }

        Process process() {
            return process;
        }

        /** Ends it as a power cut would, and starts it again on the same data and port. */
        void crashAndRestart() throws IOException, InterruptedException {
            crash();
            restart();
        }

        void crash() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void restart() throws IOException {
            start(address.replaceAll("localhost:(\\d+).*", "$1"));
        }

        /** The processes of a cluster's nodes, by id, as they are now. */
        Map<Integer, ProcessHandle> nodes() throws IOException {
            Map<Integer, ProcessHandle> nodes = new TreeMap<>();
            Matcher said = Pattern.compile("Node (\\d+) on \\S+ is process (\\d+)\\.")
                    .matcher(Files.readString(folder.resolve("broker.err")));
            while (said.find()) {
                ProcessHandle.of(Long.parseLong(said.group(2)))
                        .ifPresent(node -> nodes.put(Integer.parseInt(said.group(1)), node));
            }
            return nodes;
        }

        private String start(String port) throws IOException {
            List<String> command = command("broker", "--port", port, "--data-dir", folder.resolve("broker"));
            command.addAll(options);
            process = new ProcessBuilder(command)
                    .redirectError(folder.resolve("broker.err").toFile())
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (line == null || !line.contains("ready on localhost:")) {
                throw new IOException("broker: " + line + "\n" + Files.readString(folder.resolve("broker.err")));
            }
            return line.replaceAll(".*ready on (\\S+), data in .*", "$1");
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
