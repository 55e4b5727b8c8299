package tickwing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.kafka.DeadLetterBook.Letter;
import tickwing.common.kafka.WaitingLetters.Address;
import tickwing.common.text.PrintableLines;

class LetterTableTest {
    private final StringWriter text = new StringWriter();

    @Test
    void listsLettersByFileAndLineWithEveryTextInQuotes() {
        assertEquals(
                List.of(
                        "file,line,error,raw",
                        "\"a.csv\",9,\"bad\",\"x,\"\"y\"\"\"",
                        "\"a.csv\",10,\"bad\",\"\"",
                        "\"b.csv\",2,\"bad\",\"z\""),
                listed(1_000, letter("b.csv", 2, "z"), letter("a.csv", 10, ""), letter("a.csv", 9, "x,\"y\"")));
    }

    @Test
    void holdsNoMoreTextThanAPortion() {
        assertEquals(
                List.of(
                        "file,line,error,raw",
                        "\"a.csv\",3,\"bad\",\"22\"",
                        "\"a.csv\",4,\"bad\",\"1\"",
                        "\"a.csv\",2,\"bad\",\"3\""),
                listed(9, letter("a.csv", 4, "1"), letter("a.csv", 3, "22"), letter("a.csv", 2, "3")));
    }

    @Test
    void leavesALineBreakInItsCellWhereSentencesWouldLoseIt() {
        LetterTable table = new LetterTable(new PrintableLines(new PrintWriter(text)));
        table.add(letter("a.csv", 2, "x,\"y\nz\t\""));
        table.end();
        assertEquals("file,line,error,raw\n\"a.csv\",2,\"bad\",\"x,\"\"y\nz\t\"\"\"\n", text.toString());
    }

    @Test
    void endsWhenNobodyTakesTheTableAnyMore() {
        PrintWriter lost = new PrintWriter(text) {
            @Override
            public boolean checkError() {
                return true;
            }
        };
        LetterTable table = new LetterTable(lost, 1);
        assertThrows(StandardOutputLost.class, () -> table.add(letter("a.csv", 2, "x")));
    }

    private List<String> listed(long portionChars, Letter... letters) {
        LetterTable table = new LetterTable(new PrintWriter(text), portionChars);
        List.of(letters).forEach(table::add);
        table.end();
        return text.toString().lines().collect(Collectors.toList());
    }

    private static Letter letter(String file, long line, String raw) {
        return new Letter(new Address(file, line), "bad", raw);
    }
}
