package tickwing.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    @Test
    void aRatioIsThatOfTheMedians() {
        Results results = new Results();
        for (double rate : new double[] {100, 300, 200}) {
            results.add("ours", Unit.RECORDS_A_SECOND, rate, 50);
        }
        for (double rate : new double[] {90, 110}) {
            results.add("theirs", Unit.RECORDS_A_SECOND, rate, Double.NaN);
        }
        results.ratio("ours / theirs", "ours", "theirs", 1.2, 1.5);
        assertEquals(2.0, results.goals().get(0).value());
        assertEquals("aim", results.goals().get(0).verdict());
    }

    @Test
    void keepsTheMostMemoryOfAllRounds() {
        Results results = new Results();
        results.add("ours", Unit.SECONDS, 1, 50);
        results.add("ours", Unit.SECONDS, 1, Double.NaN);
        results.add("ours", Unit.SECONDS, 1, 70);
        results.add("ours", Unit.SECONDS, 1, 60);
        assertEquals(70, results.figure("ours").peakMegabytes());
    }

    @Test
    void saysWhichSideOfItsBoundsAFigureIsOn() {
        assertEquals("ok", new Results.Goal("more is better", 1.3, "", 1.2, 1.5).verdict());
        assertEquals("MISSED", new Results.Goal("more is better", 1.1, "", 1.2, 1.5).verdict());
        assertEquals("aim", new Results.Goal("less is better", 0.9, "s", 2, 1).verdict());
        assertEquals("ok", new Results.Goal("less is better", 2, "s", 2, 1).verdict());
        assertEquals("MISSED", new Results.Goal("less is better", 2.1, "s", 2, 1).verdict());
    }

    @Test
    void writesWhatItPrints(@TempDir Path folder) throws IOException {
        Results results = new Results();
        results.add("ours", Unit.RECORDS_A_SECOND, 123_456, 70);
        results.add("theirs", Unit.RECORDS_A_SECOND, 100_000, Double.NaN);
        results.ratio("ours / theirs", "ours", "theirs", 1.2, 1.5);
        StringWriter text = new StringWriter();
        new Report(results, 1_000, 1).write(new PrintWriter(text), folder);
        List<String> lines = text.toString().lines().toList();
        assertTrue(
                lines.stream().anyMatch(l -> l.matches("ours +123,456 +123,456 +123,456 records/s +70 MB")),
                text::toString);
        assertTrue(
                lines.stream().anyMatch(l -> l.matches("ours / theirs +1\\.23 +≥ 1\\.20 +≥ 1\\.50  ok")),
                text::toString);
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("benchmark.json").toFile());
        assertEquals(123_456, json.at("/figures/0/median").doubleValue());
        assertTrue(json.at("/figures/1/peakMegabytes").isNull());
        assertEquals("ok", json.at("/goals/0/verdict").asText());
        assertTrue(Files.size(folder.resolve("benchmark.png")) > 1_000);
    }
}
