package tickwing.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tickwing.common.process.Child;

/**
 * All programs of a demo: starts them, tells when one has ended, and ends them all, the first started last. Used by one
 * thread.
 */
final class Troupe implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final List<Child> children = new ArrayList<>();
    private final BlockingQueue<Child> ended = new LinkedBlockingQueue<>();
    private final PrintWriter out;
    private final PrintWriter err;
    private volatile boolean closing;

    /**
     * @param out takes what the programs print as results
     * @param err takes what they complain about
     */
    Troupe(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Starts a program; what it says is passed on with its name in front. */
    Child start(String name, List<String> command) {
        return start(name, command, line -> print(out, name, line));
    }

    /** Starts a program whose lines of standard output are for the demo itself. */
    Child start(String name, List<String> command, Consumer<String> results) {
        Child child = Child.start(name, command, results, line -> complain(name, line), ended::add);
        children.add(child);
        return child;
    }

    /** The next program that ends by itself; null when none does in time. */
    Child awaitEnd(long nanos) throws InterruptedException {
        return ended.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        closing = true;
        if (children.isEmpty()) {
            return;
        }
        // The broker was started first and goes last: the others commit what they have before it does.
        end(children.subList(1, children.size()));
        end(children.subList(0, 1));
    }

    /** Asks all to end, then waits for them, for no longer in all than for one. */
    private static void end(List<Child> some) {
        some.forEach(Child::stop);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        some.forEach(child -> child.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
    }

    /** Programs say at INFO what a demo need not repeat. */
    private void complain(String name, String line) {
        if (!closing && !line.contains(" [INFO] ")) {
            print(err, name, line);
        }
    }

    private static void print(PrintWriter writer, String name, String line) {
        writer.println("[" + name + "] " + line);
        writer.flush();
    }
}
