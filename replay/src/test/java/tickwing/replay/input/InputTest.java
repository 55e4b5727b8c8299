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
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.error.UserError;

class InputTest {
    private static final String TEXT = "a,b\n" + "1,2\n".repeat(50_000);

    /** Text that hardly lets itself be compressed. */
    private static final String NOISE = new Random(5)
            .ints(200_000, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

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
        assertTrue(e.getMessage().endsWith(": a.csv, b.csv."), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.csv __MACOSX/._a.csv",
                "a.csv readme.html",
                "a.csv readme.txt",
                "data/ data/a.txt .DS_Store",
                "LICENSE a.CSV Thumbs.db",
                "a.csv.old b.tsv",
                "readme.html"
            })
    void readsTheOneTableOfAZipArchiveThatHoldsOtherThingsToo(String names) throws IOException {
        assertEquals(TEXT, read(zip("one.zip", names.split(" "))));
    }

    @ParameterizedTest
    @CsvSource({
        "a.html b.pdf, 'holds 2 files, none of them CSV (a.html, b.pdf); unpack it'",
        "data/, is a zip archive without a file in it",
        "xl/workbook.xml [Content_Types].xml, is an Excel workbook",
        "word/document.xml [Content_Types].xml, another Office document",
        "mimetype content.xml, is an OpenDocument spreadsheet",
    })
    void saysWhatAZipArchiveWithoutATableIs(String names, String sentence) throws IOException {
        assertSentence(zip("x.zip", names.split(" ")), sentence);
    }

    @Test
    void readsAGzipFileInsideOfAZipArchive() throws Exception {
        Path file = folder.resolve("packed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.csv.gz"));
            zip.write(compressed("gz", TEXT));
        }
        assertEquals(TEXT, read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bzip2", "xz", "zstd"})
    void readsStandardInputThroughItsCompression(String format) throws Exception {
        Input input = Input.of("-", new ByteArrayInputStream(compressed(format, TEXT)));
        assertEquals(TEXT, new String(input.open().readAllBytes(), UTF_8));
    }

    @Test
    void saysThatAZipArchiveCannotComeThroughAPipe() throws IOException {
        Input input = Input.of("-", Files.newInputStream(zip("x.zip", "a.csv")));
        UserError e = assertThrows(UserError.class, input::open);
        assertTrue(e.getMessage().startsWith("standard input is a pipe with a zip archive"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"gz, gzip", "bzip2, bzip2", "xz, xz", "zstd, Zstandard"})
    void givesAllThatACutOffFileHoldsAndSaysThatItEndsTooEarly(String format, String name) throws Exception {
        byte[] whole = compressed(format, NOISE);
        byte[] cut = Arrays.copyOf(whole, whole.length * 3 / 4);
        Path file = Files.write(folder.resolve("cut"), cut);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        BrokenFile e = assertThrows(BrokenFile.class, () -> copy(file, read));
        assertEquals(
                file + " ends too early, after row 1,234: the end of its " + name
                        + " data is missing; download or copy it once more.",
                e.afterRow(1_234).getMessage());
        String text = read.toString(UTF_8);
        assertTrue(NOISE.startsWith(text), "what is read is what was written");
        int there = unpackable(format, cut);
        assertTrue(text.length() > there - 8 * 1024, text.length() + " bytes of " + there);
    }

    /** How much a decompressor gives when it is asked for one byte after the other. */
    private static int unpackable(String format, byte[] cut) throws Exception {
        int bytes = 0;
        try (InputStream in =
                new CompressorStreamFactory().createCompressorInputStream(format, new ByteArrayInputStream(cut))) {
            while (in.read() >= 0) {
                bytes++;
            }
            return bytes;
        } catch (IOException e) {
            return bytes;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bzip2"})
    void saysThatACompressedFileIsDamaged(String format) throws Exception {
        byte[] bytes = compressed(format, NOISE);
        Arrays.fill(bytes, bytes.length / 4, bytes.length / 4 + 100, (byte) 0x55);
        assertSentence(Files.write(folder.resolve("damaged"), bytes), "damaged is damaged: its ");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12, 60, 50_000})
    void saysThatAZipArchiveEndsTooEarly(int length) throws IOException {
        Path zip = zip("x.zip", NOISE, new String[] {"a.csv"});
        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), length));
        assertSentence(zip, "x.zip ends too early: the end of its zip data is missing; download or copy it once more.");
    }

    @Test
    void saysThatAGzipFileEndsInItsVeryHead() throws Exception {
        assertSentence(
                Files.write(folder.resolve("cut.gz"), Arrays.copyOf(compressed("gz", TEXT), 5)),
                "cut.gz ends too early: ");
    }

    @Test
    void saysHowFarAZipArchiveHasBeenRead() throws IOException {
        Path file = zip("x.zip", NOISE, new String[] {"a.csv"});
        Input input = Input.of(file.toString(), InputStream.nullInputStream());
        try (InputStream in = input.open()) {
            in.readNBytes(NOISE.length() / 2);
            assertEquals(0.5, (double) input.position() / input.size(), 0.1);
            in.readAllBytes();
        }
        assertEquals(input.size(), input.position());
        assertEquals(NOISE.length(), input.unpacked());
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
        return zip(name, TEXT, entries);
    }

    private Path zip(String name, String text, String[] entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.endsWith("/") ? new byte[0] : text.getBytes(UTF_8));
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

    private static void copy(Path file, OutputStream to) throws IOException {
        try (InputStream in =
                Input.of(file.toString(), InputStream.nullInputStream()).open()) {
            in.transferTo(to);
        }
    }

    private static void assertSentence(Path file, String sentence) {
        UserError e = assertThrows(UserError.class, () -> read(file));
        assertTrue(e.getMessage().contains(sentence), e.getMessage());
    }
}
