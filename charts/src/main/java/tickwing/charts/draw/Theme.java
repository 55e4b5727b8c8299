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

    private static final int BAR_ALPHA = 120;

    // NumberText, not colours: options name a theme in programs that draw nothing, and a colour brings the windowing
    // system.
    private final int background;
    private final int text;
    private final int faintText;
    private final int grid;
    private final int guide;
    private final int[] series;

    Theme(int background, int text, int faintText, int grid, int guide, int[] series) {
        this.background = background;
        this.text = text;
        this.faintText = faintText;
        this.grid = grid;
        this.guide = guide;
        this.series = series;
    }

    public Color background() {
        return new Color(background);
    }

    public Color text() {
        return new Color(text);
    }

    public Color faintText() {
        return new Color(faintText);
    }

    Color grid() {
        return new Color(grid);
    }

    Color guide() {
        return new Color(guide);
    }

    /** The colour of a series; the ninth has that of the first, and is dashed. */
    public Color series(int index) {
        return new Color(series[index % series.length]);
    }

    /** How often a series' colour was given away before it. */
    int round(int index) {
        return index / series.length;
    }

    /** A series colour for bars behind lines: lighter, so that a line of any colour is seen before them. */
    Color bar(int index) {
        Color colour = series(index);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAR_ALPHA);
    }

    /** A series colour for an area behind lines. */
    Color fill(int index) {
        Color colour = series(index);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FILL_ALPHA);
    }
}
