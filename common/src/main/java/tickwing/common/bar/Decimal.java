package tickwing.common.bar;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** Decimal numbers as data files write them: {@code 12.30}, {@code -1e3}. Neither NaN, infinity, hex nor {@code 1d}. */
public final class Decimal {
    private Decimal() {}

    /**
     * The shortest decimal number that reads back as the same double, on every Java; never in scientific notation. Twice
     * as fast as {@link Double#toString}, which Java 17 does not always make the shortest.
     *
     * @param value a finite number
     */
    public static String text(double value) {
        String text = NumberOutput.toString(value, true);
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }

    /** The finite number that the text is; empty when it is none. */
    public static OptionalDouble parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return OptionalDouble.empty();
            }
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
