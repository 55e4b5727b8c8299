package tickwing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.cli.ExitCode;

/** Files of equal name in different folders. */
class PositionNameTest {
    private static final String HEAD = "day,key,note\n";

    @TempDir
    private Path folder;

    private Path first;
    private Path second;
    private final Runs runs = new Runs(false);

    @BeforeEach
    void publishTheFirst() throws IOException {
        first = Files.createDirectory(folder.resolve("a;b%")).resolve("f.csv");
        second = Files.createDirectory(folder.resolve("c")).resolve("f.csv");
        Files.writeString(first, HEAD + "2014-01-01,AA,1\nbad,AA,2\n");
        runs.run(first);
    }

    @Test
    void givesASecondFileAPositionOfItsOwnAndFindsItAgain() throws IOException {
        Files.writeString(second, HEAD + "bad,DL,1\n2014-01-02,DL,2\nbad,DL,3\n");
        assertEquals(ExitCode.REJECTED, runs.run(second).code());
        assertEquals(List.of("AA=2014-01-01|AA|1", "DL=2014-01-02|DL|2"), runs.topic.records);
        String own = own();
        assertTrue(own.matches("p\\.f\\.csv~[0-9a-f]{8}"), own);
        String name = own.substring(2);
        assertEquals(Set.of("f.csv:3", name + ":2", name + ":4"), runs.topic.deadLetters.keySet());
        assertTrue(runs.run(second).out().contains("already"));
        assertTrue(runs.run(first).out().contains("already"));
        Files.delete(first);
        Files.writeString(second, Files.readString(second) + "2014-01-03,DL,4\n");
        assertEquals(ExitCode.DONE, runs.run(second).code());
        assertEquals(3, runs.topic.records.size());
        assertEquals(2, runs.topic.positions.size());
    }

    @Test
    void tellsTwoFilesOfOneRunApart() throws IOException {
        Path third = Files.createDirectory(folder.resolve("d")).resolve("f.csv");
        Files.writeString(second, HEAD + "2014-01-02,DL,2\n");
        Files.writeString(third, HEAD + "2014-01-02,UA,2\n");
        assertEquals(ExitCode.DONE, runs.run(second, third).code());
        assertEquals(3, runs.topic.positions.size());
    }

    @Test
    void takesAFileThatWasMovedForTheSame() throws IOException {
        Files.move(first, second);
        assertTrue(runs.run(second).out().contains("already"));
        Files.writeString(second, Files.readString(second) + "2014-01-03,AA,4\n");
        assertEquals(ExitCode.DONE, runs.run(second).code());
        assertEquals(Set.of("p.f.csv"), runs.topic.positions.keySet());
    }

    @Test
    void takesACopyThatHasGrownForTheSameAndRefusesTheFirstThen() throws IOException {
        Files.writeString(second, Files.readString(first) + "2014-01-03,AA,4\n");
        assertEquals(ExitCode.DONE, runs.run(second).code());
        assertEquals(Set.of("p.f.csv"), runs.topic.positions.keySet());
        // All its rows are on the topic.
        assertTrue(runs.run(first).error().contains("shorter"));
    }

    @Test
    void refusesAFileThatWasMovedAndChanged() throws IOException {
        Files.move(first, second);
        Files.writeString(second, HEAD + "2014-01-01,AA,9\nbad,AA,2\n");
        assertTrue(runs.run(second).error().contains("content has changed"));
    }

    @Test
    void refusesAFileOfWhichNobodyKnowsWhosePositionItIs() throws IOException {
        Files.writeString(first, HEAD + "2014-01-01,AA,8\nbad,AA,2\n");
        Files.writeString(second, HEAD + "2014-01-01,AA,9\nbad,AA,2\n");
        assertTrue(runs.run(second).error().contains("content has changed"));
    }

    @Test
    void refusesAnotherKeyHalfwayThrough() throws IOException {
        runs.selection = "--key note";
        String refused = runs.run(first).error();
        assertTrue(refused.contains("all rows, now --key note"), refused);
        runs.repeat = ResumePoint.Repeat.AGAIN;
        assertEquals(ExitCode.REJECTED, runs.run(first).code());
    }

    private String own() {
        return runs.topic.positions.keySet().stream()
                .filter(g -> g.contains("~"))
                .findFirst()
                .orElse("");
    }
}
