package tickwing.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @ParameterizedTest
    @CsvSource({
        "0x0000, 0x001F",
        "0x007F, 0x009F",
        "0x061C, 0x061C",
        "0x200E, 0x200F",
        "0x2028, 0x202E",
        "0x2066, 0x2069",
        "0xD800, 0xDFFF",
        "0xFEFF, 0xFEFF",
        "0xFFFE, 0xFFFF"
    })
    void escapesWhatATerminalObeysOrWhatTurnsTextRound(String first, String last) {
        for (int c = Integer.decode(first); c <= Integer.decode(last); c++) {
            String shown = Printable.of("a" + (char) c + "b");
            assertTrue(shown.matches("a\\\\(u[0-9a-f]{4}|[nrt])b"), Integer.toHexString(c) + " is " + shown);
            assertFalse(Printable.is("a" + (char) c));
        }
    }

    @Test
    void escapesNothingElse() {
        StringBuilder all = new StringBuilder();
        for (int c = ' '; c <= 0xFFFF; c++) {
            boolean harmful = c >= 0x7F && c <= 0x9F
                    || c == 0x061C
                    || c >= 0x200E && c <= 0x200F
                    || c >= 0x2028 && c <= 0x202E
                    || c >= 0x2066 && c <= 0x2069
                    || c >= 0xD800 && c <= 0xDFFF
                    || c == 0xFEFF
                    || c >= 0xFFFE;
            all.append(harmful ? "" : String.valueOf((char) c));
        }
        String text = all.append("\ud83d\udcc8").toString();
        assertSame(text, Printable.of(text));
        assertTrue(Printable.is(text));
    }

    @Test
    void showsWhichCharactersTheyWere() {
        assertEquals("\\u001b]0;x\\u0007", Printable.of("\033]0;x\007"));
        assertEquals("A\\r\\nB\\tC\\u202e", Printable.of("A\r\nB\tC\u202e"));
    }

    @Test
    void keepsTheTwoHalvesOfACharacterTogetherAndShowsLoneOnes() {
        assertEquals("\\ud83d" + "\ud83d\udcc8" + "\\udcc8", Printable.of("\ud83d" + "\ud83d\udcc8" + "\udcc8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033[2J", "C:\\new\\table", "\\u001b", "a\nb"})
    void escapesNothingTwice(String text) {
        assertEquals(Printable.of(text), Printable.of(Printable.of(text)));
    }

    @Test
    void leavesTabsInALineOfOutput() {
        assertEquals("\tat a\\nb", Printable.line("\tat a\nb"));
    }
}
