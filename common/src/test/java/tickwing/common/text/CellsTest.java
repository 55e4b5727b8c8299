package tickwing.common.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 3, 4, 50})
    void splitsAtEveryCommaHoweverManyCellsAreExpected(int expected) {
        Cells cells = Cells.split(",b,é,".getBytes(UTF_8), ',', expected);
        assertEquals(4, cells.count());
        assertArrayEquals(new String[] {"", "b", "é", ""}, cells.texts());
        assertArrayEquals(new String[] {"", "b", "é"}, cells.withoutLast().texts());
    }

    @Test
    void takesAnyNumberOfEmptyCellsHoweverManyAreExpected() {
        for (int commas = 0; commas < 40; commas++) {
            for (int expected = -1; expected < 40; expected++) {
                assertEquals(
                        commas + 1,
                        Cells.split(",".repeat(commas).getBytes(UTF_8), ',', expected)
                                .count());
            }
        }
    }

    @Test
    void splitsAtEveryCommaWhateverStandsBesideIt() {
        Random random = new Random(20150101);
        // What differs from a comma by one, or by its highest bit, and what a borrow from it may reach.
        byte[] signs = {',', ',', '-', '+', 1, 0, (byte) 0xAC, (byte) 0xFF, 'a'};
        for (int round = 0; round < 20_000; round++) {
            byte[] row = new byte[random.nextInt(40)];
            List<String> expected = new ArrayList<>(List.of(""));
            for (int i = 0; i < row.length; i++) {
                row[i] = signs[random.nextInt(signs.length)];
                int last = expected.size() - 1;
                if (row[i] == ',') {
                    expected.add("");
                } else {
                    expected.set(last, expected.get(last) + (char) (row[i] & 0xFF));
                }
            }
            Cells cells = Cells.split(row, ',', random.nextInt(12) - 1);
            List<String> found = new ArrayList<>();
            for (int i = 0; i < cells.count(); i++) {
                found.add(new String(row, cells.start(i), cells.end(i) - cells.start(i), ISO_8859_1));
            }
            assertEquals(expected, found, Arrays.toString(row));
        }
    }

    @Test
    void leavesRowsWithQuotesToAParserAndTellsThoseThatStandForThemselves() {
        for (int b = 0; b < 256; b++) {
            for (int length = 1; length < 20; length++) {
                for (int at = 0; at < length; at++) {
                    byte[] row = "0123456789,abcdefghi".substring(0, length).getBytes(UTF_8);
                    row[at] = (byte) b;
                    Cells cells = Cells.split(row, ',', 2);
                    String where = b + " at " + at + " of " + length;
                    assertEquals(b == '"', cells == null, where);
                    boolean plain = b >= ' ' && b < 0x80 && b != '\\';
                    assertEquals(plain, cells != null && cells.isPlain() || b == '"', where);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\n", "é", "\u0000"})
    void tellsWhatStandsForItselfOfCellsThatAreGivenOneByOne(String odd) {
        assertTrue(Cells.of("0123456789", "\u007f, '").isPlain());
        assertFalse(Cells.of("0123456789" + odd, "b").isPlain());
        assertFalse(Cells.of("a", odd).isPlain());
    }

    @Test
    void keepsCommasInsideCellsThatAreGivenOneByOne() {
        Cells cells = Cells.of("a,b", "", "\uD83D\uDE80,");
        assertArrayEquals(new String[] {"a,b", "", "\uD83D\uDE80,"}, cells.texts());
        assertArrayEquals(new String[] {""}, Cells.of("").texts());
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "NA, true",
        "\\N, true",
        "N, false",
        "AN, false",
        "NN, false",
        "NAN, false",
        "' ', false",
        "na, false"
    })
    void knowsWhatMeansThatThereIsNoValue(String text, boolean missing) {
        assertEquals(missing, Cells.isMissing(text));
        assertEquals(missing, Cells.of("x", text, "y").isMissing(1));
    }
}
