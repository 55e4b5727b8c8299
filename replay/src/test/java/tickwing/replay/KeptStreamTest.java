package tickwing.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.replay.input.BrokenFile;
import tickwing.replay.input.Input;

class KeptStreamTest {
    private static final byte[] BYTES = "head\nrow\n".getBytes(UTF_8);

    @Test
    void beginsAgainWhereverItWasReadTo() throws IOException {
        for (int read = 0; read <= BYTES.length + 1; read++) {
            KeptStream kept = new KeptStream(new ByteArrayInputStream(BYTES));
            assertEquals(Math.min(read, BYTES.length), kept.first(read).length);
            assertArrayEquals(BYTES, kept.again().readAllBytes());
        }
    }

    @Test
    void takesNoMoreThanALineOfWhatDribblesIn() throws IOException {
        KeptStream kept = new KeptStream(new ByteArrayInputStream(BYTES) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, 1);
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        });
        assertEquals("head\n", new String(kept.firstLine(100), UTF_8));
        assertArrayEquals(BYTES, kept.again().readAllBytes());
    }

    @Test
    void endsWhereTheFileIsBrokenAndSaysSoWhenReadAgain(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(BYTES);
        }
        Path file = Files.write(folder.resolve("f.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() - 8));
        Input input = Input.of(file.toString(), InputStream.nullInputStream());
        KeptStream kept = new KeptStream(input.open());
        assertArrayEquals(BYTES, kept.first(1_000));
        assertEquals(-1, kept.read());
        assertTrue(kept.hasMore());
        InputStream again = kept.again();
        assertArrayEquals(BYTES, again.readNBytes(BYTES.length));
        assertThrows(BrokenFile.class, () -> again.read(new byte[1], 0, 1));
        kept.close();
    }

    @Test
    void forgetsWhatIsNotWantedAgain() throws IOException {
        KeptStream kept = new KeptStream(new ByteArrayInputStream(BYTES));
        kept.first(5);
        kept.forget();
        assertEquals(0, kept.size());
        assertEquals('r', kept.read());
    }
}
