package tickwing.charts.draw;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Letters that grow with the chart, so that they can be read on a small one and on a wall. */
final class Fonts {
    private static final BufferedImage ANY = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    private Fonts() {}

    /** The font of labels of a chart of that size in pixels; 11 to 24 points. */
    static Font label(int width, int height) {
        double grown = 12 * Math.pow(width * (double) height / (900 * 600), 0.25);
        return new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.max(11, Math.min(24, Math.round(grown))));
    }

    /** How wide and high its letters are on a screen. */
    static FontMetrics metrics(Font font) {
        Graphics2D g = ANY.createGraphics();
        FontMetrics metrics = g.getFontMetrics(font);
        g.dispose();
        return metrics;
    }
}
