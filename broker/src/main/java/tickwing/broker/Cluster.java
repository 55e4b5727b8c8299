package tickwing.broker;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tickwing.common.cli.ParentWatch;
import tickwing.common.error.UserError;

/**
 * Several nodes on this machine, each a process of its own, from {@link #start} to {@link #close}. A node that ends, e.g.
 * because somebody kills it, is started again after {@link #PAUSE}.
 */
final class Cluster {
    /** What a node prints when it serves clients. */
    static final String READY = "ready";

    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final List<Ports> ports;
    private final DataDirectory directory;
    private final String clusterId;
    private final Secrets secrets;
    private final PrintWriter err;
    private final List<Process> processes = new ArrayList<>();
    private boolean closed;

    private Cluster(List<Ports> ports, DataDirectory directory, Secrets secrets, PrintWriter err) {
        this.ports = ports;
        this.directory = directory;
        this.clusterId = directory.clusterId();
        this.secrets = secrets;
        this.err = err;
    }

    /**
     * Starts all nodes, and returns when they serve clients.
     *
     * @param err takes a line for each node that starts or ends
     * @throws UserError when a node does not start
     */
    static Cluster start(List<Ports> ports, DataDirectory directory, Secrets secrets, PrintWriter err) {
        Cluster cluster = new Cluster(ports, directory, secrets, err);
        try {
            for (int id = 1; id <= ports.size(); id++) {
                cluster.processes.add(cluster.launch(id));
            }
            for (int id = 1; id <= ports.size(); id++) {
                Process process = cluster.processes.get(id - 1);
                if (!awaitReady(process)) {
                    throw new UserError("Node " + id + " did not start; what it said stands above.");
                }
                cluster.watch(id, process);
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Stops all nodes, the hard way those that take more than 8 s. */
    void close() {
        List<Process> running;
        synchronized (this) {
            closed = true;
            running = List.copyOf(processes);
        }
        running.forEach(Process::destroy);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Process process : running) {
            try {
                // The last ones wait in vain for a majority to take over their partitions.
                if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private Process launch(int id) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, Broker.class.getName()));
        }
        command.addAll(Member.options(id, ports, clusterId));
        command.addAll(List.of("--data-dir", directory.path().toString()));
        if (secrets != null) {
            command.add("--secure");
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put(ParentWatch.VARIABLE, Long.toString(ProcessHandle.current().pid()));
        try {
            Process process = builder.start();
            say("Node " + id + " on localhost:" + ports.get(id - 1).client() + " is process " + process.pid() + ".");
            return process;
        } catch (IOException e) {
            throw new UserError("Node " + id + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    private static boolean awaitReady(Process process) {
        try {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            return READY.equals(out.readLine());
        } catch (IOException e) {
            return false;
        }
    }

    private void watch(int id, Process process) {
        process.onExit().thenRun(() -> {
            synchronized (this) {
                if (closed) {
                    return;
                }
            }
            say("Node " + id + " (process " + process.pid() + ") is gone; it is started again in " + PAUSE.toSeconds()
                    + " s.");
            CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> relaunch(id));
        });
    }

    private synchronized void relaunch(int id) {
        if (!closed) {
            Process process = launch(id);
            processes.set(id - 1, process);
            watch(id, process);
        }
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }
}
