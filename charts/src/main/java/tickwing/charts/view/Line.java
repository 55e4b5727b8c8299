package tickwing.charts.view;

import java.util.Objects;

/**
 * One line of a chart.
 *
 * @param name what the legend calls it
 * @param role how it is drawn
 * @param colour which of the palette's series colours it has; 0 or more
 * @param x ascending; never changed by anyone
 * @param y as many as {@code x}; NaN where there is no value
 */
public record Line(String name, Role role, int colour, double[] x, double[] y) {
    /** How a line is drawn. */
    public enum Role {
        /** The thing itself: a price, a count. */
        MAIN,
        /** What is computed from it. */
        DERIVED,
        /** The upper edge of a band; the next line is its lower edge, and the area between them is filled. */
        BAND_UPPER,
        /** The lower edge of the band whose upper edge is the line before. */
        BAND_LOWER
    }

    public Line {
        Objects.requireNonNull(name);
        Objects.requireNonNull(role);
        if (x.length != y.length) {
            throw new IllegalArgumentException(name + " has " + x.length + " x values and " + y.length + " y values");
        }
    }
}
