package tickwing.charts;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tickwing.board.view.View;
import tickwing.charts.draw.Theme;
import tickwing.charts.output.Output;
import tickwing.charts.output.OutputFile;
import tickwing.charts.show.Gallery;
import tickwing.charts.terminal.TerminalOutput;
import tickwing.common.cli.FileClash;
import tickwing.common.cli.KafkaOptions;
import tickwing.common.cli.Section;
import tickwing.common.error.UserError;
import tickwing.common.kafka.ClientSettings;
import tickwing.common.kafka.GeneratedGroups;

/** What all consumers have in common on the command line: where records come from, and where charts go. */
@Section("Output")
public final class ChartOptions {
    @Option(
            names = "--once",
            order = 20,
            description = "Read up to the end that the topic has now, output, and exit. Without --output: CSV on"
                    + " standard output.")
    private boolean once;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            order = 21,
            description = "Write .png, .svg or .csv; '-' is CSV on standard output; repeatable. Rewritten at each"
                    + " refresh.")
    private List<String> outputs = new ArrayList<>();

    @Option(names = "--no-window", order = 22, description = "Open no window; needs --output or --once.")
    private boolean noWindow;

    @Option(
            names = "--refresh",
            paramLabel = "DURATION",
            order = 23,
            description = "Time between two refreshes (default: 30s; 5s for flights).")
    private Duration refresh;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            order = 24,
            description =
                    "Consumer group (default: one of its own, deleted at the end). Programs that run with the same"
                            + " group share the topic's partitions: each shows a part.")
    private String group;

    @Option(
            names = "--window-bounds",
            paramLabel = "X,Y,W,H",
            order = 25,
            converter = BoundsConverter.class,
            description = "Where the window opens, in pixels.")
    private Rectangle bounds;

    @Option(
            names = "--terminal",
            order = 26,
            description = "Draw in the terminal, as text, instead of a window; with --once: once.")
    private boolean terminal;

    @Option(
            names = "--theme",
            paramLabel = "light|dark",
            order = 27,
            defaultValue = "light",
            description = "Colours of window and files (default: ${DEFAULT-VALUE}).")
    private Theme theme;

    @Mixin
    private KafkaOptions kafka;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Reads a topic onto a board and shows it until its window is closed, its work is done, or Ctrl-C.
     *
     * @param defaultRefresh time between two refreshes unless {@code --refresh} says otherwise
     * @return the program's exit code
     */
    public <T, V extends View> int run(String topic, Duration defaultRefresh, Gallery<T, V> gallery) {
        ClientSettings settings = kafka.settings();
        List<OutputFile> files = outputs.stream().map(OutputFile::of).toList();
        FileClash.refuse(files.stream().map(OutputFile::named).toList(), settings.files());
        boolean generated = group == null && !once;
        ChartConfig config = new ChartConfig(
                settings,
                program(),
                topic,
                generated ? GeneratedGroups.name(program()) : group,
                generated,
                mode(),
                refresh == null ? defaultRefresh : refresh,
                outputs(files),
                bounds,
                theme);
        return new ChartProgram<>(config, gallery, command.commandLine().getOut()).run();
    }

    /** The command's own name: these options may be mixed into others that are mixed into it. */
    private String program() {
        return command.commandLine().getCommandSpec().name();
    }

    private List<Output> outputs(List<OutputFile> files) {
        List<Output> all = new ArrayList<>(files);
        if (terminal) {
            all.add(TerminalOutput.ofThisProcess());
        }
        if (once && all.isEmpty()) {
            all.add(OutputFile.of("-"));
        }
        return all;
    }

    private ChartConfig.Mode mode() {
        if (once) {
            return ChartConfig.Mode.ONCE;
        }
        if (noWindow || terminal) {
            return ChartConfig.Mode.FILES;
        }
        if (GraphicsEnvironment.isHeadless()) {
            throw new UserError("There is no display for a window; add --no-window and --output FILE (.png, .svg or"
                    + " .csv), --terminal, or --once.");
        }
        return ChartConfig.Mode.WINDOW;
    }

    private static final class BoundsConverter implements ITypeConverter<Rectangle> {
        @Override
        public Rectangle convert(String text) {
            if (!text.matches("-?\\d{1,5},-?\\d{1,5},\\d{1,5},\\d{1,5}")) {
                throw new TypeConversionException(
                        "'" + text + "' is not a place for a window; expected X,Y,W,H, e.g. 0,0,800,600");
            }
            String[] parts = text.split(",");
            return new Rectangle(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]));
        }
    }
}
