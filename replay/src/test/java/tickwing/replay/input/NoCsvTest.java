package tickwing.replay.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
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
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.error.UserError;

class NoCsvTest {
    @TempDir
    private Path folder;

    static List<Arguments> others() {
        return Stream.of(
                        kind("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1\0", "an Excel workbook"),
                        kind(
                                "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>",
                                "an Excel workbook"),
                        kind("PAR1\u0015\u0004", "a Parquet file"),
                        kind("ARROW1\0\0", "an Arrow file"),
                        kind("FEA1\0\0", "an Arrow file"),
                        kind("\u00FF\u00FF\u00FF\u00FF\u0010", "an Arrow stream"),
                        kind("Obj\u0001\u0004", "an Avro file"),
                        kind("\u0089HDF\r\n\u001A\n", "an HDF5 file"),
                        kind("SQLite format 3\0", "an SQLite database"),
                        kind("%PDF-1.7\n", "a PDF document"),
                        kind("a.csv" + "\0".repeat(252) + "ustar\0" + "00", "a tar archive"),
                        kind("7z\u00BC\u00AF'\u001C", "a 7-Zip archive"),
                        kind("Rar!\u001A\u0007\u0001", "a RAR archive"),
                        kind("\u0004\"M\u0018", "an LZ4 file"),
                        kind("<!DOCTYPE html>\n<html>", "an HTML page, perhaps a login or an error page"),
                        kind("\u00EF\u00BB\u00BF \r\n <html lang=en>", "an HTML page"),
                        kind("<?xml version=\"1.0\"?>\n<!DOCTYPE x><HTML>", "an HTML page"),
                        kind("<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code>", "XML"),
                        kind("{\"Note\": \"too many calls\"}\n", "JSON"),
                        kind("\n [{\"date\": \"2023-01-02\", \"clo", "JSON"),
                        kind("[]", "JSON"),
                        kind("version https://git-lfs.github.com/spec/v1\noid sha256:00\n", "a pointer of Git LFS"))
                .toList();
    }

    private static Arguments kind(String bytes, String what) {
        return Arguments.of(bytes.getBytes(ISO_8859_1), what);
    }

    @ParameterizedTest
    @MethodSource("others")
    void saysWhatAFileIsWhateverItsNamePackedOrNot(byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("f.csv"), bytes);
        assertSaid(file + " is " + what, Input.of(file.toString(), InputStream.nullInputStream()));
        Path packed = Files.write(folder.resolve("packed.csv"), gzip(gzip(bytes)));
        assertSaid(packed + " holds " + what, Input.of(packed.toString(), InputStream.nullInputStream()));
        assertSaid("standard input is " + what, Input.of("-", new ByteArrayInputStream(bytes)));
    }

    @Test
    void readsTextInUtf16() throws IOException {
        Path file = Files.write(folder.resolve("f.csv"), "<!DOCTYPE html>".getBytes(UTF_16));
        assertSaid(file + " is an HTML page", Input.of(file.toString(), InputStream.nullInputStream()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<DATE>,<TIME>,<CLOSE>\n20230102,0,1\n",
                "<HEADER>,<BODYWEIGHT>\n",
                "[Date],[Close]\n2023-01-02,1\n",
                "{Date},{Close}\n",
                "{\"Date\",\"Close\"}\n",
                "BZhao,PAR,version\nPK,1,2\n",
                "version,https\n",
                "\n\nDate,Close\n",
                "x",
                ""
            })
    void leavesCsvAsItIsByteForByte(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        Path file = Files.write(folder.resolve("f.csv"), bytes);
        try (InputStream in =
                Input.of(file.toString(), InputStream.nullInputStream()).open()) {
            assertArrayEquals(bytes, in.readAllBytes());
        }
        try (InputStream in = Input.of("-", new ByteArrayInputStream(bytes)).open()) {
            assertArrayEquals(bytes, in.readAllBytes());
        }
    }

    @Test
    void waitsForNoMoreOfAPipeThanItsFirstLine() throws IOException {
        String line = "Date,Close\n";
        InputStream slow = new InputStream() {
            private int at;

            @Override
            public int read() {
                if (at == line.length()) {
                    throw new AssertionError("waited for more");
                }
                return line.charAt(at++);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                bytes[offset] = (byte) read();
                return 1;
            }
        };
        InputStream in = Input.of("-", slow).open();
        assertEquals(line, new String(in.readNBytes(line.length()), UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static void assertSaid(String sentence, Input input) {
        UserError e = assertThrows(UserError.class, input::open);
        assertTrue(e.getMessage().startsWith(sentence), e.getMessage());
        assertTrue(e.getMessage().contains("; "), "a way out: " + e.getMessage());
    }
}
