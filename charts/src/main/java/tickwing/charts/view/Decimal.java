package tickwing.charts.view;

/** Numbers in CSV output. */
public final class Decimal {
    private Decimal() {}

    /**
     * The shortest decimal number that reads back as the same double, never in scientific notation; empty for NaN, which
     * stands for no value.
     */
    public static String of(double value) {
        return Double.isNaN(value) ? "" : tickwing.common.bar.Decimal.text(value);
    }

    /** Appends {@link #of}. */
    public static void append(double value, StringBuilder text) {
        if (!Double.isNaN(value)) {
            tickwing.common.bar.Decimal.append(value, text);
        }
    }
}
