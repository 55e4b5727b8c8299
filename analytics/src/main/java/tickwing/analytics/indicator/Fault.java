package tickwing.analytics.indicator;

import java.util.List;

/** What is wrong with a study that somebody asks for: facts, and a sentence that says them. */
public sealed interface Fault {
    /** One sentence without a full stop, to be read by whoever asked. */
    String sentence();

    /**
     * There is no such indicator.
     *
     * @param id as given
     * @param nearest ids that are spelled alike, the nearest first; may be empty
     */
    record UnknownIndicator(String id, List<String> nearest) implements Fault {
        @Override
        public String sentence() {
            String known = nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?";
            return "there is no indicator \"" + id + '"' + known;
        }
    }

    /** The indicator has no parameter of that name. */
    record UnknownParameter(Indicator indicator, String name) implements Fault {
        @Override
        public String sentence() {
            return indicator.id() + " has no argument \"" + name + '"'
                    + (indicator.parameters().isEmpty() ? "" : ", only " + names(indicator));
        }
    }

    /** More arguments than the indicator has parameters. */
    record TooManyArguments(Indicator indicator, int given) implements Fault {
        @Override
        public String sentence() {
            int most = indicator.parameters().size();
            return indicator.id() + " takes "
                    + (most == 0 ? "no arguments" : "at most " + most + " (" + names(indicator) + ")")
                    + ", was given " + given;
        }
    }

    /** The text is not a number as arguments are written: digits, and a point before decimals. */
    record NotANumber(Indicator indicator, Parameter parameter, String text) implements Fault {
        @Override
        public String sentence() {
            return parameter.name() + " of " + indicator.id() + " must be a number, was \"" + text + '"';
        }
    }

    /** The parameter does not take that value: it is out of range, or not a whole number. */
    record NotTaken(Indicator indicator, Parameter parameter, double value) implements Fault {
        @Override
        public String sentence() {
            String kind = parameter.kind() == Parameter.Kind.INT ? "a whole number" : "a number";
            String unit = parameter.unit().words().isEmpty()
                    ? ""
                    : " " + parameter.unit().words();
            return parameter.name() + " of " + indicator.id() + " must be " + kind + " from "
                    + Arguments.text(parameter.least()) + " to " + Arguments.text(parameter.most()) + unit + ", was "
                    + (Double.isFinite(value) ? Arguments.text(value) : Double.toString(value));
        }
    }

    /** The lesser of two arguments is the larger one. */
    record OutOfOrder(Indicator indicator, Indicator.Order order, Arguments arguments) implements Fault {
        @Override
        public String sentence() {
            return order.lesser().name() + " of " + indicator.id() + " must not be larger than "
                    + order.larger().name() + ", were " + Arguments.text(arguments.decimal(order.lesser()))
                    + " and " + Arguments.text(arguments.decimal(order.larger()));
        }
    }

    /** An argument is given twice. */
    record GivenTwice(Indicator indicator, Parameter parameter) implements Fault {
        @Override
        public String sentence() {
            return parameter.name() + " of " + indicator.id() + " is given twice";
        }
    }

    /** An argument without a name comes after one with a name, so that nobody knows which it is. */
    record NameMissing(Indicator indicator, String text) implements Fault {
        @Override
        public String sentence() {
            return "\"" + text + "\" of " + indicator.id() + " comes after an argument with a name and needs one, too: "
                    + names(indicator);
        }
    }

    /** The same study twice in a list. */
    record AskedTwice(Study study) implements Fault {
        @Override
        public String sentence() {
            return study.text() + " is asked for twice";
        }
    }

    private static String names(Indicator indicator) {
        return String.join(
                ", ", indicator.parameters().stream().map(Parameter::name).toList());
    }
}
