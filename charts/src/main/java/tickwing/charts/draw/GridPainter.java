package tickwing.charts.draw;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import tickwing.charts.view.ChartView;

/** Draws charts side by side, with one line of status below. */
public final class GridPainter {
    /** How many charts fit into one grid and can still be read. */
    public static final int MOST = 6;

    private static final int STATUS_PIXELS = 26;

    private GridPainter() {}

    /** How many columns a grid of so many charts has. */
    public static int columns(int charts) {
        return charts <= 1 ? 1 : charts <= 4 ? 2 : 3;
    }

    /**
     * Draws into the rectangle from 0,0 to width,height of the graphics.
     *
     * @param charts of which the first {@link #MOST} are drawn
     * @param status one line, may be empty
     */
    public static void paint(List<ChartView> charts, String status, Theme theme, Graphics2D g, int width, int height) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(theme.background());
        g.fillRect(0, 0, width, height);
        paintCharts(charts.stream().limit(MOST).toList(), theme, g, width, height - STATUS_PIXELS);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        g.setColor(theme.faintText());
        g.drawString(status, 12, height - 9);
    }

    private static void paintCharts(List<ChartView> charts, Theme theme, Graphics2D g, int width, int height) {
        if (charts.isEmpty()) {
            return;
        }
        int columns = columns(charts.size());
        int rows = (charts.size() + columns - 1) / columns;
        for (int i = 0; i < charts.size(); i++) {
            int left = width * (i % columns) / columns;
            int right = width * (i % columns + 1) / columns;
            int top = height * (i / columns) / rows;
            int bottom = height * (i / columns + 1) / rows;
            Graphics2D part = (Graphics2D) g.create(left, top, right - left, bottom - top);
            ChartPainter.paintOnce(charts.get(i), theme, part, right - left, bottom - top);
            part.dispose();
        }
    }
}
