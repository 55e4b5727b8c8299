package tickwing.charts.draw;

import java.awt.Color;

/**
 * Colours. The series colours are those of Okabe and Ito, "Color Universal Design" (2008), which people with any kind of
 * colour blindness can tell apart; darkened where they must be read on white.
 */
final class Palette {
    static final Color BACKGROUND = Color.WHITE;
    static final Color TEXT = new Color(0x33, 0x3B, 0x45);
    static final Color FAINT_TEXT = new Color(0x6B, 0x75, 0x80);
    static final Color GRID = new Color(0xE6, 0xE9, 0xED);
    static final Color GUIDE = new Color(0xA8, 0xB0, 0xB9);

    private static final Color[] SERIES = {
        new Color(0x00, 0x72, 0xB2), // blue
        new Color(0xD5, 0x5E, 0x00), // vermilion
        new Color(0x00, 0x9E, 0x73), // bluish green
        new Color(0xCC, 0x79, 0xA7), // reddish purple
        new Color(0xE6, 0x9F, 0x00), // orange
        new Color(0x56, 0xB4, 0xE9), // sky blue
        new Color(0x5D, 0x4E, 0x9E), // violet
        new Color(0x4D, 0x4D, 0x4D), // grey
    };

    private Palette() {}

    static Color series(int index) {
        return SERIES[index % SERIES.length];
    }

    /** A series colour for an area behind lines. */
    static Color fill(int index) {
        Color colour = series(index);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 36);
    }
}
