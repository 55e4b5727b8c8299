package tickwing.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @ParameterizedTest
    @CsvSource({"'24 120\n', 60, 120", "'0 0\n', 60, 60", "'', 60, 60", "'', , 80", "'', wide, 80", "'', 0, 80"})
    void asksTheTerminalThenTheVariableHowWideItIs(String size, String variable, int columns) {
        assertEquals(columns, Terminal.columns(size, variable));
    }

    @Test
    void knowsThatSomeSignsTakeTwoColumns() {
        assertEquals(5, Terminal.width("b\u00FCche"));
        assertEquals(10, Terminal.width("\u682A\u4FA1.csv\uD83D\uDCC8"));
    }

    @ParameterizedTest
    @CsvSource({
        "flights.csv, 11, flights.csv",
        "flights.csv, 10, fligh\u2026.csv",
        "flights.csv, 9, flig\u2026.csv",
        "flights.csv, 1, \u2026",
        "\u682A\u4FA1\u682A\u4FA1, 6, \u682A\u2026\u4FA1",
        "\u682A\u4FA1\u682A\u4FA1, 7, \u682A\u4FA1\u2026\u4FA1"
    })
    void shortensATextInItsMiddle(String text, int columns, String shortened) {
        assertEquals(shortened, Terminal.shortened(text, columns));
        assertTrue(Terminal.width(shortened) <= columns);
    }
}
