package tickwing.common.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MeaningsTest {
    @Test
    void giveWhatTheTextMeansHoweverManyTextsThereAre() {
        Meanings<String> meanings = new Meanings<>(text -> text.isEmpty() ? null : "<" + text + ">");
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            String text = i % 7 == 0 ? "é\u2028" + random.nextInt(50) : Integer.toString(random.nextInt(100_000));
            byte[] bytes = ("xy" + text + "z").getBytes(UTF_8);
            assertEquals("<" + text + ">", meanings.of(bytes, 2, bytes.length - 1));
            assertEquals("<" + text + ">", meanings.of(text));
        }
        assertNull(meanings.of(new byte[0], 0, 0));
        assertNull(meanings.of(""));
    }

    @Test
    void workOutAMeaningOnce() {
        int[] asked = {0};
        Meanings<Object> meanings = new Meanings<>(text -> {
            asked[0]++;
            return new Object();
        });
        Object first = meanings.of("AA".getBytes(UTF_8), 0, 2);
        assertSame(first, meanings.of("AA"));
        assertEquals(1, asked[0]);
    }

    @Test
    void rememberNoFailure() {
        Meanings<Integer> meanings = new Meanings<>(Integer::parseInt);
        for (int i = 0; i < 2; i++) {
            assertThrows(NumberFormatException.class, () -> meanings.of("x"));
        }
        assertEquals(7, meanings.of("7"));
    }

    @Test
    void rememberNoLongTexts() {
        Meanings<Object> meanings = new Meanings<>(text -> new Object());
        String longText = "x".repeat(1_000);
        assertNotSame(meanings.of(longText), meanings.of(longText));
    }
}
