package tickwing.charts.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tickwing.charts.draw.Theme;
import tickwing.charts.show.Page;
import tickwing.charts.terminal.TerminalOutput;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;
import tickwing.charts.view.Samples;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.error.UsageError;
import tickwing.common.error.UserError;
import tickwing.common.file.NotWritten;

class OutputFileTest {
    private static final Page PAGE = Samples.page(Samples.stocks(2, 100));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    private void write(String file, Page page) {
        OutputFile.of(file).write(page, "status", Theme.LIGHT, new PrintWriter(out));
    }

    @Test
    void writesWhatTheEndingSays() throws IOException {
        write(folder.resolve("a.PNG").toString(), PAGE);
        write(folder.resolve("new/folder/a.svg").toString(), PAGE);
        write(folder.resolve("a.csv").toString(), PAGE);
        assertEquals(750, ImageIO.read(folder.resolve("a.PNG").toFile()).getHeight());
        String svg = Files.readString(folder.resolve("new/folder/a.svg"));
        assertTrue(svg.contains("<svg") && svg.contains(">middle</text"));
        assertEquals("symbol,time,close\n", Files.readString(folder.resolve("a.csv")));
        assertEquals("", out.toString());
    }

    @Test
    void writesNamesIntoAnSvgAsTextAndNothingElse() throws Exception {
        String name = "<image href=\"http://localhost/x\"/>&\033\u202e\ud83d\uffff";
        String svg = folder.resolve("a.svg").toString();
        ChartView view = Samples.stock(name, 50);
        Line line = new Line(name, Line.Role.MAIN, 0, view.lines().get(0).y());
        ChartView named = new ChartView(
                name, name, name, view.axis(), 50, List.of(line), view.candles(), List.of(), Double.NaN, Double.NaN);
        write(svg, Samples.page(List.of(named)));
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document =
                parsers.newDocumentBuilder().parse(new ByteArrayInputStream(Files.readAllBytes(Path.of(svg))));
        assertEquals(0, document.getElementsByTagName("image").getLength());
        String text = document.getDocumentElement().getTextContent();
        assertTrue(text.contains("<image href=\"http://localhost/x\"/>&\\u001b\\u202e\\ud83d\\uffff"), text);
    }

    @Test
    void writesCsvToStandardOutput() {
        write("-", PAGE);
        assertEquals("symbol,time,close\n", out.toString());
    }

    @Test
    void stopsComputingATableThatNobodyReadsAnyMore() {
        PrintWriter closed = new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int count) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        int[] rows = {0};
        Page endless = new Page(List.of(), 0, text -> {
            for (; rows[0] < 1_000_000; rows[0]++) {
                text.append("AAPL,2014-01-02,1.0\n");
            }
        });
        assertThrows(StandardOutputLost.class, () -> OutputFile.of("-").write(endless, "status", Theme.LIGHT, closed));
        assertTrue(rows[0] < 10_000, rows[0] + " rows were computed");
    }

    @Test
    void tellsWhenAShortTableCouldNotBeWritten() {
        PrintWriter full = new PrintWriter(OutputStream.nullOutputStream()) {
            @Override
            public boolean checkError() {
                return true;
            }
        };
        assertThrows(StandardOutputLost.class, () -> OutputFile.of("-").write(PAGE, "status", Theme.LIGHT, full));
        assertThrows(
                StandardOutputLost.class,
                () -> TerminalOutput.ofThisProcess().write(PAGE, "status", Theme.LIGHT, full));
    }

    @Test
    void replacesAFileAsAWholeAndLeavesNothingElseBehind() throws IOException {
        String file = folder.resolve("a.csv").toString();
        write(file, PAGE);
        write(file, new Page(List.of(), 0, text -> text.append("second\n")));
        assertEquals("second\n", Files.readString(Path.of(file)));
        assertThrows(UserError.class, () -> write(file, new Page(List.of(), 0, OutputFileTest::fail)));
        assertEquals("second\n", Files.readString(Path.of(file)), "a failure leaves the old file");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    private static void fail(Appendable text) throws IOException {
        text.append("half");
        throw new IOException("disk full");
    }

    @Test
    void saysInOneSentenceWhatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        String file = folder.resolve("file/a.png").toString();
        UserError e = assertThrows(UserError.class, () -> write(file, PAGE));
        assertEquals(
                file + " cannot be written: " + folder.resolve("file") + " is a file, where a folder is needed.",
                e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.svg", "a.csv"})
    void saysWhatTheDiskSaysWhateverTheFormat(String file) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        IOException e = assertThrows(
                IOException.class,
                () -> OutputFile.of(file).content(PAGE, "status", Theme.LIGHT).writeTo(full));
        assertEquals(file + " cannot be written: No space left on device.", new NotWritten(file, e).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chart", "chart.pdf", "png", ""})
    void refusesAnEndingItDoesNotKnow(String file) {
        UsageError e = assertThrows(UsageError.class, () -> OutputFile.of(file));
        assertTrue(e.getMessage().contains(".png, .svg or .csv"), e.getMessage());
    }
}
