package tickwing.charts.view;

import java.util.Objects;
import tickwing.common.text.Printable;

/**
 * One line of a chart.
 *
 * @param name what the legend calls it; always {@link Printable}
 * @param role how it is drawn
 * @param colour which of the palette's series colours it has; 0 or more
 * @param y a value for each position of the chart's axis, NaN where there is none; never changed by anyone
 */
public record Line(String name, Role role, int colour, double[] y) {
    /** How a line is drawn. */
    public enum Role {
        /** The thing itself: a price, a count. */
        MAIN,
        /** What is computed from it. */
        DERIVED,
        /** The upper edge of a band; the next line is its lower edge, and the area between them is filled. */
        BAND_UPPER,
        /** The lower edge of the band whose upper edge is the line before. */
        BAND_LOWER,
        /** A part of a bar that stands on the bars of the lines before. */
        STACKED,
        /** Bars that stand on zero, or hang from it. */
        HISTOGRAM,
        /** Points that no line joins. */
        DOTS
    }

    public Line {
        name = Printable.of(name);
        Objects.requireNonNull(role);
    }

    /** Its value at position i; NaN where there is none. */
    public double y(int i) {
        return y[i];
    }
}
