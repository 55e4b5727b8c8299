package tickwing.consumer.indicator;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tickwing.analytics.indicator.Indicator;
import tickwing.analytics.indicator.Parameter;
import tickwing.analytics.indicator.Study;
import tickwing.analytics.indicator.catalogue.Catalogue;

/** The catalogue for people: each indicator with its title, its arguments, and the columns it gives by default. */
final class Listing {
    private Listing() {}

    static List<String> lines(Catalogue catalogue) {
        List<String> lines = new ArrayList<>();
        for (Indicator indicator : catalogue.indicators()) {
            lines.add(String.format(Locale.ROOT, "%-12s%s", indicator.id(), indicator.title()));
            for (Parameter parameter : indicator.parameters()) {
                lines.add("            " + argument(parameter));
            }
            lines.add("            columns "
                    + String.join(", ", Study.usual(indicator).columns()));
        }
        return lines;
    }

    private static String argument(Parameter parameter) {
        DecimalFormat number = new DecimalFormat("0.########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        String unit = parameter.unit().words();
        return parameter.name() + "=" + number.format(parameter.usual())
                + (parameter.kind() == Parameter.Kind.INT ? ", a whole number from " : ", from ")
                + number.format(parameter.least()) + " to " + number.format(parameter.most())
                + (unit.isEmpty() ? "" : " " + unit);
    }
}
