package tickwing.common.bar;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** Decimal numbers as data files write them: {@code 12.30}, {@code -1e3}. Neither NaN, infinity, hex nor {@code 1d}. */
public final class DecimalText {
    /** Prices have two or four decimals, and so have most of their means. */
    private static final int UNITS = 10_000;
    /** Up to here {@link #text} has ends of its own: {@code 0.00010}. */
    private static final double TOO_FEW_UNITS = 9;
    /** And from here on: {@code 10000000}. */
    private static final double TOO_MANY_UNITS = 1e11;

    private DecimalText() {}

    /**
     * Appends {@link #text}; where the number has no more than four decimals, in 28 instead of 92 ns.
     *
     * @param value a finite number
     */
    public static void append(double value, StringBuilder text) {
        double units = Math.rint(value * UNITS);
        double size = Math.abs(units);
        // So many digits are never the text of a second double; but not all that comes near to them is theirs.
        if (size > TOO_FEW_UNITS && size < TOO_MANY_UNITS && units / UNITS == value) {
            appendUnits((long) units, text);
        } else {
            text.append(text(value));
        }
    }

    private static void appendUnits(long units, StringBuilder text) {
        if (units < 0) {
            text.append('-');
        }
        long size = Math.abs(units);
        text.append(size / UNITS).append('.');
        int rest = (int) (size % UNITS);
        int unit = UNITS;
        do {
            unit /= 10;
            text.append((char) ('0' + rest / unit));
            rest %= unit;
        } while (rest > 0);
    }

    /**
     * The shortest decimal number that reads back as the same double, on every Java; never in scientific notation. A single
     * digit is followed by a zero: {@code 3.0}, and below 0.001 {@code 0.00020}, too. Twice as fast as
     * {@link Double#toString}, which Java 17 does not always make the shortest.
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
