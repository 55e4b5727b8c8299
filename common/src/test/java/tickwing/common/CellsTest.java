package tickwing.common;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 3, 4, 50})
    void splitsAtEveryCommaHoweverManyCellsAreExpected(int expected) {
        Cells cells = Cells.split(",b,é,".getBytes(UTF_8), expected);
        assertEquals(4, cells.count());
        assertArrayEquals(new String[] {"", "b", "é", ""}, cells.texts());
        assertArrayEquals(new String[] {"", "b", "é"}, cells.withoutLast().texts());
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
