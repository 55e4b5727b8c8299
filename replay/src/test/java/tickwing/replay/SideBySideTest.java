package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.cli.ExitCode;
import tickwing.replay.csv.Unpivot;

/** Lines that hold a row of each of several keys: positions count rows, not lines. */
class SideBySideTest {
    private static final String HEADER = "day,A,B,C\n";
    private static final String LINES = "2014-01-01,1,2,3\n2014-01-02,11,,13\nx,1,2,3\n2014-01-03,21,22,23\n";

    @TempDir
    private Path folder;

    @Test
    void areTakenOnceEachWhereverARunEnded() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), HEADER + LINES);
        Runs straight = runs();
        assertEquals(ExitCode.REJECTED, straight.run(file).code());
        assertEquals(8, straight.topic.records.size());
        assertEquals(3, straight.topic.deadLetters.size());
        assertEquals(new Accounts(11, 8, 3, 0), straight.bookmark().accounts());
        for (int most = 1; most <= 8; most++) {
            Runs runs = runs();
            runs.maxRecords = most;
            for (int i = 0; i < 9; i++) {
                runs.run(file);
            }
            assertEquals(straight.topic.records, runs.topic.records, "at most " + most);
            assertEquals(straight.bookmark().accounts(), runs.bookmark().accounts());
        }
    }

    @Test
    void areReadAgainWhereTheirLineWasCutOff() throws IOException {
        byte[] whole = (HEADER + LINES).getBytes(UTF_8);
        Path file = Files.write(folder.resolve("f.csv"), whole);
        Runs straight = runs();
        straight.run(file);
        for (int cut = HEADER.length(); cut < whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            Runs runs = runs();
            runs.run(file);
            Files.write(file, whole);
            Runs.Ended ended = runs.run(file);
            assertNotEquals(ExitCode.FAILED, ended.code(), "cut at " + cut + ": " + ended);
            assertEquals(latest(straight), latest(runs), "cut at " + cut);
        }
    }

    private static Map<String, String> latest(Runs runs) {
        Map<String, String> latest = new LinkedHashMap<>();
        runs.topic.records.forEach(record -> latest.put(record.replaceAll("\\|[^|]*$", ""), record));
        return new java.util.TreeMap<>(latest);
    }

    private static Runs runs() {
        Runs runs = new Runs(true);
        runs.sides = Optional.of(new Unpivot(
                List.of("day", "key", "note"),
                List.of(0),
                List.of(
                        new Unpivot.Side("A", List.of(1)),
                        new Unpivot.Side("B", List.of(2)),
                        new Unpivot.Side("C", List.of(3)))));
        return runs;
    }
}
