package tickwing.charts.draw;

import java.awt.Font;

/** Letters that grow with the chart, so that they can be read on a small one and on a wall. */
final class Fonts {
    private Fonts() {}

    /** The font of labels of a chart of that size in pixels; 11 to 24 points. */
    static Font label(int width, int height) {
        double grown = 12 * Math.pow(width * (double) height / (900 * 600), 0.25);
        return new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.max(11, Math.min(24, Math.round(grown))));
    }
}
