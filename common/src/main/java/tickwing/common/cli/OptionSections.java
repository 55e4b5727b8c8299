package tickwing.common.cli;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a program's help by {@link Section}; lines are broken at blanks only, so that an address stays whole. */
final class OptionSections implements IHelpSectionRenderer {
    /** Of what is in none. */
    private static final String OTHERS = "Options";

    /** Where a row of picocli's table of options has the description. */
    private static final int DESCRIPTION = 4;

    private static final String INDENT = "  ";

    @Override
    public String render(Help help) {
        List<OptionSpec> options = new ArrayList<>(help.commandSpec().options());
        options.sort(Comparator.comparingInt(OptionSpec::order));
        Map<String, List<OptionSpec>> sections = new LinkedHashMap<>();
        for (OptionSpec option : options) {
            if (!option.hidden()) {
                sections.computeIfAbsent(heading(option), heading -> new ArrayList<>())
                        .add(option);
            }
        }
        StringBuilder text = new StringBuilder();
        sections.forEach((heading, its) -> {
            text.append(help.colorScheme().ansi().string("%n@|bold %s:|@%n".formatted(heading)));
            text.append(layout(help, options, its));
        });
        return text.toString();
    }

    private static String heading(OptionSpec option) {
        if (option.userObject() instanceof Field field) {
            Section own = field.getAnnotation(Section.class);
            Section shared = own == null ? field.getDeclaringClass().getAnnotation(Section.class) : own;
            return shared == null ? OTHERS : shared.value();
        }
        return OTHERS;
    }

    /** @param all for columns that are the same in all sections */
    private static Help.Layout layout(Help help, List<OptionSpec> all, List<OptionSpec> some) {
        Help.Layout layout =
                help.createDefaultLayout(all, help.commandSpec().positionalParameters(), help.colorScheme());
        Help.Column column = layout.textTable().columns()[DESCRIPTION];
        for (OptionSpec option : some) {
            Text[][] rows =
                    layout.optionRenderer().render(option, help.createDefaultParamLabelRenderer(), help.colorScheme());
            layout.layout(
                    option,
                    Arrays.stream(rows)
                            .flatMap(row -> atBlanks(row, column.width - column.indent, help.ansi()).stream())
                            .toArray(Text[][]::new));
        }
        return layout;
    }

    /** One row for each line of a description, names in the first. */
    private static List<Text[]> atBlanks(Text[] row, int width, Help.Ansi ansi) {
        List<Text[]> lines = new ArrayList<>();
        Text[] line = row.clone();
        Text rest = row[DESCRIPTION];
        while (rest.plainString().length() > width) {
            int blank = rest.plainString().lastIndexOf(' ', width);
            if (blank <= INDENT.length()) {
                // A word that no line has room for is broken by the table.
                break;
            }
            line[DESCRIPTION] = rest.substring(0, blank);
            lines.add(line);
            line = new Text[row.length];
            Arrays.fill(line, ansi.text(""));
            rest = ansi.text(INDENT).concat(rest.substring(blank + 1));
        }
        line[DESCRIPTION] = rest;
        lines.add(line);
        return lines;
    }
}
