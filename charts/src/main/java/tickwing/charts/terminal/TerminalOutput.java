package tickwing.charts.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tickwing.charts.draw.Theme;
import tickwing.charts.output.Output;
import tickwing.charts.show.Page;
import tickwing.charts.view.ChartView;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.text.Printable;
import tickwing.common.text.Terminal;

/**
 * Charts on standard output, as text; on a terminal in colour, each page over the one before, as large as the
 * terminal is then.
 */
public final class TerminalOutput implements Output {
    /** How many characters there is room for. */
    record Size(int columns, int rows) {}

    private static final Size USUAL = new Size(100, 30);
    private static final int ROWS_A_CHART = 10;
    private static final String FROM_THE_TOP = "\033[H\033[J";

    private final Ink ink;
    /** As it was when charts were asked for, so that there are as many as fit. */
    private Size size = USUAL;

    private TerminalOutput(Ink ink) {
        this.ink = ink;
    }

    /** For the standard output of this process. */
    public static TerminalOutput ofThisProcess() {
        return new TerminalOutput(isTerminal() ? Ink.ANSI : Ink.PLAIN);
    }

    private static boolean isTerminal() {
        return Terminal.isOutput() && System.getenv("TERM") != null && size() != null;
    }

    @Override
    public int mostCharts() {
        Size now = ink == Ink.ANSI ? size() : USUAL;
        size = now == null ? USUAL : now;
        return most(size);
    }

    private static int most(Size size) {
        return Math.max(1, (size.rows() - 1) / ROWS_A_CHART);
    }

    @Override
    public void write(Page page, String status, Theme theme, PrintWriter standardOutput) {
        List<String> lines = lines(page, status, size, ink);
        PrintWriter out = standardOutput;
        if (ink == Ink.ANSI) {
            // Not by the writer that is given, which lets nothing through that moves a terminal's cursor.
            out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
            out.print(FROM_THE_TOP + String.join("\n", lines));
        } else {
            out.print(String.join("\n", lines) + "\n");
        }
        if (out.checkError()) {
            throw new StandardOutputLost();
        }
    }

    @Override
    public String toString() {
        return "the terminal";
    }

    static List<String> lines(Page page, String status, Size size, Ink ink) {
        List<String> lines = new ArrayList<>();
        List<ChartView> charts = page.charts().stream()
                .filter(chart -> !chart.isEmpty())
                .limit(most(size))
                .toList();
        int many = Math.max(1, charts.size());
        for (ChartView chart : charts) {
            lines.addAll(TextChart.lines(chart, size.columns(), (size.rows() - 1) / many, ink));
        }
        String left = page.of() > many ? " · " + many + " of " + page.of() + " charts" : "";
        String words = Printable.of(status + left);
        lines.add(ink.faint(words.substring(0, Math.min(words.length(), size.columns()))));
        return lines;
    }

    /** As stty tells it, which is everywhere but on Windows; null where there is no terminal. */
    private static Size size() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
            if (!stty.waitFor(1, TimeUnit.SECONDS) || !text.matches("\\d{1,4} \\d{1,4}")) {
                return null;
            }
            int rows = Integer.parseInt(text.substring(0, text.indexOf(' ')));
            int columns = Integer.parseInt(text.substring(text.indexOf(' ') + 1));
            return rows == 0 || columns == 0 ? null : new Size(columns, rows);
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
