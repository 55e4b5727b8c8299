package tickwing.charts.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;

/**
 * What stands around the lines: title, y axis, grid and legend, drawn by XChart. Equal frames look the same, so that the
 * picture of one can be used again.
 *
 * <p>The lines are not XChart's: it takes some 10 ms for each thousand points, and its axes ask every point of every
 * line. So XChart gets the limits and the names, tells where the plot is, and {@link Plot} draws there.
 */
record Frame(String title, String yTitle, List<Entry> legend, Limits limits, Theme theme, int width, int height) {
    /** A line of the legend. */
    record Entry(String name, Line.Role role, int colour) {}

    /** A small chart has no room for a legend. */
    private static final int LEGEND_FROM_HEIGHT = 170;

    static Frame of(ChartView view, Limits limits, Theme theme, int width, int height) {
        List<Entry> legend = view.lines().stream()
                .filter(line -> line.role() != Line.Role.BAND_LOWER)
                .map(line -> new Entry(legendName(line), line.role(), line.colour()))
                .toList();
        return new Frame(view.title(), view.yTitle(), legend, limits, theme, width, height);
    }

    private static String legendName(Line line) {
        return line.role() == Line.Role.BAND_UPPER ? "upper, lower" : line.name();
    }

    /** Draws into 0,0 to width,height. */
    Scale paint(Graphics2D g) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(" ")
                .yAxisTitle(yTitle)
                .build();
        style(chart.getStyler());
        double[] x = {limits.xMin(), limits.xMax()};
        double[] none = {Double.NaN, Double.NaN};
        for (Entry entry : legend) {
            XYSeries series = chart.addSeries(entry.name(), x, none);
            series.setMarker(SeriesMarkers.NONE).setLineColor(theme.series(entry.colour()));
            series.setLineStyle(Strokes.legend(entry.role(), theme.round(entry.colour())));
        }
        if (legend.isEmpty()) {
            chart.addSeries(" ", x, none).setShowInLegend(false);
        }
        chart.paint(g, width, height);
        double left = chart.getScreenXFromChart(limits.xMin());
        double right = chart.getScreenXFromChart(limits.xMax());
        double top = chart.getScreenYFromChart(limits.yMax());
        double bottom = chart.getScreenYFromChart(limits.yMin());
        return new Scale(
                left, top, right - left, bottom - top, limits.xMin(), limits.xMax(), limits.yMin(), limits.yMax());
    }

    private void style(XYStyler styler) {
        Font font = Fonts.label(width, height);
        Color background = theme.background();
        styler.setChartBackgroundColor(background).setChartFontColor(theme.text());
        styler.setChartTitleFontColor(theme.text());
        styler.setPlotBackgroundColor(background).setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(theme.grid())
                .setPlotGridLinesStroke(new BasicStroke(1f))
                .setPlotGridVerticalLinesVisible(false);
        styler.setAxisTicksLineVisible(false).setAxisTicksMarksVisible(false);
        styler.setAxisTickLabelsFont(font).setAxisTickLabelsColor(theme.faintText());
        styler.setAxisTitleFont(font).setPlotMargin(0).setPlotContentSize(1);
        styler.setXAxisTicksVisible(false);
        styler.setYAxisTitleColor(theme.faintText());
        styler.setXAxisMin(limits.xMin()).setXAxisMax(limits.xMax());
        styler.setYAxisMin(limits.yMin()).setYAxisMax(limits.yMax());
        styler.setYAxisDecimalPattern(pattern());
        styler.setChartTitleFont(font.deriveFont(Font.BOLD, font.getSize() + 2f));
        styler.setChartTitleBoxVisible(false).setChartTitlePadding(4);
        styler.setLegendFont(font)
                .setLegendBorderColor(background)
                .setLegendBackgroundColor(background)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setLegendSeriesLineLength(18)
                .setLegendPadding(3)
                .setLegendVisible(height >= LEGEND_FROM_HEIGHT && !legend.isEmpty());
        styler.setChartPadding(8);
    }

    /** Thousands in groups, and as many decimals as tell one mark of the axis from the next. */
    private String pattern() {
        double step = Limits.step((limits.yMax() - limits.yMin()) / 10);
        int decimals = (int) Math.max(0, Math.min(8, -Math.floor(Math.log10(step) + 1e-9)));
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }
}
