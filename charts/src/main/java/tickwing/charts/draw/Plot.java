package tickwing.charts.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;

/** Draws the lines, bands, candles and bars of a chart; no more points than there are pixels. */
final class Plot {
    private final ChartView view;
    private final VisibleRange span;
    private final Scale scale;
    private final Theme theme;
    private final Graphics2D g;
    private final int pixels;

    Plot(ChartView view, VisibleRange span, Scale scale, Theme theme, Graphics2D g) {
        this.view = view;
        this.span = span;
        this.scale = scale;
        this.theme = theme;
        this.g = g;
        pixels = (int) Math.max(1, scale.width());
    }

    void paint() {
        g.clip(new Rectangle2D.Double(scale.left(), scale.top() - 2, scale.width(), scale.height() + 4));
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        paintGuides();
        List<Line> lines = view.lines();
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).role() == Line.Role.BAND_UPPER) {
                paintBand(lines.get(i), lines.get(i + 1));
            }
        }
        paintStacks();
        lines.stream().filter(line -> line.role() == Line.Role.HISTOGRAM).forEach(this::paintHistogram);
        if (view.hasCandles()) {
            new CandlePlot(view.candles(), view.axis(), scale, theme, g).paint(span, view.formingFrom());
        }
        for (Line line : lines) {
            boolean hiddenByCandles = view.hasCandles() && line.role() == Line.Role.MAIN;
            if (line.role() == Line.Role.DOTS) {
                paintDots(line);
            } else if (line.role() != Line.Role.STACKED && line.role() != Line.Role.HISTOGRAM && !hiddenByCandles) {
                paintLine(line);
            }
        }
    }

    private void paintGuides() {
        g.setStroke(Strokes.GUIDE);
        g.setColor(theme.guide());
        for (double guide : view.guides()) {
            double y = Math.round(scale.py(guide)) + 0.5;
            g.draw(new Line2D.Double(scale.left(), y, scale.left() + scale.width(), y));
        }
    }

    private void paintLine(Line line) {
        int finishedTo = Math.min(span.last(), view.formingFrom() - 1);
        g.setColor(theme.series(line.colour()));
        g.setStroke(Strokes.line(line.role(), theme.round(line.colour())));
        int[] finished = Thinning.indices(line.y(), span.first(), finishedTo, pixels);
        if (finished.length <= pixels) {
            g.draw(path(line, finished));
        } else {
            paintDense(line, finished);
        }
        paintLonePoints(line, finished);
        if (view.formingFrom() <= span.last()) {
            paintForming(line, Math.max(span.first(), view.formingFrom() - 1));
        }
    }

    /**
     * A line that goes up and down in every pixel column: nothing there to smooth. Whole pixels are several times as fast
     * as a path, and look the same.
     */
    private void paintDense(Line line, int[] indices) {
        int[] x = new int[indices.length];
        int[] y = new int[indices.length];
        int count = 0;
        smooth(false);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_DEFAULT);
        g.setStroke(Strokes.HAIR);
        for (int i : indices) {
            if (Double.isNaN(line.y(i))) {
                g.drawPolyline(x, y, count);
                count = 0;
            } else {
                x[count] = (int) scale.px(view.axis().x(i));
                y[count++] = (int) Math.round(scale.py(line.y(i)));
            }
        }
        g.drawPolyline(x, y, count);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        smooth(true);
    }

    private void paintForming(Line line, int from) {
        int[] forming = Thinning.indices(line.y(), from, span.last(), pixels);
        g.setStroke(Strokes.FORMING);
        g.draw(path(line, forming));
        if (line.role() == Line.Role.MAIN && !Double.isNaN(line.y(span.last()))) {
            dot(span.last(), line.y(span.last()), 3.5);
        }
    }

    /** Points without neighbours, which no line reaches. */
    private void paintLonePoints(Line line, int[] indices) {
        for (int k = 0; k < indices.length; k++) {
            boolean alone = (k == 0 || Double.isNaN(line.y(indices[k - 1])))
                    && (k == indices.length - 1 || Double.isNaN(line.y(indices[k + 1])));
            if (alone && !Double.isNaN(line.y(indices[k]))) {
                dot(indices[k], line.y(indices[k]), 2.5);
            }
        }
    }

    private void dot(int i, double y, double radius) {
        double x = scale.px(view.axis().x(i));
        g.fill(new Ellipse2D.Double(x - radius, scale.py(y) - radius, 2 * radius, 2 * radius));
    }

    private Path2D path(Line line, int[] indices) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, indices.length + 1);
        boolean pen = false;
        for (int i : indices) {
            double y = line.y(i);
            if (Double.isNaN(y)) {
                pen = false;
            } else if (pen) {
                path.lineTo(scale.px(view.axis().x(i)), scale.py(y));
            } else {
                path.moveTo(scale.px(view.axis().x(i)), scale.py(y));
                pen = true;
            }
        }
        return path;
    }

    /** The area between two edges, where there are both: there along the upper one, back along the lower one. */
    private void paintBand(Line upper, Line lower) {
        int start = span.first();
        int end = span.last();
        while (start <= end && Double.isNaN(upper.y(start) + lower.y(start))) {
            start++;
        }
        while (end > start && Double.isNaN(upper.y(end) + lower.y(end))) {
            end--;
        }
        if (start >= end) {
            return;
        }
        int[] there = Thinning.indices(upper.y(), start, end, pixels / 2);
        int[] back = Thinning.indices(lower.y(), start, end, pixels / 2);
        Path2D area = path(upper, there);
        for (int k = back.length - 1; k >= 0; k--) {
            area.lineTo(scale.px(view.axis().x(back[k])), scale.py(lower.y(back[k])));
        }
        area.closePath();
        g.setColor(theme.fill(upper.colour()));
        smooth(false);
        g.fill(area);
        smooth(true);
    }

    private void paintStacks() {
        List<Line> stacked = view.lines().stream()
                .filter(line -> line.role() == Line.Role.STACKED)
                .toList();
        double slot = scale.width() / Math.max(1, span.size());
        double wide = Math.max(1, Math.min(slot * 0.8, 60));
        for (int i = span.first(); !stacked.isEmpty() && i <= span.last(); i++) {
            double base = 0;
            double x = scale.px(view.axis().x(i)) - wide / 2;
            for (Line line : stacked) {
                double y = line.y(i);
                if (!Double.isNaN(y)) {
                    Color colour = theme.series(line.colour());
                    g.setColor(theme.round(line.colour()) == 0 ? colour : colour.darker());
                    double top = scale.py(base + y);
                    g.fill(new Rectangle2D.Double(x, top, wide, scale.py(base) - top));
                    base += y;
                }
            }
        }
    }

    private void paintHistogram(Line line) {
        double slot = scale.width() / Math.max(1, span.size());
        double wide = Math.max(1, Math.min(slot * 0.8, 60));
        double zero = scale.py(0);
        g.setColor(theme.bar(line.colour()));
        for (int i : Thinning.indices(line.y(), span.first(), span.last(), pixels)) {
            if (!Double.isNaN(line.y(i))) {
                double y = scale.py(line.y(i));
                double x = scale.px(view.axis().x(i)) - wide / 2;
                g.fill(new Rectangle2D.Double(x, Math.min(y, zero), wide, Math.abs(y - zero)));
            }
        }
    }

    private void paintDots(Line line) {
        double slot = scale.width() / Math.max(1, span.size());
        double radius = Math.max(1.5, Math.min(2.5, slot * 0.35));
        g.setColor(theme.series(line.colour()));
        for (int i : Thinning.indices(line.y(), span.first(), span.last(), pixels)) {
            if (!Double.isNaN(line.y(i))) {
                dot(i, line.y(i), radius);
            }
        }
    }

    private void smooth(boolean on) {
        g.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                on ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    }
}
