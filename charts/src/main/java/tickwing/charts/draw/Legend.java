package tickwing.charts.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;

/**
 * The names of a chart's lines, below the plot, in as many rows as they need; the last row that there is room for says
 * how many more there are.
 */
record Legend(List<Entry> entries, Theme theme) {
    /** One name; {@code candles} stand for a line that is drawn as such. */
    record Entry(String name, Line.Role role, int colour, boolean candles) {}

    private static final int SAMPLE = 18;
    private static final int GAP = 16;

    static Legend of(ChartView view, Theme theme) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < view.lines().size(); i++) {
            Line line = view.lines().get(i);
            if (line.role() != Line.Role.BAND_LOWER) {
                boolean candles = view.hasCandles() && line.role() == Line.Role.MAIN;
                entries.add(new Entry(name(view.lines(), i), line.role(), line.colour(), candles));
            }
        }
        return new Legend(entries, theme);
    }

    /** A band has one entry: {@code upper, lower}. */
    private static String name(List<Line> lines, int i) {
        String name = lines.get(i).name();
        if (lines.get(i).role() != Line.Role.BAND_UPPER || i + 1 == lines.size()) {
            return name;
        }
        String lower = lines.get(i + 1).name();
        return name + ", " + lower.substring(lower.lastIndexOf(' ') + 1);
    }

    /** How many pixels it needs at the bottom of a chart; at most a third of it. */
    int height(int width, int chartHeight) {
        Font font = Fonts.label(width, chartHeight);
        int row = Fonts.metrics(font).getHeight() + 2;
        int rows = Math.min(rows(width, font).size(), chartHeight / 3 / row);
        return rows == 0 ? 0 : rows * row + 6;
    }

    /** Draws into the bottom of 0,0 to width,chartHeight. */
    void paint(Graphics2D g, int width, int chartHeight) {
        Font font = Fonts.label(width, chartHeight);
        FontMetrics metrics = Fonts.metrics(font);
        int row = metrics.getHeight() + 2;
        int top = chartHeight - height(width, chartHeight);
        g.setFont(font);
        List<List<Entry>> rows = rows(width, font);
        int shown = 0;
        for (int r = 0; r < rows.size() && top + row <= chartHeight; r++) {
            double wide = rows.get(r).stream().mapToInt(e -> width(e, metrics)).sum() - GAP;
            double x = Math.max(4, (width - wide) / 2);
            for (Entry entry : rows.get(r)) {
                paint(entry, x, top + metrics.getAscent(), metrics, g);
                x += width(entry, metrics);
                shown++;
            }
            top += row;
        }
        if (shown < entries.size()) {
            String more = "+" + (entries.size() - shown);
            g.setColor(theme.faintText());
            g.drawString(more, width - metrics.stringWidth(more) - 4, top - row + metrics.getAscent());
        }
    }

    private List<List<Entry>> rows(int width, Font font) {
        FontMetrics metrics = Fonts.metrics(font);
        List<List<Entry>> rows = new ArrayList<>();
        int free = 0;
        for (Entry entry : entries) {
            int wide = width(entry, metrics);
            if (rows.isEmpty() || wide > free) {
                rows.add(new ArrayList<>());
                free = width - 40;
            }
            rows.get(rows.size() - 1).add(entry);
            free -= wide;
        }
        return rows;
    }

    private static int width(Entry entry, FontMetrics metrics) {
        return SAMPLE + 5 + metrics.stringWidth(entry.name()) + GAP;
    }

    private void paint(Entry entry, double x, double baseline, FontMetrics metrics, Graphics2D g) {
        double middle = baseline - metrics.getAscent() * 0.35;
        Color colour = theme.series(entry.colour());
        int round = theme.round(entry.colour());
        if (entry.candles()) {
            g.setStroke(Strokes.HAIR);
            g.setColor(theme.series(CandlePlot.RISING));
            g.draw(new Rectangle2D.Double(x + 2, middle - 4, 5, 8));
            g.setColor(theme.series(CandlePlot.FALLING));
            g.fill(new Rectangle2D.Double(x + 11, middle - 4, 5, 8));
        } else if (entry.role() == Line.Role.DOTS) {
            g.setColor(colour);
            for (int dot = 0; dot < 3; dot++) {
                g.fill(new Ellipse2D.Double(x + 1 + 6.0 * dot, middle - 2, 4, 4));
            }
        } else if (entry.role() == Line.Role.STACKED || entry.role() == Line.Role.HISTOGRAM) {
            g.setColor(round == 0 ? colour : colour.darker());
            g.fill(new Rectangle2D.Double(x, middle - 4, SAMPLE, 8));
        } else {
            if (entry.role() == Line.Role.BAND_UPPER) {
                g.setColor(theme.fill(entry.colour()));
                g.fill(new Rectangle2D.Double(x, middle - 4, SAMPLE, 8));
            }
            BasicStroke stroke = Strokes.line(entry.role(), round);
            g.setColor(colour);
            g.setStroke(stroke);
            double y = entry.role() == Line.Role.BAND_UPPER ? middle - 4 : middle;
            g.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        }
        g.setColor(theme.text());
        g.drawString(entry.name(), (float) (x + SAMPLE + 5), (float) baseline);
    }
}
