package tickwing.common.bar;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** Decimal numbers as data files write them: {@code 12.30}, {@code -1e3}. Neither NaN, infinity, hex nor {@code 1d}. */
public final class Decimal {
    private static final int SHORT = 15;
    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

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

    /**
     * The number that up to 15 digits with or without a point and a minus are, NaN for any other text. Exact: so many digits
     * fit into a double, the power of ten does, and one division rounds once (W. Clinger, "How to read floating point
     * numbers accurately", PLDI 1990). A fifth of the time of what reads all numbers.
     */
    static double parseShort(char[] text, int from, int length) {
        boolean negative = length > 0 && text[from] == '-';
        long number = 0;
        int digits = 0;
        int decimals = -1;
        for (int i = negative ? from + 1 : from; i < from + length; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                number = 10 * number + c - '0';
                digits++;
                decimals += decimals < 0 ? 0 : 1;
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return Double.NaN;
            }
            if (digits > SHORT) {
                return Double.NaN;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        double value = number / POWERS_OF_TEN[Math.max(0, decimals)];
        return negative ? -value : value;
    }
}
