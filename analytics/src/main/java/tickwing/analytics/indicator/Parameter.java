package tickwing.analytics.indicator;

import java.util.Objects;

/**
 * What can be set of an indicator.
 *
 * @param name lower case, words joined by hyphens; no two parameters of an indicator have the same
 * @param kind which numbers it takes
 * @param unit what they count
 * @param usual the value where none is given
 * @param least the lowest value
 * @param most the highest value
 */
public record Parameter(String name, Kind kind, Unit unit, double usual, double least, double most) {
    /** The most bars that any parameter takes: two months of minutes, and no more memory than a series deserves. */
    public static final int MOST_BARS = 10_000;

    /** Which numbers a parameter takes. */
    public enum Kind {
        /** Whole numbers. */
        INT,
        /** Numbers that may have decimals. */
        DECIMAL
    }

    public Parameter {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(unit);
        if (!name.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("not the name of a parameter: \"" + name + '"');
        }
        if (!(least <= usual && usual <= most)) {
            throw new IllegalArgumentException(name + " is usually " + usual + ", outside " + least + " to " + most);
        }
    }

    /** So many bars. */
    public static Parameter bars(String name, int usual, int least) {
        return new Parameter(name, Kind.INT, Unit.BARS, usual, least, MOST_BARS);
    }

    /** A number that may have decimals. */
    public static Parameter decimal(String name, Unit unit, double usual, double least, double most) {
        return new Parameter(name, Kind.DECIMAL, unit, usual, least, most);
    }

    /** Whether it takes the value. */
    public boolean takes(double value) {
        return value >= least && value <= most && (kind == Kind.DECIMAL || value == Math.rint(value));
    }
}
