package tickwing.producer.stock.csv;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarFlaw;
import tickwing.common.bar.DecimalText;

/** Numbers in the cells of bar files: {@code 12.30}, {@code 1,234.50}, {@code $12.30}. */
final class Prices {
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

    private Prices() {}

    /** Whether a cell says that there is no value: it is blank, {@code -}, {@code NA}, {@code N/A}, {@code null} or {@code \N}. */
    static boolean isMissing(String cell) {
        String text = cell.strip();
        return text.isEmpty()
                || text.equals("-")
                || text.equalsIgnoreCase("NA")
                || text.equalsIgnoreCase("N/A")
                || text.equalsIgnoreCase("null")
                || text.equals("\\N");
    }

    static double parse(String name, String cell) throws NotANumber {
        OptionalDouble number = number(cell);
        if (number.isEmpty()) {
            throw new NotANumber(name, cell, "is not a decimal number; expected e.g. 12.30");
        }
        return number.getAsDouble();
    }

    /** NaN for a cell that says that there is none. */
    static double volume(String cell) throws NotANumber {
        if (isMissing(cell)) {
            return Double.NaN;
        }
        OptionalDouble number = number(cell);
        if (number.isEmpty()) {
            throw new NotANumber("volume", cell, "is not a number; expected e.g. 20018500");
        }
        BarFlaw flaw = BarFlaw.inRecordedVolume(number.getAsDouble());
        if (flaw != null) {
            boolean large = flaw.fault() == BarFlaw.Fault.TOO_LARGE;
            throw new NotANumber(
                    "volume", cell, large ? "is too large; expected at most " + Bar.MAX_VOLUME : "is negative");
        }
        return number.getAsDouble();
    }

    private static OptionalDouble number(String cell) {
        String text = cell.strip();
        if (text.startsWith("$")) {
            text = text.substring(1);
        }
        return DecimalText.parse(GROUPED.matcher(text).matches() ? text.replace(",", "") : text);
    }

    /** Why a cell is no number; carries no stack, since bad rows can be many. */
    static final class NotANumber extends Exception {
        private static final long serialVersionUID = 1L;
        private final String kind;

        NotANumber(String name, String cell, String flaw) {
            super(
                    name + (cell.isBlank() ? " is empty; expected a number" : " \"" + cell + "\" " + flaw),
                    null,
                    false,
                    false);
            this.kind = name + (cell.isBlank() ? " is empty" : " " + flaw.replaceAll(";.*", ""));
        }

        String kind() {
            return kind;
        }
    }
}
