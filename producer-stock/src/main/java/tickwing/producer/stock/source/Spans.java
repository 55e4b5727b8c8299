package tickwing.producer.stock.source;

import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Spans of the calendar as people type them: {@code 30d}, {@code 2w}, {@code 6mo}, {@code 1y}. */
public final class Spans implements ITypeConverter<Period> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})(d|w|mo|y)");
    private static final int LONGEST_YEARS = 100;

    @Override
    public Period convert(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is not a span of time; expected e.g. 30d, 6mo or 1y");
        }
        int number = Integer.parseInt(matcher.group(1));
        Period span = switch (matcher.group(2)) {
            case "d" -> Period.ofDays(number);
            case "w" -> Period.ofWeeks(number);
            case "mo" -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
        if (span.toTotalMonths() > 12 * LONGEST_YEARS || span.getDays() > 366 * LONGEST_YEARS) {
            throw new TypeConversionException("'" + text + "' is more than " + LONGEST_YEARS + " years");
        }
        return span;
    }
}
