package tickwing.charts.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.XYStyler;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.NumberText;

/**
 * What stands around the lines: title and y axis, drawn by XChart, and the legend. Equal frames look the same, so that the
 * picture of one can be used again.
 *
 * <p>The lines are not XChart's: it takes some 10 ms for each thousand points, and its axes ask every point of every
 * line. So XChart gets the limits, tells where the plot is, and {@link Plot} draws there.
 */
record Frame(String title, String yTitle, Legend legend, double yMin, double yMax, Theme theme, int width, int height) {
    /** A smaller chart has no room for a legend. */
    private static final int LEGEND_FROM_HEIGHT = 170;

    static Frame of(ChartView view, Limits limits, Theme theme, int width, int height) {
        return new Frame(
                view.title(),
                view.yTitle(),
                Legend.of(view, theme),
                limits.yMin(),
                limits.yMax(),
                theme,
                width,
                height);
    }

    /** Draws into 0,0 to width,height; returns where the plot is, as yet with an x axis from 0 to 1. */
    Scale paint(Graphics2D g) {
        int names = height < LEGEND_FROM_HEIGHT ? 0 : legend.height(width, height);
        // XChart's padding is the gap above and below the dates.
        int dates = Fonts.metrics(Fonts.label(width, height)).getHeight();
        int below = names + dates;
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height - below)
                .title(title)
                .yAxisTitle(yTitle)
                .build();
        style(chart.getStyler());
        // XChart throws for a series without points, and draws one of NaN as nothing.
        double[] x = {0, 1};
        chart.addSeries("none", x, new double[] {Double.NaN, Double.NaN});
        g.setColor(theme.background());
        g.fillRect(0, 0, width, height);
        chart.paint(g, width, height - below);
        if (names > 0) {
            legend.paint(g, width, height);
        }
        double left = chart.getScreenXFromChart(0);
        double right = chart.getScreenXFromChart(1);
        double top = chart.getScreenYFromChart(yMax);
        double bottom = chart.getScreenYFromChart(yMin);
        return new Scale(left, top, right - left, bottom - top, 0, 1, yMin, yMax);
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
        styler.setXAxisTicksVisible(false).setXAxisTitleVisible(false);
        styler.setYAxisTitleColor(theme.faintText());
        styler.setXAxisMin(0.0).setXAxisMax(1.0);
        styler.setYAxisMin(yMin).setYAxisMax(yMax);
        styler.setYAxisDecimalPattern(NumberText.marks(Limits.step((yMax - yMin) / 10)));
        styler.setChartTitleFont(titleFont(font));
        styler.setChartTitleBoxVisible(false).setChartTitlePadding(4);
        styler.setLegendVisible(false);
        styler.setChartPadding(8);
    }

    /** Smaller where the title would not fit otherwise: it must not lose the word that says what is simulated. */
    private Font titleFont(Font font) {
        Font wanted = font.deriveFont(Font.BOLD, font.getSize() + 2f);
        double wide = Fonts.metrics(wanted).stringWidth(title) * 1.03;
        // XChart puts the title over the middle of the plot, which is right of the chart's own.
        double room = width - 24 - 4.0 * font.getSize();
        return wide <= room ? wanted : wanted.deriveFont((float) Math.max(7, wanted.getSize() * room / wide));
    }
}
