package tickwing.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
            // One of three is no majority: nothing is created, and nobody takes over.
            keepDown(cluster, Duration.ZERO);
            CompletableFuture<Suite.Ended> producer = CompletableFuture.supplyAsync(() ->
                    Suite.run("producer-flight", FLIGHTS, "--topic", "others", "--quiet", servers[0], servers[1]));
            CompletableFuture<Suite.Ended> chart = CompletableFuture.supplyAsync(
                    () -> Suite.run("consumer-flights", "--once", "--top", "100", servers[0], servers[1]));
            keepDown(cluster, OUTAGE);

            Suite.Ended published = producer.get().expect(0);
            assertTrue(published.out().contains("9,746 published to others"), published.out());
            assertTrue(published.err().contains("Creating topic others has to wait"), published.err());
            Suite.Ended drawn = chart.get().expect(0);
            assertTrue(drawn.err().contains("Finding the end of topic flights has to wait"), drawn.err());
            assertEquals(9_746, flights(drawn.out()));
        }
    }

    /** Kills nodes 2 and 3 whenever they run, for so long. */
    private static void keepDown(Suite.Broker cluster, Duration span) throws IOException, InterruptedException {
        long end = System.nanoTime() + span.toNanos();
        do {
            Map<Integer, ProcessHandle> nodes = cluster.nodes();
            for (int id : List.of(2, 3)) {
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
