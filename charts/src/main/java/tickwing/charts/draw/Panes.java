package tickwing.charts.draw;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.text.DecimalFormat;
import java.util.List;
import tickwing.charts.view.ChartAxis;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.NumberText;

/**
 * The panes below a chart: where they are, and how they are drawn. Their plots begin and end where that of the chart does,
 * which XChart, who makes room for the labels of one axis, would not let them. Where a chart is too low for all of its panes,
 * the first ones are drawn, and the last of them says how many there are no room for.
 *
 * @param main how many pixels are left for the chart itself
 * @param pane how many each pane has
 * @param shown how many panes are drawn
 * @param left how many are not
 */
record Panes(int main, int pane, int shown, int left) {
    private static final double SHARE_OF_ALL = 0.6;
    private static final double SHARE_OF_ONE = 0.22;
    private static final int LEAST = 48;
    private static final int GAP = 8;

    static Panes of(ChartView view, int height) {
        int many = view.below().size();
        int shown = Math.min(many, (int) (height * SHARE_OF_ALL / LEAST));
        if (shown == 0) {
            return new Panes(height, 0, 0, many);
        }
        int pane = (int) Math.min(height * SHARE_OF_ONE, height * SHARE_OF_ALL / shown);
        return new Panes(height - shown * pane, pane, shown, many - shown);
    }

    boolean isEmpty() {
        return shown == 0;
    }

    /** Where the lowest plot ends. */
    double bottom() {
        return main + (double) shown * pane - GAP;
    }

    /** @param above where the values of the chart itself are */
    void paint(ChartView view, VisibleRange span, Scale above, Theme theme, Graphics2D g, int width) {
        if (isEmpty() || above.width() < 2) {
            return;
        }
        g.setColor(theme.background());
        g.fillRect(0, main, width, shown * pane);
        Font font = Fonts.label(width, main);
        int titleHeight = g.getFontMetrics(font).getHeight() + 2;
        for (int i = 0; i < shown; i++) {
            ChartView its = view.below().get(i);
            Limits limits = Limits.of(its, span);
            double top = main + i * pane + titleHeight;
            double height = Math.max(2, pane - titleHeight - GAP);
            Scale scale = new Scale(
                    above.left(), top, above.width(), height, above.xMin(), above.xMax(), limits.yMin(), limits.yMax());
            String more = i < shown - 1 || left == 0 ? "" : " · no room for " + left + " more";
            paintAround(its, its.title() + more, span, scale, theme, font, g);
            Graphics2D clipped = (Graphics2D) g.create();
            new Plot(its, span, scale, theme, clipped).paint();
            clipped.dispose();
        }
    }

    private static void paintAround(
            ChartView view, String title, VisibleRange span, Scale scale, Theme theme, Font font, Graphics2D g) {
        FontMetrics metrics = g.getFontMetrics(font);
        double end = scale.left() + scale.width();
        g.setFont(font);
        g.setColor(theme.text());
        g.drawString(title, (float) scale.left(), (float) (scale.top() - metrics.getDescent() - 2));
        g.setStroke(Strokes.HAIR);
        int ticks = (int) Math.max(1, scale.height() / (metrics.getHeight() * 1.6));
        double step = Limits.step((scale.yMax() - scale.yMin()) / ticks);
        DecimalFormat numbers = NumberText.format(step);
        for (double y = Math.ceil(scale.yMin() / step) * step; y <= scale.yMax() + step * 1e-6; y += step) {
            // Not -0, nor what is left of it by adding up.
            double value = Math.abs(y) < step * 1e-6 ? 0 : y;
            double py = Math.round(scale.py(value)) + 0.5;
            g.setColor(theme.grid());
            g.draw(new Line2D.Double(scale.left(), py, end, py));
            String label = numbers.format(shortened(value, step)) + (value == 0 ? "" : suffix(step));
            g.setColor(theme.faintText());
            g.drawString(label, (float) (scale.left() - metrics.stringWidth(label) - 5), (float)
                    (py + metrics.getAscent() * 0.4));
        }
        g.setColor(theme.grid());
        double most = scale.width() / (metrics.stringWidth("Sep 28") + 28);
        List<ChartAxis.Tick> dates = view.axis().ticks(span.first(), span.last(), (int) most);
        for (ChartAxis.Tick date : dates) {
            double x = scale.px(date.x());
            g.draw(new Line2D.Double(x, scale.top(), x, scale.top() + scale.height()));
        }
    }

    /** Volumes are millions: their zeros would take more room than there is left of the plot. */
    private static String suffix(double step) {
        return step >= 1e9 ? "G" : step >= 1e6 ? "M" : step >= 1e3 ? "k" : "";
    }

    private static double shortened(double value, double step) {
        return value / (step >= 1e9 ? 1e9 : step >= 1e6 ? 1e6 : step >= 1e3 ? 1e3 : 1);
    }
}
