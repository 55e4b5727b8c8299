package tickwing.charts.view;

import java.math.BigDecimal;

/** Numbers in CSV output. */
public final class Decimal {
    private Decimal() {}

    /**
     * The shortest decimal number that reads back as the same double, never in scientific notation; empty for NaN, which
     * stands for no value.
     */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        String text = Double.toString(value);
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }
}
