package tickwing.common.bar;

import java.util.OptionalDouble;

/** Decimal numbers as data files write them: {@code 12.30}, {@code -1e3}. Neither NaN, infinity, hex nor {@code 1d}. */
public final class Decimal {
    private Decimal() {}

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
