package tickwing.producer.stock.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.replay.input.Input;

class HistoryTest {
    @TempDir
    private Path folder;

    private History read(History history) throws IOException {
        StringBuilder rows = new StringBuilder("Date,Open,High,Low,Close,Volume,Symbol\n");
        for (String symbol : List.of("D", "B", "C", "A", "B", "D")) {
            rows.append("2014-01-02,1,1,1,1,1,").append(symbol).append('\n');
        }
        history.read(
                Input.of(Files.writeString(folder.resolve("bars.csv"), rows).toString(), System.in));
        return history;
    }

    @Test
    void keepsTheFirstSymbolsThatThereIsRoomForAndSaysSo() throws IOException {
        History history = read(new History(List.of(), 2));
        assertEquals(List.of("A", "B"), history.symbols());
        assertEquals("2 symbols left out: there is room for the first 2 by name", history.leftOut());
    }

    @Test
    void keepsThoseThatAreNamed() throws IOException {
        History history = read(new History(List.of("C", "D"), 1));
        assertEquals(List.of("C", "D"), history.symbols());
        assertEquals("", history.leftOut());
    }
}
