package tickwing.producer.stock.csv;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import tickwing.common.bar.Bar;
import tickwing.common.bar.BarFlaw;
import tickwing.common.bar.DecimalText;

/** Numbers in the cells of bar files: {@code 12.30}, {@code 1,234.50}, {@code $12.30}; or {@code 1.234,50}. */
enum Prices {
    /** Thousands may have commas between them. */
    DECIMAL_POINT('.', ','),
    /** Thousands may have points between them. */
    DECIMAL_COMMA(',', '.');

    private final char decimal;
    private final char group;
    private final Pattern grouped;

    Prices(char decimal, char group) {
        this.decimal = decimal;
        this.group = group;
        grouped = Pattern.compile("[+-]?\\d{1,3}(\\" + group + "\\d{3})+(\\" + decimal + "\\d*)?");
    }

    /**
     * Whether a cell says that there is no value: it is blank, {@code -}, {@code .}, {@code NA}, {@code N/A}, {@code NaN},
     * {@code null} or {@code \N}.
     */
    static boolean isMissing(String cell) {
        String text = cell.strip();
        return text.isEmpty()
                || text.equals("-")
                || text.equals(".")
                || text.equalsIgnoreCase("NA")
                || text.equalsIgnoreCase("N/A")
                || text.equalsIgnoreCase("NaN")
                || text.equalsIgnoreCase("null")
                || text.equals("\\N");
    }

    double parse(String name, String cell) throws NotANumber {
        OptionalDouble number = number(cell);
        if (number.isEmpty()) {
            throw new NotANumber(
                    name, cell, "is not a decimal number; expected e.g. " + (decimal == '.' ? "12.30" : "12,30"));
        }
        return number.getAsDouble();
    }

    /** NaN where there is none that can be read: a bar is right without it. */
    double orUnknown(String cell) {
        return isMissing(cell) ? Double.NaN : number(cell).orElse(Double.NaN);
    }

    /** The same of a volume, with {@code K}, {@code M} or {@code B} behind it for a thousand, a million or a billion. */
    double volume(String cell) throws NotANumber {
        double volume = isMissing(cell) ? Double.NaN : scaled(cell.strip());
        BarFlaw flaw = BarFlaw.inRecordedVolume(volume);
        if (flaw != null) {
            boolean large = flaw.fault() == BarFlaw.Fault.TOO_LARGE;
            throw new NotANumber(
                    "volume", cell, large ? "is too large; expected at most " + Bar.MAX_VOLUME : "is negative");
        }
        return volume;
    }

    private double scaled(String text) {
        int end = text.length() - 1;
        int zeros = switch (text.charAt(end)) {
            case 'K', 'k' -> 3;
            case 'M', 'm' -> 6;
            case 'B', 'b' -> 9;
            default -> 0;
        };
        if (zeros == 0) {
            return number(text).orElse(Double.NaN);
        }
        String digits = plain(text.substring(0, end).strip());
        return DecimalText.parse(digits).isEmpty()
                ? Double.NaN
                : new BigDecimal(digits).scaleByPowerOfTen(zeros).doubleValue();
    }

    private OptionalDouble number(String cell) {
        String text = cell.strip();
        if (text.startsWith("$")) {
            text = text.substring(1);
        }
        return DecimalText.parse(plain(text));
    }

    /** The number as Java writes it, if it is one. */
    private String plain(String text) {
        if (text.indexOf(group) < 0) {
            return decimal == '.' ? text : text.replace(decimal, '.');
        }
        // Elsewhere the sign between thousands makes no number of this kind.
        return grouped.matcher(text).matches()
                ? text.replace(String.valueOf(group), "").replace(decimal, '.')
                : decimal == '.' ? text : "";
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
