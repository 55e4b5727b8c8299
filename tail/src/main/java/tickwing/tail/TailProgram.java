package tickwing.tail;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tickwing.common.cli.KafkaOptions;
import tickwing.common.cli.Program;
import tickwing.common.cli.TopicArgument;
import tickwing.common.error.UsageError;
import tickwing.common.text.Printable;
import tickwing.common.text.Terminal;

/** Shows the records of a topic as they arrive. */
@Command(
        name = "tail",
        description =
                "Shows the committed records of a topic as they arrive: on a terminal for people to read, elsewhere"
                        + " as a JSON object a line.")
public final class TailProgram implements Callable<Integer> {
    @Parameters(paramLabel = "TOPIC", description = "Which topic.")
    private String topic;

    @Option(
            names = "--from-beginning",
            order = 1,
            description = "Begin with the oldest record (default: those that come).")
    private boolean fromBeginning;

    @Option(
            names = "--once",
            order = 2,
            description = "Begin with the oldest record, and stop at the end that the topic has now.")
    private boolean once;

    @Option(names = "--num-records", paramLabel = "N", order = 3, description = "Stop after so many.")
    private Long most;

    @Option(names = "--key", paramLabel = "K", order = 4, description = "Only records with this key.")
    private String key;

    @Option(
            names = "--dead-letters",
            order = 5,
            description = "Show the rows that did not make it onto the topic: file, line, error and text of those on"
                    + " TOPIC.dlq.")
    private boolean deadLetters;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            order = 6,
            description = "What a record looks like: %%k key, %%v or %%s value, %%o offset, %%p partition, %%t topic,"
                    + " %%T timestamp in ms, %%h headers, %%%% a percent sign; \\n, \\t, \\r and \\\\. Ends with a line"
                    + " end in any case.")
    private String format;

    @Option(names = "--json", order = 7, description = "A JSON object a line on a terminal, too.")
    private boolean json;

    @Mixin
    private KafkaOptions kafka;

    @Spec
    private CommandSpec command;

    public static void main(String[] args) {
        System.exit(Program.run(new TailProgram(), args));
    }

    @Override
    public Integer call() {
        return new TailRun(config(), command.commandLine().getOut()).run();
    }

    private TailConfig config() {
        return new TailConfig(
                kafka.settings(),
                TopicArgument.check(topic),
                deadLetters ? TailConfig.Kind.DEAD_LETTERS : TailConfig.Kind.RECORDS,
                reach(),
                layout(Terminal.isOutput()),
                Optional.ofNullable(key),
                most == null ? OptionalLong.empty() : OptionalLong.of(most));
    }

    private TailConfig.Reach reach() {
        if (once) {
            return TailConfig.Reach.ONCE;
        }
        return fromBeginning ? TailConfig.Reach.ALL : TailConfig.Reach.NEW;
    }

    private Layout layout(boolean terminal) {
        if (format != null) {
            if (json) {
                throw new UsageError("--format and --json are two layouts; choose one.");
            }
            return Format.of(format, terminal ? Printable::of : UnaryOperator.identity());
        }
        if (terminal && !json) {
            return deadLetters ? new LetterPages() : new Pages();
        }
        return deadLetters ? new LetterJsonLines() : new JsonLines();
    }
}
