package tickwing.analytics.indicator.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tickwing.analytics.indicator.Arguments;
import tickwing.analytics.indicator.Fault;
import tickwing.analytics.indicator.Indicator;
import tickwing.analytics.indicator.InvalidStudyException;
import tickwing.analytics.indicator.Parameter;
import tickwing.analytics.indicator.Study;

/** Reads what stands after an indicator's id: values in the order of its parameters, then values with names. */
final class ArgumentParser {
    private final Indicator indicator;
    private final Map<String, Double> given = new HashMap<>();
    private boolean named;

    private ArgumentParser(Indicator indicator) {
        this.indicator = indicator;
    }

    static Study parse(Indicator indicator, List<String> texts) {
        if (texts.size() > indicator.parameters().size()) {
            throw new InvalidStudyException(new Fault.TooManyArguments(indicator, texts.size()));
        }
        ArgumentParser parser = new ArgumentParser(indicator);
        for (int i = 0; i < texts.size(); i++) {
            parser.take(i, texts.get(i));
        }
        return new Study(indicator, Arguments.of(indicator, parser.given));
    }

    private void take(int place, String text) {
        int equals = text.indexOf('=');
        if (equals >= 0) {
            named = true;
            put(parameter(text.substring(0, equals)), text.substring(equals + 1));
        } else if (named) {
            throw new InvalidStudyException(new Fault.NameMissing(indicator, text));
        } else {
            put(indicator.parameters().get(place), text);
        }
    }

    private Parameter parameter(String name) {
        return indicator.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidStudyException(new Fault.UnknownParameter(indicator, name)));
    }

    private void put(Parameter parameter, String text) {
        if (!text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new InvalidStudyException(new Fault.NotANumber(indicator, parameter, text));
        }
        if (given.put(parameter.name(), Double.parseDouble(text)) != null) {
            throw new InvalidStudyException(new Fault.GivenTwice(indicator, parameter));
        }
    }
}
