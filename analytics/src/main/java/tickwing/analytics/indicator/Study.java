package tickwing.analytics.indicator;

import java.util.List;

/**
 * An indicator with its arguments, e.g. the RSI of 14 bars: what a view, a column or a topic is asked for with.
 *
 * @param indicator of the catalogue
 * @param arguments of that indicator
 */
public record Study(Indicator indicator, Arguments arguments) {
    public Study {
        if (!arguments.parameters().equals(indicator.parameters())) {
            throw new IllegalArgumentException("not the arguments of " + indicator.id());
        }
    }

    /** An indicator with its usual arguments. */
    public static Study usual(Indicator indicator) {
        return new Study(indicator, Arguments.usual(indicator));
    }

    /** As it can be asked for, all arguments written: {@code bollinger:20:2}. */
    public String text() {
        return joined(":");
    }

    /** As it is read in legends and titles: {@code Bollinger Bands 20, 2}. */
    public String title() {
        return arguments.values().isEmpty()
                ? indicator.title()
                : indicator.title() + " " + String.join(", ", arguments.texts());
    }

    /** The id and all arguments: {@code bollinger_20_2} for an underscore. */
    public String joined(String separator) {
        return arguments.values().isEmpty()
                ? indicator.id()
                : indicator.id() + separator + String.join(separator, arguments.texts());
    }

    /**
     * Names of columns, one for each output: {@code rsi_14} where there is one, {@code bollinger_20_2_upper} where there are
     * several.
     */
    public List<String> columns() {
        String name = joined("_");
        List<Output> outputs = indicator.outputs();
        return outputs.size() == 1
                ? List.of(name)
                : outputs.stream().map(output -> name + "_" + output.name()).toList();
    }

    /** How many bars of a series have no value of at least one output. */
    public int warmUp() {
        return indicator.outputs().stream()
                .mapToInt(output -> output.warmUp(arguments))
                .max()
                .orElseThrow();
    }

    /** Starts on an empty series. */
    public Calculation start(Spacing spacing) {
        return indicator.start(arguments, spacing);
    }

    /** {@link #text}. */
    @Override
    public String toString() {
        return text();
    }
}
