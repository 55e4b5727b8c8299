package tickwing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.cli.ExitCode;

/** Files of which some rows have been taken, today or by an older version. */
class SettledBeforeTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheRestAsTheFirstRowsWereRead() throws IOException {
        Runs runs = begun("day,key\n03/04/2023,A\n05/04/2023,A\n13/04/2023,A\n");
        assertEquals(ExitCode.DONE, run(runs).code());
        assertEquals(List.of("2023-04-03", "2023-04-05", "2023-04-13"), values(runs));
        assertEquals("--date-order dmy", runs.bookmark().reading().orElseThrow().text());
    }

    @Test
    void readsTheRestAsItWasSettledThenEvenIfItWouldBeOtherwiseNow() throws IOException {
        Runs runs = begun("day,key\n03/04/2023,A\n05/04/2023,A\n13/04/2023,A\n");
        settledBefore(runs, Optional.of(Reading.of("--date-order mdy")));
        run(runs);
        assertEquals(List.of("2023-04-03", "2023-05-04"), values(runs));
        assertEquals("--date-order mdy", runs.bookmark().reading().orElseThrow().text());
    }

    @Test
    void refusesToReadTheRestInAnotherWay() throws IOException {
        Runs runs = begun("day,key\n03/04/2023,A\n05/04/2023,A\n13/04/2023,A\n");
        runs.format = new Ordered(Reading.of("--date-order mdy"));
        Runs.Ended ended = run(runs);
        assertTrue(ended.error().contains("with --date-order dmy; --again"), ended.toString());
        runs.format = new Ordered(Reading.of("--separator semicolon"));
        assertTrue(run(runs).error().contains("--again"));
        runs.format = new Ordered(Reading.of("--date-order dmy"));
        assertEquals(ExitCode.DONE, run(runs).code());
    }

    @Test
    void goesOnWithPlainFilesThatAnOlderVersionHasBegun() throws IOException {
        for (String rows : List.of("2023-04-03,A\n2023-04-04,A\n", "04/03/2023,A\n04/13/2023,A\n")) {
            Runs runs = begun("day,key\n" + rows);
            settledBefore(runs, Optional.empty());
            assertEquals(ExitCode.DONE, run(runs).code(), rows);
            assertEquals(2, values(runs).size());
        }
    }

    @Test
    void refusesToGoOnWhereAnOlderVersionHasReadTheFirstRowsWrong() throws IOException {
        for (String file : List.of("day,key\n13/04/2023,A\n14/04/2023,A\n", "day;key\n2023-04-03;A\n2023-04-04;A\n")) {
            Runs runs = begun(file);
            settledBefore(runs, Optional.empty());
            Runs.Ended ended = run(runs);
            assertTrue(
                    ended.error().contains("an older version") && ended.error().contains("--again"), ended.toString());
            assertEquals(1, values(runs).size());
            Files.delete(folder.resolve("f.csv"));
        }
    }

    /** A file of which one row has been taken. */
    private Runs begun(String file) throws IOException {
        Files.writeString(folder.resolve("f.csv"), file);
        Runs runs = new Runs(true);
        runs.format = Ordered.UNSAID;
        runs.maxRecords = 1;
        Runs.Ended ended = run(runs);
        assertEquals(ExitCode.DONE, ended.code(), ended.toString());
        runs.maxRecords = Long.MAX_VALUE;
        return runs;
    }

    private Runs.Ended run(Runs runs) {
        return runs.run(folder.resolve("f.csv"));
    }

    private static List<String> values(Runs runs) {
        return runs.topic.records.stream()
                .map(record -> record.replaceAll(".*[=|]", ""))
                .toList();
    }

    private static void settledBefore(Runs runs, Optional<Reading> reading) {
        Bookmark now = runs.bookmark();
        Bookmark before = new Bookmark(
                now.file(), now.folder(), now.selection(), now.copy(), now.done(), now.accounts(), now.tail(), reading);
        runs.topic.positions.replaceAll((name, position) -> before.toPosition());
    }
}
