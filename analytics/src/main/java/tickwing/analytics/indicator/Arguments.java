package tickwing.analytics.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an indicator is started with: a value for each parameter, all of which it takes.
 *
 * @param parameters of the indicator, in its order
 * @param values in the same order
 */
public record Arguments(List<Parameter> parameters, List<Double> values) {
    public Arguments {
        parameters = List.copyOf(parameters);
        values = List.copyOf(values);
        if (values.size() != parameters.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + parameters.size() + " parameters");
        }
    }

    /** The usual values of an indicator. */
    public static Arguments usual(Indicator indicator) {
        return of(indicator, Map.of());
    }

    /**
     * Values for some of an indicator's parameters, by name, and the usual ones for the others.
     *
     * @throws InvalidStudyException if a parameter is unknown or does not take its value
     */
    public static Arguments of(Indicator indicator, Map<String, Double> given) {
        List<Parameter> parameters = indicator.parameters();
        List<String> names = parameters.stream().map(Parameter::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw new InvalidStudyException(new Fault.UnknownParameter(indicator, name));
            }
        }
        List<Double> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            double value = given.getOrDefault(parameter.name(), parameter.usual());
            if (!parameter.takes(value)) {
                throw new InvalidStudyException(new Fault.NotTaken(indicator, parameter, value));
            }
            values.add(value);
        }
        Arguments arguments = new Arguments(parameters, values);
        for (Indicator.Order order : indicator.orders()) {
            if (arguments.decimal(order.lesser()) > arguments.decimal(order.larger())) {
                throw new InvalidStudyException(new Fault.OutOfOrder(indicator, order, arguments));
            }
        }
        return arguments;
    }

    /** The value of a parameter that takes whole numbers. */
    public int whole(Parameter parameter) {
        return (int) decimal(parameter);
    }

    /**
     * The value of any parameter.
     *
     * @throws IllegalArgumentException if there is none of its name
     */
    public double decimal(Parameter parameter) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(parameter.name())) {
                return values.get(i);
            }
        }
        throw new IllegalArgumentException("there is no parameter " + parameter.name());
    }

    /** The values as they are written: {@code 20}, {@code 2.5}, {@code 0.02}. */
    public List<String> texts() {
        return values.stream().map(Arguments::text).toList();
    }

    /** The shortest decimal form of a number. */
    static String text(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
