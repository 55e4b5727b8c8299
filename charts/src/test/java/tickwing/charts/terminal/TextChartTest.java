package tickwing.charts.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tickwing.charts.show.Contents;
import tickwing.charts.show.Page;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Samples;
import tickwing.common.text.Printable;

class TextChartTest {
    private static final TerminalOutput.Size SIZE = new TerminalOutput.Size(80, 24);

    private static List<String> lines(Page page) {
        return TerminalOutput.lines(page, "status", SIZE, Ink.PLAIN);
    }

    @Test
    void fillsTheTerminalAndNoMore() {
        for (int charts : new int[] {1, 2, 6}) {
            List<String> lines = lines(Samples.page(Samples.stocks(charts, 500)));
            assertTrue(lines.size() <= 24, lines.size() + " lines for " + charts);
            assertTrue(lines.stream().allMatch(line -> line.length() <= 80), "a line is too long");
        }
    }

    @Test
    void hasTitleDotsDatesNewestValuesAndStatus() {
        String text = String.join("\n", lines(Samples.page(Samples.stocks(1, 60))));
        assertTrue(text.startsWith("S000 · test"), text);
        assertTrue(text.chars().anyMatch(c -> c > 0x2800 && c <= 0x28FF), "no dots");
        assertTrue(text.contains("Feb"), text);
        assertTrue(text.contains("Fri 2013-03-01  close "), text);
        assertTrue(text.endsWith("status"), text);
    }

    @Test
    void writesTheNewestValuesOfPanesBelowInLinesThatFit() {
        Page page = Samples.page(List.of(Samples.withPanes("AAPL", 60, 7)));
        List<String> lines = lines(page);
        String text = String.join("\n", lines);
        for (String name : List.of("wave 0", "bars 1", "dots 1", "wave 6")) {
            assertTrue(text.contains(name + " 0.2690"), text);
        }
        lines.forEach(line -> assertTrue(line.length() <= 91, "a line is too long: " + line));
        assertEquals(lines(Samples.page(Samples.stocks(1, 60))).size(), lines.size(), "the plot makes room");
    }

    @Test
    void writesPricesFarBelowOneWithDigitsThatSaySomething() {
        double[] closes = {0.000_012_34, 0.000_012_51, 0.000_011_98};
        String text = String.join("\n", lines(Samples.page(List.of(Samples.prices("SHIB", closes)))));
        assertTrue(text.contains("close 0.00001198"), text);
        assertTrue(text.contains("0.00001376 "), text);
    }

    @Test
    void showsTheStatusWhenThereIsNoChart() {
        assertEquals(List.of("status"), lines(Samples.page(List.of())));
    }

    @Test
    void showsNamesThatTheTerminalDoesNotObeyAndThatFit() {
        String hostile = "\033]0;x\007\nfake \u202e" + "long ".repeat(40);
        ChartView chart = Samples.stock(hostile, 60);
        String note = new Contents(List.of(hostile), out -> {}, "no bars of " + hostile).note();
        List<String> lines = TerminalOutput.lines(Samples.page(List.of(chart)), note, SIZE, Ink.PLAIN);
        assertTrue(lines.get(0).startsWith("\\u001b]0;x\\u0007\\nfake \\u202elong"), lines.get(0));
        assertTrue(lines.get(lines.size() - 1).startsWith("no bars of \\u001b]0;x"), lines.get(lines.size() - 1));
        lines.forEach(line -> {
            assertEquals(Printable.of(line), line);
            assertTrue(line.length() <= 80, "a line is too long: " + line);
        });
    }

    @Test
    void saysHowManyChartsItHasNoRoomFor() {
        assertTrue(String.join("\n", lines(Samples.page(Samples.stocks(6, 50)))).contains("2 of 6 charts"));
    }

    @Test
    void drawsDotsWhereBrailleHasThem() {
        Canvas canvas = new Canvas(2, 1);
        canvas.dot(0, 0, 0);
        canvas.dot(1, 3, 0);
        canvas.line(2, 0, 2, 3, 0);
        canvas.dot(99, 99, 0);
        assertEquals("\u2881\u2847", canvas.row(0, Ink.PLAIN));
    }
}
