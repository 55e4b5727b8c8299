package tickwing.charts.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tickwing.charts.view.ChartAxis;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;
import tickwing.charts.view.NumberText;

/** One chart as lines of text: title, plot with y labels, dates, legend with the newest values, those of panes below too. */
final class TextChart {
    private static final int LABELS = 10;
    private static final int LEAST_ROWS = 3;

    private final ChartView view;
    private final int columns;
    private final int rows;
    private final Ink ink;
    private final List<String> legend;
    private final int first;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private TextChart(ChartView view, int columns, int rows, Ink ink) {
        this.view = view;
        this.columns = Math.max(10, columns - LABELS - 1);
        this.ink = ink;
        legend = legend(LABELS + 1 + this.columns, Math.max(1, rows / 3));
        this.rows = Math.max(LEAST_ROWS, rows - 2 - legend.size());
        // As many positions as there are dots across; older ones are further left than the terminal reaches.
        first = Math.max(0, view.axis().size() - this.columns * 2);
        fit();
    }

    /** The chart in a rectangle of characters. */
    static List<String> lines(ChartView view, int columns, int rows, Ink ink) {
        return new TextChart(view, columns, rows, ink).lines();
    }

    private void fit() {
        for (int i = first; i < view.axis().size(); i++) {
            double stacked = 0;
            for (Line line : view.lines()) {
                double y = line.y(i);
                if (line.role() == Line.Role.STACKED && !Double.isNaN(y)) {
                    stacked += y;
                    y = stacked;
                }
                low = y < low ? y : low;
                high = y > high ? y : high;
            }
        }
        low = Double.isNaN(view.yMin()) ? low : view.yMin();
        high = Double.isNaN(view.yMax()) ? high : view.yMax();
        if (!(low < high)) {
            low = Double.isFinite(low) ? low - 1 : 0;
            high = low + 2;
        }
    }

    private List<String> lines() {
        List<String> text = new ArrayList<>();
        text.add(view.title().substring(0, Math.min(view.title().length(), LABELS + 1 + columns)));
        Canvas canvas = new Canvas(columns, rows);
        for (Line line : view.lines()) {
            draw(line, canvas);
        }
        for (int row = 0; row < rows; row++) {
            boolean labelled = row == 0 || row == rows - 1 || row == rows / 2;
            double value = high - (high - low) * row / (rows - 1);
            String label = labelled ? NumberText.onAxis(value, high - low) : "";
            text.add(ink.faint(String.format(Locale.ROOT, "%" + LABELS + "s ", label)) + canvas.row(row, ink));
        }
        text.add(ink.faint(dates()));
        text.addAll(legend);
        return text;
    }

    private int x(int i) {
        int last = view.axis().size() - 1;
        double from = view.axis().x(first);
        double to = view.axis().x(last);
        return to == from ? 0 : (int) Math.round((view.axis().x(i) - from) / (to - from) * (columns * 2 - 1));
    }

    private int y(double value) {
        return (int) Math.round((high - value) / (high - low) * (rows * 4 - 1));
    }

    private void draw(Line line, Canvas canvas) {
        int before = -1;
        double base = 0;
        for (int i = first; i < view.axis().size(); i++) {
            double value = line.y(i);
            if (Double.isNaN(value)) {
                before = -1;
            } else if (line.role() == Line.Role.DOTS) {
                canvas.dot(x(i), y(value), line.colour());
            } else if (line.role() == Line.Role.STACKED) {
                base = below(line, i);
                canvas.line(x(i), y(base), x(i), y(base + value), line.colour());
            } else {
                int from = before < 0 ? i : before;
                canvas.line(x(from), y(line.y(from)), x(i), y(value), line.colour());
                before = i;
            }
        }
    }

    private double below(Line line, int i) {
        return view.lines().stream()
                .takeWhile(other -> other != line)
                .mapToDouble(other -> other.y(i))
                .filter(y -> !Double.isNaN(y))
                .sum();
    }

    private String dates() {
        char[] row = new char[LABELS + 1 + columns];
        Arrays.fill(row, ' ');
        int free = 0;
        for (ChartAxis.Tick tick : view.axis().ticks(first, view.axis().size() - 1, columns / 12)) {
            int i = view.axis().nearest(tick.x());
            int at = Math.min(LABELS + 1 + x(i) / 2, row.length - tick.label().length());
            if (at >= free) {
                tick.label().getChars(0, tick.label().length(), row, at);
                free = at + tick.label().length() + 2;
            }
        }
        return new String(row).stripTrailing();
    }

    /** One line for the chart itself; then the values of the panes below, which are not drawn, as far as there is room. */
    private List<String> legend(int width, int most) {
        int last = view.axis().size() - 1;
        List<String> parts = new ArrayList<>();
        parts.add(last < 0 ? "" : view.axis().text(last) + (last >= view.formingFrom() ? " (forming)" : ""));
        view.lines().forEach(line -> parts.add(ink.of(line.colour(), line.name()) + " " + value(line, last)));
        List<String> text = new ArrayList<>(List.of(String.join("  ", parts)));
        StringBuilder row = new StringBuilder();
        int taken = 0;
        for (ChartView pane : view.below()) {
            for (Line line : pane.lines()) {
                String value = value(line, last);
                int wide = line.name().length() + 1 + value.length() + 2;
                if (taken > 0 && taken + wide - 2 > width) {
                    text.add(row.toString());
                    row.setLength(0);
                    taken = 0;
                }
                row.append(taken == 0 ? "" : "  ").append(ink.of(line.colour(), line.name()));
                row.append(' ').append(value);
                taken += wide;
            }
        }
        if (taken > 0) {
            text.add(row.toString());
        }
        return text.subList(0, Math.min(text.size(), most));
    }

    private static String value(Line line, int i) {
        return NumberText.value(i < 0 ? Double.NaN : line.y(i));
    }
}
