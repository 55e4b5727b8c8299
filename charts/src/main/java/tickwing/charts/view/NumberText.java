package tickwing.charts.view;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** NumberText as people read them in a chart: thousands in groups, and no more decimals than say something. */
public final class NumberText {
    /** More decimals than these are no longer read. */
    private static final int MOST_DECIMALS = 10;

    private static final int MOST_DECIMALS_OF_AXES = 8;

    private NumberText() {}

    /**
     * A value: whole numbers as they are, others with two decimals, those between -1 and 1 with four significant digits; a dash
     * for NaN, which stands for no value.
     */
    public static String value(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        int decimals =
                Math.abs(value) >= 1 ? 2 : Math.min(MOST_DECIMALS, 3 - (int) Math.floor(Math.log10(Math.abs(value))));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /**
     * A value somewhere on an axis: two decimals, and where the axis is short as many as tell a hundredth of it.
     *
     * @param length of the axis, in the value's unit; more than 0
     */
    public static String onAxis(double value, double length) {
        int decimals = (int) Math.max(2, Math.min(MOST_DECIMALS_OF_AXES, 2 - Math.floor(Math.log10(length))));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /**
     * How marks of an axis are written: with as many decimals as tell one from the next.
     *
     * @param step from one mark to the next; more than 0
     */
    public static String marks(double step) {
        int decimals = (int) Math.max(0, Math.min(MOST_DECIMALS_OF_AXES, -Math.floor(Math.log10(step) + 1e-9)));
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    /** The same as a format, with a point before the decimals. */
    public static DecimalFormat format(double step) {
        return new DecimalFormat(marks(step), DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
