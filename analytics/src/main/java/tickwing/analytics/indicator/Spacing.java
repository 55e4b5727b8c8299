package tickwing.analytics.indicator;

/**
 * How close together the bars of a series are.
 *
 * @param barsAYear how many bars make a year of trading; more than 0
 * @param withinDay whether a day has several bars
 */
public record Spacing(double barsAYear, boolean withinDay) {
    /** A bar each of a year's 252 days of trading. */
    public static final Spacing DAILY = new Spacing(252, false);

    public static final Spacing WEEKLY = new Spacing(52, false);
    public static final Spacing MONTHLY = new Spacing(12, false);

    public Spacing {
        if (!(barsAYear > 0) || Double.isInfinite(barsAYear)) {
            throw new IllegalArgumentException("bars a year must be more than 0, were " + barsAYear);
        }
    }

    /** Bars shorter than a day. */
    public static Spacing withinDay(double barsAYear) {
        return new Spacing(barsAYear, true);
    }
}
