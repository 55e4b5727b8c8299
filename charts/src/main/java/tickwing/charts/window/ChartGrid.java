package tickwing.charts.window;

import java.awt.Color;
import java.awt.GridLayout;
import java.util.List;
import javax.swing.JPanel;
import tickwing.charts.draw.GridPainter;
import tickwing.charts.view.ChartView;

/** Charts side by side; one panel each, kept from refresh to refresh. */
final class ChartGrid extends JPanel {
    private static final long serialVersionUID = 1L;

    ChartGrid() {
        setBackground(Color.WHITE);
    }

    void show(List<ChartView> charts) {
        if (getComponentCount() != charts.size()) {
            removeAll();
            setLayout(new GridLayout(0, GridPainter.columns(charts.size())));
            charts.forEach(chart -> add(new ChartPanel()));
            revalidate();
        }
        for (int i = 0; i < charts.size(); i++) {
            ((ChartPanel) getComponent(i)).show(charts.get(i));
        }
        repaint();
    }
}
