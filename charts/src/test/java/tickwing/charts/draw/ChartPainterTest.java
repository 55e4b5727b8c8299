package tickwing.charts.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tickwing.charts.view.ChartAxis;
import tickwing.charts.view.ChartView;
import tickwing.charts.view.Line;
import tickwing.charts.view.PriceBars;
import tickwing.charts.view.Samples;

class ChartPainterTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;

    private static BufferedImage paint(ChartView view, Theme theme, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        ChartPainter.paintOnce(view, theme, g, width, height);
        g.dispose();
        return image;
    }

    private static long count(BufferedImage image, Color colour) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == (colour.getRGB() & 0xFFFFFF) ? 1 : 0;
            }
        }
        return count;
    }

    private static Color bandOn(Theme theme) {
        BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pixel.createGraphics();
        g.setColor(theme.background());
        g.fillRect(0, 0, 1, 1);
        g.setColor(theme.fill(0));
        g.fillRect(0, 0, 1, 1);
        g.dispose();
        return new Color(pixel.getRGB(0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void fillsTheBandAndDrawsEachLineInItsColour(Theme theme) {
        BufferedImage image = paint(Samples.stock("AAPL", 100), theme, WIDTH, HEIGHT);
        assertTrue(count(image, bandOn(theme)) > 3_000, "the band");
        assertTrue(count(image, theme.background()) > 50_000, "the background");
        assertTrue(count(image, theme.series(7)) > 50, "the closes");
    }

    @Test
    void fillsABandOnlyWhereItHasBothEdges() {
        double[] upper = new double[40];
        double[] lower = new double[40];
        Arrays.setAll(upper, i -> i < 5 || i > 35 ? Double.NaN : 10);
        Arrays.setAll(lower, i -> i < 20 ? Double.NaN : 1);
        ChartView stock = Samples.stock("AAPL", 40);
        ChartView band = new ChartView(
                "A",
                "A",
                "",
                stock.axis(),
                40,
                List.of(
                        new Line("upper", Line.Role.BAND_UPPER, 0, upper),
                        new Line("lower", Line.Role.BAND_LOWER, 0, lower)),
                null,
                List.of(),
                Double.NaN,
                Double.NaN);
        BufferedImage image = paint(band, Theme.LIGHT, WIDTH, HEIGHT);
        Color fill = bandOn(Theme.LIGHT);
        BufferedImage between = image.getSubimage(0, HEIGHT / 3, WIDTH, HEIGHT / 5);
        assertEquals(0, count(between.getSubimage(0, 0, WIDTH / 2, HEIGHT / 5), fill), "no lower edge yet");
        assertTrue(count(between.getSubimage(WIDTH / 2, 0, WIDTH / 2 - 45, HEIGHT / 5), fill) > 3_000, "both edges");
        assertEquals(0, count(between.getSubimage(WIDTH - 45, 0, 45, HEIGHT / 5), fill), "no upper edge any more");
    }

    @Test
    void drawsTheFormingBarApart() {
        BufferedImage finished = paint(Samples.stock("AAPL", 40), Theme.LIGHT, WIDTH, HEIGHT);
        BufferedImage forming = paint(Samples.stock("AAPL", 40, 39), Theme.LIGHT, WIDTH, HEIGHT);
        assertFalse(same(finished, forming));
    }

    @Test
    void drawsCandlesInsteadOfTheLineOfCloses() {
        ChartView line = Samples.stock("AAPL", 60);
        PriceBars c = line.candles();
        ChartView candles = new ChartView(
                line.name(),
                line.title(),
                line.yTitle(),
                line.axis(),
                line.formingFrom(),
                line.lines(),
                new PriceBars(
                        true,
                        new tickwing.board.view.Candles(
                                line.lines().get(1).y(), c.high(), c.low(), c.close(), c.volume())),
                line.guides(),
                line.yMin(),
                line.yMax());
        BufferedImage image = paint(candles, Theme.LIGHT, WIDTH, HEIGHT);
        assertTrue(count(image, Theme.LIGHT.series(CandlePlot.RISING)) > 100, "closes are above opens");
        assertTrue(count(paint(line, Theme.LIGHT, WIDTH, HEIGHT), Theme.LIGHT.series(CandlePlot.RISING)) < 10);
    }

    @Test
    void drawsNothingWithoutFailingWhereThereIsNothing() {
        ChartView empty = new ChartView(
                "", "none", "y", ChartAxis.EMPTY, 0, List.of(), null, List.of(30.0), Double.NaN, Double.NaN);
        paint(empty, Theme.LIGHT, WIDTH, HEIGHT);
        paint(Samples.stock("A", 1), Theme.LIGHT, WIDTH, HEIGHT);
        paint(Samples.stock("A", 300), Theme.LIGHT, 10, 10);
    }

    @Test
    void paintsTheSameWithAKeptFrameAsWithANewOne() {
        ChartView view = Samples.stock("AAPL", 500);
        ChartPainter painter = new ChartPainter();
        BufferedImage first = kept(painter, view);
        BufferedImage second = kept(painter, view);
        assertTrue(same(first, second));
        assertTrue(same(first, kept(new ChartPainter(), view)));
        assertEquals(WIDTH * HEIGHT, painter.picturePixels());
        assertFalse(same(first, kept(painter, Samples.stock("GOOG", 500))), "another title, other limits");
    }

    @Test
    void drawsPanesBelowOverTheSameAxis() {
        BufferedImage image = paint(Samples.withPanes("AAPL", 200, 2), Theme.LIGHT, WIDTH, HEIGHT);
        Panes panes = Panes.of(Samples.withPanes("AAPL", 200, 2), HEIGHT);
        BufferedImage main = image.getSubimage(0, 0, WIDTH, panes.main());
        BufferedImage first = image.getSubimage(0, panes.main(), WIDTH, panes.pane());
        BufferedImage second = image.getSubimage(0, panes.main() + panes.pane(), WIDTH, panes.pane());
        assertTrue(count(main, Theme.LIGHT.series(7)) > 50, "the closes");
        assertEquals(0, count(main, Theme.LIGHT.series(3)), "the line of the first pane");
        assertTrue(count(first, Theme.LIGHT.series(3)) > 50, "the line of the first pane");
        assertTrue(count(second, Theme.LIGHT.series(6)) > 50, "the dots of the second pane");
        assertEquals(0, count(second, Theme.LIGHT.series(3)));
        Graphics2D g = image.createGraphics();
        ChartPainter painter = new ChartPainter();
        ChartView view = Samples.withPanes("AAPL", 200, 2);
        Scale scale = painter.paint(view, VisibleRange.all(view), Theme.LIGHT, g, WIDTH, HEIGHT);
        g.dispose();
        int left = WIDTH;
        int right = 0;
        for (int x = 0; x < WIDTH; x++) {
            if (count(first.getSubimage(x, 0, 1, panes.pane()), Theme.LIGHT.guide()) > 0) {
                left = Math.min(left, x);
                right = x;
            }
        }
        assertEquals(scale.left(), left, 12, "where its guide begins, but for a dash that the line may hide");
        assertEquals(scale.left() + scale.width(), right, 12, "where it ends");
        assertTrue(painter.bottom() > panes.main() + panes.pane() && painter.bottom() < HEIGHT);
    }

    @Test
    void drawsBarsOfAHistogramUpAndDownFromZero() {
        BufferedImage without = paint(Samples.withPanes("AAPL", 50, 1), Theme.LIGHT, WIDTH, HEIGHT);
        Panes panes = Panes.of(Samples.withPanes("AAPL", 50, 2), HEIGHT);
        BufferedImage image = paint(Samples.withPanes("AAPL", 50, 2), Theme.LIGHT, WIDTH, HEIGHT);
        Color bar = barOn(Theme.LIGHT, 5);
        assertEquals(0, count(without, bar));
        int top = panes.main() + panes.pane();
        int half = panes.pane() / 2;
        assertTrue(count(image.getSubimage(0, top, WIDTH, half), bar) > 500, "rising");
        assertTrue(count(image.getSubimage(0, top + half, WIDTH, half), bar) > 500, "falling");
    }

    private static Color barOn(Theme theme, int colour) {
        BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pixel.createGraphics();
        g.setColor(theme.background());
        g.fillRect(0, 0, 1, 1);
        g.setColor(theme.bar(colour));
        g.fillRect(0, 0, 1, 1);
        g.dispose();
        return new Color(pixel.getRGB(0, 0));
    }

    @ParameterizedTest
    @CsvSource({"1,400,1,0", "3,400,3,0", "24,400,5,19", "24,90,1,23", "0,400,0,0"})
    void drawsAsManyPanesAsThereIsRoomForAndLeavesTheChartAThird(int many, int height, int shown, int left) {
        Panes panes = Panes.of(Samples.withPanes("AAPL", 20, many), height);
        assertEquals(shown, panes.shown());
        assertEquals(left, panes.left());
        assertTrue(panes.main() > height / 3);
        assertEquals(height, panes.main() + panes.shown() * panes.pane());
        paint(Samples.withPanes("AAPL", 20, many), Theme.DARK, 100, height);
    }

    @Test
    void letsLettersGrowWithTheChart() {
        assertEquals(11, Fonts.label(320, 200).getSize());
        assertTrue(Fonts.label(3840, 2160).getSize() >= 20);
    }

    @ParameterizedTest
    @CsvSource({"320,240", "600,400", "1280,800", "1920,1080", "3840,2160"})
    void leavesRoomForDatesBetweenPlotAndLegend(int width, int height) {
        Font font = Fonts.label(width, height);
        Graphics2D g = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB).createGraphics();
        ChartView view = Samples.stock("AAPL", 100);
        Scale scale = new ChartPainter().paint(view, VisibleRange.all(view), Theme.LIGHT, g, width, height);
        double free = height - Legend.of(view, Theme.LIGHT).height(width, height) - scale.top() - scale.height();
        double needed = g.getFontMetrics(font).getHeight() + 5;
        assertTrue(free >= needed && free < 2 * needed, free + " pixels for letters that need " + needed);
        g.dispose();
    }

    @Test
    void tellsSeriesApartThatShareAColour() {
        assertEquals(Theme.LIGHT.series(0), Theme.LIGHT.series(8));
        assertNotEquals(Theme.LIGHT.round(0), Theme.LIGHT.round(8));
    }

    private static BufferedImage kept(ChartPainter painter, ChartView view) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        painter.paint(view, VisibleRange.all(view), Theme.LIGHT, g, WIDTH, HEIGHT);
        g.dispose();
        return image;
    }

    private static boolean same(BufferedImage a, BufferedImage b) {
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                if (a.getRGB(x, y) != b.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
