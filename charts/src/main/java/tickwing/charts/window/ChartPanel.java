package tickwing.charts.window;

import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JComponent;
import tickwing.charts.draw.ChartPainter;
import tickwing.charts.view.ChartView;

/** Paints one chart at the size it has. */
final class ChartPanel extends JComponent {
    private static final long serialVersionUID = 1L;

    private transient ChartView chart;

    void show(ChartView view) {
        chart = view;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics g) {
        if (chart != null) {
            Graphics2D copy = (Graphics2D) g.create();
            ChartPainter.paint(chart, copy, getWidth(), getHeight());
            copy.dispose();
        }
    }
}
