package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that start while a cluster is without its controller, and without the leaders of partitions. */
class BrokerLossIT {
    /** Longer than any single call of theirs waits. */
    private static final Duration OUTAGE = Duration.ofSeconds(15);

    private static final Path FLIGHTS = Suite.data("flights/flights-2014-01.csv");

    @TempDir
    private Path folder;

    @Test
    void programsThatStartMeanwhileWaitForTheClusterToRecover() throws Exception {
        try (Suite.Broker cluster = new Suite.Broker(folder, "--nodes", "3")) {
            String[] servers = {"--bootstrap-server", cluster.address()};
            Suite.run("producer-flight", FLIGHTS, servers[0], servers[1]).expect(0);
            // One of three is no majority: nothing is created, and nobody takes over partition 0.
            int leader = Topic.leader(cluster.address(), "flights", 0);
            int other = leader % 3 + 1;
            keepDown(cluster, Set.of(leader, other), Duration.ZERO);
            Future<Suite.Ended> producer =
                    start("producer-flight", FLIGHTS, "--topic", "others", "--quiet", servers[0], servers[1]);
            Future<Suite.Ended> chart = start("consumer-flights", "--once", "--top", "100", servers[0], servers[1]);
            keepDown(cluster, Set.of(leader, other), OUTAGE);

            Suite.Ended published = producer.get().expect(0);
            assertTrue(published.out().contains("9,746 published to others"), published.out());
            assertTrue(published.err().contains("Creating topic others has to wait"), published.err());
            Suite.Ended drawn = chart.get().expect(0);
            assertTrue(drawn.err().contains("Finding the end of topic flights has to wait"), drawn.err());
            assertEquals(9_746, flights(drawn.out()));
        }
    }

    /** On a thread of its own: the common pool of a small machine would run one program after the other. */
    private static Future<Suite.Ended> start(String program, Object... options) {
        FutureTask<Suite.Ended> run = new FutureTask<>(() -> Suite.run(program, options));
        new Thread(run, program).start();
        return run;
    }

    /** Kills these nodes whenever they run, for so long. */
    private static void keepDown(Suite.Broker cluster, Set<Integer> ids, Duration span)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + span.toNanos();
        do {
            Map<Integer, ProcessHandle> nodes = cluster.nodes();
            for (int id : ids) {
                if (nodes.containsKey(id)) {
                    nodes.get(id).destroyForcibly();
                }
            }
            Thread.sleep(200);
        } while (System.nanoTime() - end < 0);
    }

    private static long flights(String csv) {
        return csv.lines()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1)))
                .sum();
    }
}
