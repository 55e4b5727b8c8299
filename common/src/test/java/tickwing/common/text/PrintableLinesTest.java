package tickwing.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PrintableLinesTest {
    private static final String END = System.lineSeparator();

    private final StringWriter written = new StringWriter();

    @Test
    void makesOneLineOfASentenceAndLeavesTables() {
        PrintWriter out = new PrintableLines(new PrintWriter(written));
        out.println("a\nb\033");
        out.println((Object) "c\rd");
        out.println((String) null);
        out.append("A,\"\033\n\"\n").print("\033[H");
        out.flush();
        assertEquals("a\\nb\\u001b" + END + "c\\rd" + END + "null" + END + "A,\"\033\n\"\n\033[H", written.toString());
    }

    @Test
    void writesTablesOnATerminalPrintableWithTheirLines() throws IOException {
        try (PrintableWriter terminal = new PrintableWriter(written)) {
            terminal.append("A\033,\"x\ny\"\r\n").append('\007').append("\t\r");
            terminal.write("\ud83d");
            terminal.write("\udcc8\ud83d");
            terminal.write("x");
        }
        assertEquals("A\\u001b,\"x" + END + "y\"" + END + "\\u0007\t\\r\ud83d\udcc8\\ud83dx", written.toString());
    }

    @Test
    void leavesTheReturnsOfAProgressLineWhereItIsToldTo() throws IOException {
        try (PrintableWriter terminal = new PrintableWriter(written, "\r")) {
            terminal.write("\rfile\033  10%");
        }
        assertEquals("\rfile\\u001b  10%", written.toString());
    }

    @Test
    void knowsTheDevicesOfTerminals() {
        assertTrue(Terminal.isDevice("/dev/pts/3"));
        assertTrue(Terminal.isDevice("/dev/tty1"));
        assertTrue(Terminal.isDevice("/dev/console"));
        assertFalse(Terminal.isDevice("/dev/null"));
        assertFalse(Terminal.isDevice("pipe:[123]"));
        assertFalse(Terminal.isDevice("/tmp/dev/pts/3"));
    }

    @Test
    void quotesTheCellsThatNeedIt() {
        assertEquals("=A-1+@;'", CsvCell.of("=A-1+@;'"));
        assertEquals("\"A,B\"", CsvCell.of("A,B"));
        assertEquals("\"say \"\"A\"\"\"", CsvCell.of("say \"A\""));
        assertEquals("\"a\nb\"", CsvCell.of("a\nb"));
        assertEquals("\"a\rb\"", CsvCell.of("a\rb"));
        assertEquals("", CsvCell.of(""));
    }
}
