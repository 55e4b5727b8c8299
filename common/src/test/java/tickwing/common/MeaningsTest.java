package tickwing.common;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
            assertEquals("<" + text + ">", meanings.of(("xy" + text).toCharArray(), 2, text.length()));
        }
        assertNull(meanings.of(new byte[0], 0, 0));
        assertNull(meanings.of(new char[0], 0, 0));
    }

    @Test
    void workOutAMeaningOnce() {
        int[] asked = {0};
        Meanings<Object> meanings = new Meanings<>(text -> {
            asked[0]++;
            return new Object();
        });
        Object first = meanings.of("AA".getBytes(UTF_8), 0, 2);
        assertSame(first, meanings.of("AA".toCharArray(), 0, 2));
        assertEquals(1, asked[0]);
    }

    @Test
    void rememberNoFailure() {
        Meanings<Integer> meanings = new Meanings<>(Integer::parseInt);
        for (int i = 0; i < 2; i++) {
            assertThrows(NumberFormatException.class, () -> meanings.of("x".toCharArray(), 0, 1));
        }
        assertEquals(7, meanings.of("7".toCharArray(), 0, 1));
    }
}
