package tickwing.common.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tickwing.common.bar.Interval;

/** Intervals of bars by their short names. */
final class IntervalConverter implements ITypeConverter<Interval> {
    @Override
    public Interval convert(String code) {
        return Interval.of(code)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + code + "' is not an interval; expected one of " + Interval.codes()));
    }
}
