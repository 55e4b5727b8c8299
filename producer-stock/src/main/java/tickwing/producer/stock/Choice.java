package tickwing.producer.stock;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import tickwing.common.error.UsageError;
import tickwing.producer.stock.source.StockSource;

/** Which of the sources it is to be: puts the options of all of them on the command line, and those of others off it. */
final class Choice implements IModelTransformer {
    static final String OPTION = "--source";

    /** Gives the command's sources their place in its command line. */
    @Override
    public CommandSpec transform(CommandSpec spec) {
        List<StockSource> sources = ((ProducerStock) spec.userObject()).sources();
        OptionSpec plain = spec.findOption(OPTION);
        spec.remove(plain);
        spec.addOption(OptionSpec.builder(plain)
                .paramLabel(names(sources, "|"))
                .defaultValue(sources.get(0).name())
                .converters(name -> find(sources, name))
                .build());
        for (StockSource source : sources) {
            spec.addMixin(source.name(), CommandSpec.forAnnotatedObject(source.options()));
        }
        return spec;
    }

    private static StockSource find(List<StockSource> sources, String name) {
        return sources.stream()
                .filter(source -> source.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of [" + names(sources, ", ") + "] (case-insensitive) but was '" + name + "'"));
    }

    /**
     * Refuses what was given and does not go with a source.
     *
     * @throws UsageError about the first such option, or FILE
     */
    static void refuseOthers(StockSource chosen, List<StockSource> sources, ParseResult parsed) {
        Stream.concat(parsed.matchedOptions().stream(), parsed.matchedPositionals().stream())
                .forEach(given -> refuseOther(given, chosen, sources, parsed.commandSpec()));
    }

    private static void refuseOther(ArgSpec given, StockSource chosen, List<StockSource> sources, CommandSpec spec) {
        List<StockSource> takers =
                sources.stream().filter(source -> takes(source, given, spec)).toList();
        if (!takers.isEmpty() && !takers.contains(chosen)) {
            throw new UsageError(name(given) + " goes with " + titles(takers) + ", not with " + chosen.title() + ".");
        }
    }

    private static boolean takes(StockSource source, ArgSpec given, CommandSpec spec) {
        CommandSpec own = spec.mixins().get(source.name());
        return own.args().contains(given) || source.takes().contains(name(given));
    }

    private static String name(ArgSpec given) {
        return given instanceof OptionSpec option ? option.longestName() : given.paramLabel();
    }

    /** One title, or {@code --source csv, yahoo or binance}. */
    private static String titles(List<StockSource> sources) {
        if (sources.size() == 1) {
            return sources.get(0).title();
        }
        int last = sources.size() - 1;
        return OPTION + " " + names(sources.subList(0, last), ", ") + " or "
                + sources.get(last).name();
    }

    private static String names(List<StockSource> sources, String between) {
        return sources.stream().map(StockSource::name).collect(Collectors.joining(between));
    }
}
