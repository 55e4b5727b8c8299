package tickwing.replay.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tickwing.common.error.UserError;

class InputTest {
    private static final String TEXT = "a,b\n" + "1,2\n".repeat(50_000);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"gz, f.csv.gz", "gz, misnamed.csv", "bzip2, f.csv.bz2", "xz, f.csv.xz", "zstd, f.csv.zst"})
    void readsThroughTheCompressionWhateverTheName(String format, String name) throws Exception {
        assertEquals(TEXT, read(Files.write(folder.resolve(name), compressed(format, TEXT))));
    }

    @Test
    void readsGzipFilesThatWerePutBehindEachOther() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(compressed("gz", "a,b\n"));
        bytes.writeBytes(compressed("gz", "1,2\n"));
        assertEquals("a,b\n1,2\n", read(Files.write(folder.resolve("two.gz"), bytes.toByteArray())));
    }

    @Test
    void readsAZipArchiveOfOneFileAndRefusesOneOfTwo() throws IOException {
        assertEquals(TEXT, read(zip("one.zip", "a.csv")));
        Path two = zip("two.zip", "a.csv", "b.csv");
        UserError e = assertThrows(UserError.class, () -> read(two));
        assertTrue(e.getMessage().contains("holds 2 files; expected one"), e.getMessage());
    }

    @Test
    void saysThatAFileIsNotWhatItsNameSays() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.csv.gz"), TEXT);
        UserError e = assertThrows(UserError.class, () -> read(plain));
        assertTrue(e.getMessage().contains("is not in the format that its name says (gz)"), e.getMessage());
    }

    @Test
    void readsPlainAndEmptyFilesAsTheyAre() throws IOException {
        assertEquals(TEXT, read(Files.writeString(folder.resolve("f.csv"), TEXT)));
        assertEquals("", read(Files.writeString(folder.resolve("empty.csv"), "")));
    }

    @Test
    void countsTheBytesThatAreReadOffTheDisk() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), TEXT);
        Input input = Input.of(file.toString(), InputStream.nullInputStream());
        try (InputStream in = input.open()) {
            in.readAllBytes();
        }
        assertEquals(TEXT.length(), input.position());
        assertEquals(TEXT.length(), input.size());
    }

    @Test
    void readsStandardInputWithoutKnowingItsSize() throws IOException {
        Input input = Input.of("-", new ByteArrayInputStream(TEXT.getBytes(UTF_8)));
        assertEquals("-", input.name());
        assertEquals(-1, input.size());
        assertEquals(TEXT, new String(input.open().readAllBytes(), UTF_8));
    }

    @Test
    void tellsAChangedFileByItsFingerprint() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), TEXT);
        Fingerprint before = Fingerprint.ofFirst(file, Files.size(file));
        assertEquals(before, Fingerprint.ofFirst(file, Files.size(file)));
        Files.writeString(file, TEXT.substring(0, TEXT.length() - 2) + "3\n");
        assertTrue(!before.equals(Fingerprint.ofFirst(file, Files.size(file))));
        Files.writeString(file, TEXT + "3,4\n");
        assertEquals(before, Fingerprint.ofFirst(file, before.bytes()));
    }

    private static byte[] compressed(String format, String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new CompressorStreamFactory().createCompressorOutputStream(format, bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private Path zip(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(TEXT.getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String read(Path file) throws IOException {
        try (InputStream in =
                Input.of(file.toString(), InputStream.nullInputStream()).open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
