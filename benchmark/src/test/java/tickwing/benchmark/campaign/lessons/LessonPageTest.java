package tickwing.benchmark.campaign.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LessonPageTest {
    @Test
    void hasCommandsThatStandTogetherAndWhatTheyPrint() {
        LessonPage page = LessonPage.parse(List.of(
                "# Page",
                "## 1 One",
                "",
                "    first",
                "    second",
                "",
                "```text numbers vary",
                "a 1",
                "```",
                "",
                "    third"));
        assertEquals(
                List.of(
                        new LessonPage.Step(
                                "1 One", List.of("first", "second"), List.of(new Promise(List.of("a 1"), false))),
                        new LessonPage.Step("1 One", List.of("third"), List.of())),
                page.steps());
    }

    @Test
    void keepsAPromiseWhoseLinesArePrintedInOrder() {
        Promise promise = new Promise(List.of("9,746 rows read, ... published ...", "...", "  3 AA"), true);
        assertEquals(
                Optional.empty(),
                promise.broken(List.of("hello", "9,746 rows read, 0 rejected, 7 published; so", "more", "   3   AA")));
        assertEquals(
                Optional.of("  3 AA"),
                promise.broken(List.of("3 AA", "9,746 rows read, 7 published", "13 AA", "3 AB")));
    }

    @Test
    void takesAnyNumberWhereThoseOfThePageAreExamples() {
        Promise promise = new Promise(List.of("slow  lag  3205"), false);
        assertEquals(Optional.empty(), promise.broken(List.of("slow lag 17")));
        assertEquals(Optional.of("slow  lag  3205"), promise.broken(List.of("slow lag -")));
    }

    @Test
    void tellsWhichProcessStandsForOneOfThePage() {
        Promise promise = new Promise(List.of("Node 1 on localhost:9092 is process 6728."), true);
        List<String> printed = List.of("Node 1 on localhost:9092 is process 31.", "ready");
        assertEquals(Optional.empty(), promise.broken(printed));
        assertEquals(List.of(new Promise.Renamed("6728", "31")), promise.processes(printed));
    }

    @Test
    void findsAllTenLessons() throws IOException {
        LessonPage page = LessonPage.parse(Files.readAllLines(Path.of("..", "docs", "lessons.md")));
        assertEquals(
                11,
                page.steps().stream().map(LessonPage.Step::lesson).distinct().count());
        assertTrue(
                page.steps().stream().mapToInt(step -> step.commands().size()).sum() > 40);
        assertTrue(
                page.steps().stream().mapToInt(step -> step.promises().size()).sum() > 20);
    }
}
