package tickwing.charts.draw;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import tickwing.charts.view.ChartAxis;
import tickwing.charts.view.ChartView;

/** Draws the dates below a plot, and a faint line above each. No label comes near another or leaves the chart. */
final class DateLabels {
    private static final int GAP = 14;

    private DateLabels() {}

    static void paint(
            ChartView view, VisibleRange span, Scale scale, Theme theme, Graphics2D g, int width, int height) {
        Font font = Fonts.label(width, height);
        FontMetrics metrics = g.getFontMetrics(font);
        int most = (int) (scale.width() / (metrics.stringWidth("Sep 28") + 2 * GAP));
        List<ChartAxis.Tick> ticks = view.axis().ticks(span.first(), span.last(), most);
        double free = 0;
        for (ChartAxis.Tick tick : ticks) {
            double x = scale.px(tick.x());
            Font own = tick.major() ? font.deriveFont(Font.BOLD) : font;
            int wide = g.getFontMetrics(own).stringWidth(tick.label());
            double left = Math.max(2, Math.min(x - wide / 2.0, width - wide - 2));
            if (left < free) {
                continue;
            }
            g.setColor(theme.grid());
            g.setStroke(Strokes.HAIR);
            g.draw(new Line2D.Double(x, scale.top(), x, scale.top() + scale.height()));
            g.setFont(own);
            g.setColor(theme.faintText());
            g.drawString(tick.label(), (float) left, (float) (scale.top() + scale.height() + metrics.getAscent() + 5));
            free = left + wide + GAP;
        }
    }
}
