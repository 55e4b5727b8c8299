package tickwing.charts.window;

import java.awt.GridLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JPanel;
import tickwing.charts.draw.GridPainter;
import tickwing.charts.draw.Theme;
import tickwing.charts.view.ChartView;

/** Charts side by side; a panel for each name, kept from refresh to refresh with its zoom. */
final class ChartGrid extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, ChartPanel> panels = new LinkedHashMap<>();
    private transient Theme theme;

    ChartGrid(Theme theme) {
        this.theme = theme;
        setName("charts");
        setBackground(theme.background());
    }

    void show(List<ChartView> charts) {
        List<String> names = charts.stream().map(ChartView::name).toList();
        if (!names.equals(List.copyOf(panels.keySet()))) {
            Map<String, ChartPanel> before = new LinkedHashMap<>(panels);
            removeAll();
            panels.clear();
            setLayout(new GridLayout(0, GridPainter.columns(charts.size())));
            for (String name : names) {
                ChartPanel known = before.get(name);
                panels.put(name, known == null ? new ChartPanel(theme) : known);
                add(panels.get(name));
            }
            revalidate();
            repaint();
        }
        charts.forEach(chart -> panels.get(chart.name()).show(chart));
    }

    void setTheme(Theme newTheme) {
        theme = newTheme;
        setBackground(theme.background());
        each(panel -> panel.setTheme(newTheme));
    }

    /** Does something to the chart under the mouse, or to all when it is over none. */
    void onChosen(Consumer<ChartPanel> action) {
        ChartPanel hovered = panels.values().stream()
                .filter(panel -> panel.hovered() >= 0)
                .findFirst()
                .orElse(null);
        if (hovered != null) {
            action.accept(hovered);
        } else {
            each(action);
        }
    }

    private void each(Consumer<ChartPanel> action) {
        panels.values().stream().filter(panel -> panel.chart() != null).forEach(action);
    }
}
