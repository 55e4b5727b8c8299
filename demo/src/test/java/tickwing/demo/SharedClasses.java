package tickwing.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import tickwing.common.process.Installation;

/**
 * The archives of classes that {@code ./tickwing} makes of each program's first run, with which the next ones need two
 * thirds of the work to start. The tests start some hundred programs, so they see to it that the first runs are good ones.
 */
final class SharedClasses {
    private static final AtomicBoolean prepared = new AtomicBoolean();

    private SharedClasses() {}

    /** The option of Java that uses the program's archive, or makes it when there is none. */
    static String option(Path jar) {
        if (prepared.compareAndSet(false, true)) {
            prepare();
        }
        Path archive = Installation.sharedClassesOf(jar);
        return (isNewer(archive, jar) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive;
    }

    private static boolean isNewer(Path archive, Path jar) {
        try {
            return Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void prepare() {
        try {
            Path folder = Files.createTempDirectory("tickwing-classes-");
            try (Suite.Broker broker = new Suite.Broker(folder)) {
                publish(broker, "producer-flight", "flights/flights-2014-01.csv");
                publish(broker, "producer-stock", "stocks/AAPL.csv");
                for (String consumer : List.of("consumer-flights", "consumer-bollinger", "consumer-aroon")) {
                    Suite.run(consumer, "--once", "--bootstrap-server", broker.address());
                }
            }
            delete(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void publish(Suite.Broker broker, String program, String data) {
        Suite.run(program, Suite.data(data), "--num-records", 200, "--bootstrap-server", broker.address());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
