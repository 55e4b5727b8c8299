package tickwing.replay.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.opencsv.RFC4180ParserBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n", "\uFEFFa, b \r\n1,2\r\n", "a,b,\n1,2,\n", "\"a\",\"b\"\n\n1,2\n"})
    void tellsItsHeaderSoThatARowCanBeReadAgain(String file) throws IOException {
        CsvRows rows = rows(file);
        rows.header();
        CsvRow row = rows.next();
        CsvRows again = rows(rows.headerLines() + "\n" + new String(row.raw(), UTF_8));
        assertEquals(List.of("a", "b"), again.header());
        assertArrayEquals(
                new String[] {"1", "2"},
                assertInstanceOf(CsvRow.Good.class, again.next()).cells().texts());
    }

    @Test
    void tellsAHeaderThatItWasGiven() throws IOException {
        CsvRows rows = rows("1,2,\n");
        rows.header(List.of("a\"", "b,c", ""));
        assertEquals("\"a\"\"\",\"b,c\",\"\"", rows.headerLines());
        assertEquals(List.of("a\"", "b,c"), rows(rows.headerLines()).header());
    }

    @Test
    void readsQuotedCellsWithCommasQuotesAndLineBreaks() throws IOException {
        CsvRows rows = rows("a,b,c\n1,\"x,\"\"y\"\"\r\nz\",3\n4,5,6\n");
        assertEquals(List.of("a", "b", "c"), rows.header());
        CsvRow.Good first = good(rows.next());
        assertArrayEquals(new String[] {"1", "x,\"y\"\r\nz", "3"}, first.cells().texts());
        assertEquals(2, first.line());
        assertEquals("1,\"x,\"\"y\"\"\r\nz\",3", new String(first.raw(), UTF_8));
        assertEquals(4, good(rows.next()).line());
        assertNull(rows.next());
    }

    @Test
    void keepsBackslashesBlanksAndEmptyCells() throws IOException {
        CsvRows rows = rows("a,b,c,d\n\\N, x ,,\"\"\n");
        rows.header();
        assertArrayEquals(
                new String[] {"\\N", " x ", "", ""}, good(rows.next()).cells().texts());
    }

    @Test
    void takesAByteOrderMarkCrLfAndAMissingLastLineEnd() throws IOException {
        CsvRows rows = rows("\uFEFFa,b\r\n1,2\r\n\r\n3,4");
        assertEquals(List.of("a", "b"), rows.header());
        assertArrayEquals(new String[] {"1", "2"}, good(rows.next()).cells().texts());
        CsvRow.Good last = good(rows.next());
        assertArrayEquals(new String[] {"3", "4"}, last.cells().texts());
        assertEquals(4, last.line());
        assertNull(rows.next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void asksAnEmptyInputForMoreOnlyOnce(String text) throws IOException {
        AtomicInteger ends = new AtomicInteger();
        InputStream keyboard = new FilterInputStream(new ByteArrayInputStream(text.getBytes(UTF_8))) {
            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                int count = super.read(bytes, from, most);
                ends.addAndGet(count < 0 ? 1 : 0);
                return count;
            }
        };
        assertNull(new CsvRows(keyboard).header());
        assertEquals(1, ends.get());
    }

    @Test
    void readsLinesThatEndWhereTheBufferDoes() throws IOException {
        String line = "x".repeat(61) + ",y\n";
        for (String before : List.of("", "\uFEFF", "\n", "\n\n\n")) {
            CsvRows rows = rows(before + "a,b\n" + line.repeat(10_000));
            assertEquals(List.of("a", "b"), rows.header());
            for (int i = 0; i < 10_000; i++) {
                CsvRow.Good row = good(rows.next());
                assertEquals(2 + i + before.replace("\uFEFF", "").length(), row.line());
                assertEquals(line.strip(), new String(row.raw(), UTF_8));
            }
            assertNull(rows.next());
        }
        CsvRows rows = rows(line.repeat(4_096));
        for (int i = 1; i <= 4_096; i++) {
            assertEquals(i, good(rows.next()).line());
        }
        assertNull(rows.next());
    }

    @Test
    void dropsTheColumnThatATrailingCommaMakes() throws IOException {
        CsvRows rows = rows("a,b,\n1,2,\n3,4\n5,6,7\n");
        assertEquals(List.of("a", "b"), rows.header());
        assertArrayEquals(new String[] {"1", "2"}, good(rows.next()).cells().texts());
        assertArrayEquals(new String[] {"3", "4"}, good(rows.next()).cells().texts());
        assertEquals("too many columns", bad(rows.next()).kind());
    }

    @Test
    void rejectsARowWithTooFewOrTooManyColumnsAndGoesOn() throws IOException {
        CsvRows rows = rows("a,b\n1\n1,2,3\n1,2\n");
        rows.header();
        CsvRow.Bad few = bad(rows.next());
        assertEquals("1 columns; the header has 2", few.detail());
        assertEquals(2, few.line());
        assertEquals("too many columns", bad(rows.next()).kind());
        good(rows.next());
        assertNull(rows.next());
    }

    @Test
    void losesOneRowToAStrayQuoteNotTheRestOfTheFile() throws IOException {
        CsvRows rows = rows("a,b\n1,\"x\n2,y\n3,z\n");
        rows.header();
        CsvRow.Bad stray = bad(rows.next());
        assertEquals("a quote is out of place", stray.kind());
        assertEquals("1,\"x", new String(stray.raw(), UTF_8));
        assertArrayEquals(new String[] {"2", "y"}, good(rows.next()).cells().texts());
        assertArrayEquals(new String[] {"3", "z"}, good(rows.next()).cells().texts());
        assertNull(rows.next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"\"b", "a \"b\" c", "\"a\"b", "\"a\" \"b\"", " \"a\""})
    void makesNothingOfQuotesWhereNoneMayStand(String cell) throws IOException {
        CsvRows rows = rows("a,b\n1," + cell + "\n2,y\n");
        rows.header();
        CsvRow.Bad bad = bad(rows.next());
        assertEquals("a quote is out of place", bad.kind());
        assertEquals("1," + cell, new String(bad.raw(), UTF_8));
        assertArrayEquals(new String[] {"2", "y"}, good(rows.next()).cells().texts());
    }

    @Test
    void takesQuotesWhereRfc4180HasThemAndNowhereElse() throws IOException {
        Pattern cell = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^\",]*)),");
        Pattern row = Pattern.compile("(?:" + cell.pattern() + ")+");
        CsvRows rows = rows("");
        List<String> texts = List.of("");
        for (int length = 0; length < 9; length++) {
            for (String text : texts) {
                CsvRow read = rows.row(1, text.getBytes(UTF_8));
                if (row.matcher(text + ",").matches()) {
                    String[] cells = cell.matcher(text + ",")
                            .results()
                            .map(c ->
                                    c.group(1) == null ? c.group(2) : c.group(1).replace("\"\"", "\""))
                            .toArray(String[]::new);
                    assertArrayEquals(cells, good(read).cells().texts(), text);
                } else {
                    assertEquals("a quote is out of place", bad(read).kind(), text);
                }
            }
            texts = texts.stream()
                    .flatMap(text -> Stream.of(text + 'a', text + ',', text + '"'))
                    .toList();
        }
    }

    @Test
    void saysOnWhichLineAHeaderCannotBeRead() {
        UnreadableHeader e = assertThrows(
                UnreadableHeader.class, () -> rows("\n\na,\"b\n1,2\n").header());
        assertEquals(3, e.line());
        assertEquals("a quote is out of place: not closed, or in a cell that does not begin with one", e.getMessage());
    }

    @Test
    void keepsTheRowsBetweenTwoStrayQuotes() throws IOException {
        CsvRows rows = rows("a,b\n1,\"x\n2,y\n3,\"z\n4,w\n");
        rows.header();
        assertEquals(2, bad(rows.next()).line());
        assertEquals(3, good(rows.next()).line());
        assertEquals(4, bad(rows.next()).line());
        assertEquals(5, good(rows.next()).line());
        assertNull(rows.next());
    }

    @Test
    void rejectsBytesThatAreNoUtf8AndKeepsThemAsTheyStood() throws IOException {
        byte[] file = "a,b\nM\u00fcnchen,\uFFFD\n1,2\n".getBytes(UTF_8);
        byte[] latin = {'a', ',', 'b', '\n', 'M', (byte) 0xFC, ',', '2', '\n', '3', ',', '4', '\n'};
        CsvRows fine = new CsvRows(new ByteArrayInputStream(file));
        fine.header();
        assertEquals("\uFFFD", good(fine.next()).cells().text(1), "a replacement character that stood in the file");
        CsvRows rows = new CsvRows(new ByteArrayInputStream(latin));
        rows.header();
        CsvRow.Bad bad = bad(rows.next());
        assertEquals("not UTF-8", bad.kind());
        assertArrayEquals(new byte[] {'M', (byte) 0xFC, ',', '2'}, bad.raw());
        good(rows.next());
    }

    @Test
    void cutsALineThatIsTooLongAndGoesOnBehindIt() throws IOException {
        String line = "x".repeat(3 * ByteLines.MAX_BYTES);
        CsvRows rows = rows("a,b\n" + line + "\n1,2\n");
        rows.header();
        CsvRow.Bad bad = bad(rows.next());
        assertEquals("the line is too long", bad.kind());
        assertEquals(ByteLines.MAX_BYTES, bad.raw().length);
        assertEquals(3, good(rows.next()).line());
    }

    @Test
    void findsNoHeaderInAnEmptyFile() throws IOException {
        assertNull(rows("").header());
        assertNull(rows("\n \r\n").header());
    }

    @Test
    void splitsRowsWithoutQuotesAsTheParserDoes() throws IOException {
        Random random = new Random(20140101);
        String[] pieces = {"a", ",", ",,", "é", "\u2028", "\uD83D\uDE80", " ", "\\", "\t", "\r", "'", "\\N", "\uFFFD"};
        for (int round = 0; round < 5_000; round++) {
            StringBuilder row = new StringBuilder("x");
            for (int p = random.nextInt(12); p > 0; p--) {
                row.append(pieces[random.nextInt(pieces.length)]);
            }
            row.append('y');
            String[] parsed = new RFC4180ParserBuilder().build().parseLine(row.toString());
            CsvRow.Good good = good(rows(row + "\n").next());
            assertArrayEquals(parsed, good.cells().texts(), row.toString());
            assertEquals(row.toString(), new String(good.raw(), UTF_8));
        }
    }

    @Test
    void givesBackWhatWasWrittenWhateverTheCellsHold() throws IOException {
        Random random = new Random(20140101);
        String[] pieces = {
            "a", ",", "\"", "\n", "\r\n", "é", "\u2028", "\uD83D\uDE80", " ", "\\", "\t", "'", ";", "0005"
        };
        for (int round = 0; round < 200; round++) {
            int columns = 1 + random.nextInt(8);
            List<String[]> written = new ArrayList<>();
            StringBuilder file = new StringBuilder("h" + ",h".repeat(columns - 1) + "\n");
            for (int r = 0; r < 40; r++) {
                String[] cells = new String[columns];
                for (int c = 0; c < columns; c++) {
                    StringBuilder cell = new StringBuilder(columns == 1 ? "x" : "");
                    for (int p = random.nextInt(5); p > 0; p--) {
                        cell.append(pieces[random.nextInt(pieces.length)]);
                    }
                    cells[c] = cell.toString();
                    file.append(c == 0 ? "" : ",")
                            .append('"')
                            .append(cells[c].replace("\"", "\"\""))
                            .append('"');
                }
                written.add(cells);
                file.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            CsvRows rows = rows(file.toString());
            rows.header();
            for (String[] cells : written) {
                assertArrayEquals(cells, good(rows.next()).cells().texts(), "round " + round);
            }
            assertNull(rows.next());
        }
    }

    @Test
    void endsALineAtEveryLineFeedAndNowhereElse() throws IOException {
        Random random = new Random(20150101);
        // What differs from a line feed by one, or by its highest bit.
        byte[] signs = {'\n', 0x0B, 0x0B, (byte) 0x8A, 0, 1, 'x'};
        byte[] file = new byte[400_000];
        for (int i = 0; i < file.length; i++) {
            file[i] = signs[random.nextInt(signs.length)];
        }
        List<String> expected = Stream.of(new String(file, ISO_8859_1).split("\n"))
                .filter(l -> !l.isEmpty())
                .toList();
        CsvRows rows = new CsvRows(new ByteArrayInputStream(file));
        List<String> found = new ArrayList<>();
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            found.add(new String(row.raw(), ISO_8859_1));
        }
        assertEquals(expected, found);
    }

    @Test
    void accountsForEveryByteOfRandomOnes() throws IOException {
        Random random = new Random(42);
        byte[] noise = new byte[2_000_000];
        random.nextBytes(noise);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("a,b\n".getBytes(UTF_8));
        file.writeBytes(noise);
        CsvRows rows = new CsvRows(new ByteArrayInputStream(file.toByteArray()));
        rows.header();
        long bytes = 0;
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            bytes += row.raw().length;
        }
        long lineEnds = 0;
        for (int i = 0; i < noise.length; i++) {
            if (noise[i] == '\n') {
                lineEnds++;
            }
        }
        assertTrue(bytes >= noise.length - 2 * lineEnds && bytes <= noise.length, bytes + " of " + noise.length);
    }

    private static CsvRows rows(String text) {
        return new CsvRows(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static CsvRow.Good good(CsvRow row) {
        return assertInstanceOf(CsvRow.Good.class, row, () -> row instanceof CsvRow.Bad bad ? bad.detail() : "no row");
    }

    private static CsvRow.Bad bad(CsvRow row) {
        return assertInstanceOf(
                CsvRow.Bad.class,
                row,
                () -> row instanceof CsvRow.Good g ? g.cells().toString() : "no row");
    }
}
