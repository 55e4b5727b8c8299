package tickwing.replay.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnifferTest {
    private static final List<String> KNOWN = List.of("Date", "Open", "Close");

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void goesByTheSeparatorThatMakesColumnsKnown(char separator) throws IOException {
        assertEquals(
                separator,
                sniff("Date,Open,Close\n1,2,3\n".replace(',', separator)).separator());
        String commas = "Date;Open;Close\n2023;1,5;1,5\n".replace(';', separator == ',' ? ';' : separator);
        assertEquals(separator == ',' ? ';' : separator, sniff(commas).separator());
    }

    @Test
    void goesByRegularityWhereNothingIsKnown() throws IOException {
        assertEquals(';', sniff("Datum;Hoch, Tief;Ende\n1;2;3\n4;5,6,7;8\n").separator());
        assertEquals(',', sniff("").separator());
        assertEquals(',', sniff("one column\n1\n2\n").separator());
    }

    @Test
    void doesAsItIsTold() throws IOException {
        assertEquals(
                '^',
                new Sniffer("Date,Open\n".getBytes(UTF_8), KNOWN::contains)
                        .dialect('^')
                        .separator());
        Dialect said = sniff("sep=;\nDate;Open,x\n");
        assertEquals(List.of(';', 1), List.of(said.separator(), said.preamble()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.com\n", "www.example.com\r\n", "A report\nof two lines\n"})
    void leavesOutLinesBeforeTheHeader(String lines) throws IOException {
        Dialect dialect = sniff(lines + "Date,Open,Close\n1,2,3\n");
        assertEquals(lines.lines().count(), dialect.preamble());
    }

    @Test
    void leavesOutNoLineThatMayBeTheHeader() throws IOException {
        assertEquals(0, sniff("a,b,c\nDate,Open,Close\n").preamble());
        assertEquals(0, sniff("Date,Open,Close\nDate,Open,Close\n").preamble());
        assertEquals(0, sniff("a\nb\n1,2,3\n").preamble());
    }

    @Test
    void goesByTheByteOrderMark() throws IOException {
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            Dialect dialect = new Sniffer("\uFEFFDate\tOpen\n1\t2\n".getBytes(charset), KNOWN::contains).dialect(null);
            assertEquals(List.of(charset, '\t'), List.of(dialect.charset(), dialect.separator()));
        }
    }

    @Test
    void takesCarriageReturnsForLineEndsWhereThereIsNothingElse() throws IOException {
        assertEquals('\r', sniff("Date,Open\r1,2\r").lineBreak());
        assertEquals('\n', sniff("Date,Open\r\n1,2\r\n").lineBreak());
        assertEquals('\n', sniff("Date,Open").lineBreak());
    }

    private static Dialect sniff(String text) throws IOException {
        return new Sniffer(text.getBytes(UTF_8), KNOWN::contains).dialect(null);
    }
}
