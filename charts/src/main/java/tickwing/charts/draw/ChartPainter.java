package tickwing.charts.draw;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;

/** Draws one {@link ChartView}. */
public final class ChartPainter {
    private static final BasicStroke MAIN = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DERIVED = new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke EDGE = new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke FORMING =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 3}, 0);
    private static final BasicStroke GUIDE =
            new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 4}, 0);

    /** What axes and their labels take of a chart's width, in pixels; the rest is the plot. */
    private static final int AXIS_PIXELS = 80;

    private ChartPainter() {}

    /** Draws the view into the rectangle from 0,0 to width,height of the graphics; at least 50 x 50. */
    public static void paint(ChartView view, Graphics2D g, int width, int height) {
        chart(view, Math.max(50, width), Math.max(50, height)).paint(g, Math.max(50, width), Math.max(50, height));
    }

    static XYChart chart(ChartView view, int width, int height) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(view.title())
                .yAxisTitle(view.yTitle())
                .build();
        style(chart.getStyler(), view, height);
        int plot = Math.max(50, width - AXIS_PIXELS);
        for (int i = 0; i < view.lines().size(); i++) {
            Line line = view.lines().get(i);
            if (line.role() == Line.Role.BAND_UPPER) {
                addBand(chart, line, view.lines().get(i + 1), plot);
            }
        }
        view.lines().forEach(line -> addLine(chart, line, view.formingFrom(), plot));
        addGuides(chart, view);
        return chart;
    }

    private static void addLine(XYChart chart, Line line, double formingFrom, int plot) {
        int[] indices = Thinning.indices(line.y(), plot);
        double[] x = Thinning.pick(line.x(), indices);
        double[] y = Thinning.pick(line.y(), indices);
        int finished = x.length;
        while (finished > 0 && x[finished - 1] >= formingFrom) {
            finished--;
        }
        boolean forming = finished < x.length;
        double[] fixed = y.clone();
        Arrays.fill(fixed, finished, fixed.length, Double.NaN);
        XYSeries series = add(chart, line.name(), x, fixed, line.colour());
        series.setLineStyle(stroke(line.role()));
        series.setShowInLegend(line.role() != Line.Role.BAND_LOWER);
        if (forming) {
            int from = Math.max(0, finished - 1);
            XYSeries open = add(
                    chart,
                    line.name() + " (forming)",
                    Arrays.copyOfRange(x, from, x.length),
                    Arrays.copyOfRange(y, from, y.length),
                    line.colour());
            open.setLineStyle(FORMING);
            open.setShowInLegend(false);
            if (line.role() == Line.Role.MAIN) {
                open.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(Palette.series(line.colour()));
            }
        }
    }

    /** The area between two edges: there along the upper one, back along the lower one. */
    private static void addBand(XYChart chart, Line upper, Line lower, int plot) {
        int start = 0;
        while (start < upper.y().length && Double.isNaN(upper.y()[start])) {
            start++;
        }
        double[] ux = Arrays.copyOfRange(upper.x(), start, upper.x().length);
        double[] uy = Arrays.copyOfRange(upper.y(), start, upper.y().length);
        double[] ly = Arrays.copyOfRange(lower.y(), start, lower.y().length);
        if (ux.length < 2) {
            return;
        }
        int[] there = Thinning.indices(uy, plot);
        int[] back = Thinning.indices(ly, plot);
        double[] x = new double[there.length + back.length + 1];
        double[] y = new double[x.length];
        for (int i = 0; i < there.length; i++) {
            x[i] = ux[there[i]];
            y[i] = uy[there[i]];
        }
        for (int i = 0; i < back.length; i++) {
            int index = back[back.length - 1 - i];
            x[there.length + i] = ux[index];
            y[there.length + i] = ly[index];
        }
        x[x.length - 1] = x[0];
        y[y.length - 1] = y[0];
        XYSeries area = add(chart, upper.name() + " area", x, y, upper.colour());
        area.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        area.setFillColor(Palette.fill(upper.colour()));
        area.setLineStyle(SeriesLines.NONE);
        area.setShowInLegend(false);
    }

    private static void addGuides(XYChart chart, ChartView view) {
        double[] ends = ends(view);
        for (double guide : view.guides()) {
            XYSeries series = chart.addSeries("guide " + guide, ends, new double[] {guide, guide});
            series.setMarker(SeriesMarkers.NONE).setLineColor(Palette.GUIDE).setLineStyle(GUIDE);
            series.setShowInLegend(false);
        }
    }

    private static double[] ends(ChartView view) {
        double first = 0;
        double last = 1;
        for (Line line : view.lines()) {
            if (line.x().length > 0) {
                first = line.x()[0];
                last = line.x()[line.x().length - 1];
            }
        }
        return new double[] {first, last};
    }

    private static XYSeries add(XYChart chart, String name, double[] x, double[] y, int colour) {
        // XChart throws for a series without points, and draws one of NaN as nothing.
        XYSeries series = x.length == 0
                ? chart.addSeries(name, new double[] {0}, new double[] {Double.NaN})
                : chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE).setLineColor(Palette.series(colour));
        return series;
    }

    private static BasicStroke stroke(Line.Role role) {
        return switch (role) {
            case MAIN -> MAIN;
            case DERIVED -> DERIVED;
            case BAND_UPPER, BAND_LOWER -> EDGE;
        };
    }

    private static void style(XYStyler styler, ChartView view, int height) {
        Font small = new Font(Font.SANS_SERIF, Font.PLAIN, height < 320 ? 11 : 12);
        styler.setChartBackgroundColor(Palette.BACKGROUND).setChartFontColor(Palette.TEXT);
        styler.setPlotBackgroundColor(Palette.BACKGROUND).setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(Palette.GRID)
                .setPlotGridLinesStroke(new BasicStroke(1f))
                .setPlotGridVerticalLinesVisible(false);
        styler.setAxisTicksLineVisible(false).setAxisTicksMarksVisible(false);
        styler.setAxisTickLabelsFont(small).setAxisTickLabelsColor(Palette.FAINT_TEXT);
        styler.setAxisTitleFont(small).setPlotMargin(0).setXAxisTickMarkSpacingHint(110);
        styler.setXAxisTitleVisible(false);
        styler.setYAxisTitleColor(Palette.FAINT_TEXT);
        styler.setChartTitleFont(small.deriveFont(Font.BOLD, small.getSize() + 2f))
                .setChartTitleBoxVisible(false);
        styler.setLegendFont(small)
                .setLegendBorderColor(Palette.BACKGROUND)
                .setLegendBackgroundColor(Palette.BACKGROUND)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setLegendSeriesLineLength(18)
                .setLegendPadding(4);
        styler.setMarkerSize(6).setChartPadding(8);
        styler.setXAxisTickLabelsFormattingFunction(x -> view.xLabel().apply(x));
        styler.setYAxisTickLabelsFormattingFunction(ChartPainter::grouped);
        if (!Double.isNaN(view.yMin())) {
            styler.setYAxisMin(view.yMin());
        }
        if (!Double.isNaN(view.yMax())) {
            styler.setYAxisMax(view.yMax());
        }
    }

    private static String grouped(double value) {
        String pattern = Math.abs(value) >= 1 || value == 0 ? "#,##0.##" : "0.######";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
