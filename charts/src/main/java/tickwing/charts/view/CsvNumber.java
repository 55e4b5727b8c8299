package tickwing.charts.view;

import tickwing.common.bar.DecimalText;

/** NumberText in CSV output. */
public final class CsvNumber {
    private CsvNumber() {}

    /**
     * The shortest decimal number that reads back as the same double, never in scientific notation; empty for NaN, which
     * stands for no value.
     */
    public static String of(double value) {
        return Double.isNaN(value) ? "" : DecimalText.text(value);
    }

    /** Appends {@link #of}. */
    public static void append(double value, StringBuilder text) {
        if (!Double.isNaN(value)) {
            DecimalText.append(value, text);
        }
    }
}
