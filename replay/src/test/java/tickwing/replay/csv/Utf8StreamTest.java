package tickwing.replay.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8StreamTest {
    @Test
    void isTheSameTextHoweverItIsRead() throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        while (text.length() < 50_000) {
            text.appendCodePoint(new int[] {'a', '\n', 'é', '€', 0x1F680}[random.nextInt(5)]);
        }
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            byte[] bytes = text.toString().getBytes(charset);
            assertArrayEquals(
                    text.toString().getBytes(UTF_8),
                    stream(dribbling(bytes, random), charset).readAllBytes());
            try (InputStream in = stream(new ByteArrayInputStream(bytes), charset)) {
                for (byte expected : text.substring(0, 3_000).getBytes(UTF_8)) {
                    assertEquals((byte) in.read(), expected);
                }
            }
        }
    }

    @Test
    void endsWithAReplacementWhereHalfACharacterIsLeft() throws IOException {
        byte[] rocket = "a\uD83D\uDE80".getBytes(UTF_16LE);
        assertEquals(
                "a?",
                new String(
                                stream(new ByteArrayInputStream(rocket, 0, 4), UTF_16LE)
                                        .readAllBytes(),
                                UTF_8)
                        .replace('\uFFFD', '?'));
        assertEquals(-1, stream(InputStream.nullInputStream(), UTF_16BE).read());
    }

    private static Utf8Stream stream(InputStream in, Charset charset) {
        return new Utf8Stream(in, charset);
    }

    /** Gives one to seven bytes at a time. */
    private static InputStream dribbling(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, Math.min(length, 1 + random.nextInt(7)));
            }
        };
    }
}
