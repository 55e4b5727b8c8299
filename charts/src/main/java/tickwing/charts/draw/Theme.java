package tickwing.charts.draw;

import java.awt.Color;
import java.util.stream.IntStream;

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

    private final int[] rgb;
    private final int[] seriesRgb;
    private Palette palette;

    Theme(int background, int text, int faintText, int grid, int guide, int[] series) {
        rgb = new int[] {background, text, faintText, grid, guide};
        seriesRgb = series;
    }

    /** A program's options name the theme; only one that draws needs colours, which bring the windowing system with them. */
    private record Palette(Color background, Color text, Color faintText, Color grid, Color guide, Color[] series) {
        static Palette of(int[] rgb, int[] series) {
            Color[] colours = IntStream.of(rgb).mapToObj(Color::new).toArray(Color[]::new);
            return new Palette(
                    colours[0],
                    colours[1],
                    colours[2],
                    colours[3],
                    colours[4],
                    IntStream.of(series).mapToObj(Color::new).toArray(Color[]::new));
        }
    }

    /** On any thread: two of them may make the same one. */
    private Palette palette() {
        Palette known = palette;
        if (known == null) {
            known = Palette.of(rgb, seriesRgb);
            palette = known;
        }
        return known;
    }

    public Color background() {
        return palette().background;
    }

    public Color text() {
        return palette().text;
    }

    public Color faintText() {
        return palette().faintText;
    }

    Color grid() {
        return palette().grid;
    }

    Color guide() {
        return palette().guide;
    }

    /** The colour of a series; the ninth has that of the first, and is dashed. */
    public Color series(int index) {
        return palette().series[index % seriesRgb.length];
    }

    /** How often a series' colour was given away before it. */
    int round(int index) {
        return index / seriesRgb.length;
    }

    /** A series colour for an area behind lines. */
    Color fill(int index) {
        Color colour = series(index);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FILL_ALPHA);
    }
}
