package tickwing.charts.draw;

import java.awt.Color;

/**
 * Colours. The series colours are those of Okabe and Ito, "Color Universal Design" (2008), which people with any kind of
 * colour blindness can tell apart; moved away from the background where they must be read on it.
 */
public enum Theme {
    /** Dark on white. */
    LIGHT(0xFFFFFF, 0x2B333D, 0x66707B, 0xE8EBEE, 0x9AA3AD, new int[] {
        0x0072B2, 0xD55E00, 0x009E73, 0xB8609A, 0xC98500, 0x3FA3DC, 0x5D4E9E, 0x4D4D4D
    }),
    /** Light on near-black. */
    DARK(0x1E2329, 0xDDE3EA, 0x98A3AF, 0x2E353D, 0x6B7682, new int[] {
        0x4BA6E8, 0xF07F3C, 0x2FC29A, 0xE39AC6, 0xF0B429, 0x9ADAFB, 0xAA9CEB, 0xC6CCD3
    });

    /** How opaque an area behind lines is, of 255. */
    static final int FILL_ALPHA = 40;

    private final Color background;
    private final Color text;
    private final Color faintText;
    private final Color grid;
    private final Color guide;
    private final Color[] series;

    Theme(int background, int text, int faintText, int grid, int guide, int[] series) {
        this.background = new Color(background);
        this.text = new Color(text);
        this.faintText = new Color(faintText);
        this.grid = new Color(grid);
        this.guide = new Color(guide);
        this.series = java.util.Arrays.stream(series).mapToObj(Color::new).toArray(Color[]::new);
    }

    public Color background() {
        return background;
    }

    public Color text() {
        return text;
    }

    public Color faintText() {
        return faintText;
    }

    Color grid() {
        return grid;
    }

    Color guide() {
        return guide;
    }

    /** The colour of a series; the ninth has that of the first, and is dashed. */
    public Color series(int index) {
        return series[index % series.length];
    }

    /** How often a series' colour was given away before it. */
    int round(int index) {
        return index / series.length;
    }

    /** A series colour for an area behind lines. */
    Color fill(int index) {
        Color colour = series(index);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FILL_ALPHA);
    }
}
