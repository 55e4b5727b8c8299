package tickwing.analytics.indicator;

import java.util.List;
import java.util.OptionalInt;

/** What there is to say about an indicator, and how to start it. Holds no state: safe for use by several threads. */
public interface Indicator {
    /** Two parameters of which the first must not be larger than the second. */
    record Order(Parameter lesser, Parameter larger) {}

    /** Its name where it is typed: in commands, addresses, topics; lower case letters only, e.g. {@code rsi}. */
    String id();

    /** Its name where it is read, e.g. {@code Relative Strength Index}. */
    String title();

    /** What can be set, in the order in which arguments are written. */
    List<Parameter> parameters();

    /** Which of them must not be larger than which; none, unless the indicator says otherwise. */
    default List<Order> orders() {
        return List.of();
    }

    /** What it gives at each bar, in the order of a calculation's values; at least one. */
    List<Output> outputs();

    Pane pane();

    /**
     * How many bars, the newest among them, determine the values at a bar: a changed bar changes the values of so many bars,
     * itself among them. Empty where a bar counts forever. Values that are worked out from the middle of a series on are then
     * the same, but for rounding.
     */
    OptionalInt window(Arguments arguments);

    /**
     * Starts on an empty series.
     *
     * @param arguments of this indicator
     * @param spacing of the series
     */
    Calculation start(Arguments arguments, Spacing spacing);
}
