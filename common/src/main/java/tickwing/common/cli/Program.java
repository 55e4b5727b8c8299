package tickwing.common.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tickwing.common.bar.Interval;
import tickwing.common.error.Memory;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.text.Printable;
import tickwing.common.text.PrintableLines;
import tickwing.common.text.PrintableStream;
import tickwing.common.text.PrintableWriter;
import tickwing.common.text.Terminal;

/**
 * Runs a program's command: parses, executes, and turns every failure into one sentence on standard error and an
 * {@link ExitCode}. A program's {@code main} only exits with what {@code run} returned, so that tests can call it.
 */
public final class Program {
    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.log.";

    /** Types that no option has, or that have a converter below; picocli looks for all of them, whether Java has them or not. */
    private static final String CONVERTERS_OF_NO_USE = "java[.](sql|time)[.].*";

    /** Of most terminals. */
    private static final int HELP_WIDTH = 80;

    private Program() {}

    /**
     * Runs a command on the process's own standard output and error. Nothing that is printed can give a terminal orders:
     * standard error is {@link Printable} wherever it goes, standard output where it is a terminal.
     */
    public static int run(Callable<Integer> command, String... args) {
        ParentWatch.start(System.getenv());
        StandardOutput plainOut = StandardOutput.ofThisProcess();
        PrintWriter out = Terminal.isOutput() ? plainOut.printable() : plainOut;
        // The line that tells of progress is written over.
        PrintWriter err = new PrintWriter(new PrintableWriter(new PrintWriter(System.err), "\r"), true);
        System.setErr(new PrintableStream(System.err));
        int code = run(command, plainOut, out, err, args);
        err.flush();
        return code;
    }

    /**
     * Runs a command; results go to {@code out}, diagnostics to {@code err}. A command that has done all it should has
     * failed all the same when its results could not be written.
     *
     * @return an {@link ExitCode}
     */
    public static int run(Callable<Integer> command, PrintWriter out, PrintWriter err, String... args) {
        return run(command, out, out, err, args);
    }

    /** @param help takes what {@code --help} says, in colour where it is a terminal */
    private static int run(
            Callable<Integer> command, PrintWriter help, PrintWriter results, PrintWriter diagnostics, String... args) {
        PrintWriter out = new PrintableLines(results);
        PrintWriter err = new PrintableLines(diagnostics);
        boolean verbose = Arrays.asList(args).contains(StandardOptions.VERBOSE);
        if (verbose) {
            // Before the first logger is made: slf4j-simple reads its levels once.
            System.setProperty(LOG_LEVEL + "tickwing", "debug");
            System.setProperty(LOG_LEVEL + "org.apache.kafka", "info");
            // The loggers of Kafka's server, where a broker runs.
            System.setProperty(LOG_LEVEL + "kafka", "info");
        }
        System.setProperty("picocli.converters.excludes", CONVERTERS_OF_NO_USE);
        CommandLine commandLine = new CommandLine(command);
        CommandSpec spec = commandLine.getCommandSpec();
        addStandardOptions(spec, command);
        commandLine.getSubcommands().values().forEach(sub -> addStandardOptions(sub.getCommandSpec(), command));
        MetricsOption metrics = new MetricsOption();
        if (MetricsOption.fits(spec)) {
            spec.addMixin(MetricsOption.MIXIN, CommandSpec.forAnnotatedObject(metrics));
        }
        commandLine
                .setOut(out)
                .setErr(err)
                .registerConverter(LocalDate.class, new Dates())
                .registerConverter(Duration.class, new Durations())
                .registerConverter(Interval.class, new IntervalConverter())
                .registerConverter(ZoneId.class, new Zones())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, a) -> usage(e, err))
                .setExecutionStrategy(
                        parsed -> parsed.isUsageHelpRequested() ? help(parsed, help) : metrics.serveWhile(parsed))
                .setExecutionExceptionHandler((e, line, result) -> failure(e, line, verbose, err));
        try {
            int code = commandLine.execute(args);
            boolean done = code == ExitCode.DONE || code == ExitCode.REJECTED;
            boolean lost = out.checkError() | help.checkError();
            return lost && done ? lost(results, err) : code;
        } catch (OutOfMemoryError e) {
            err.println(Sentences.of(Memory.tooSmall()));
            return ExitCode.FAILED;
        }
    }

    private static void addStandardOptions(CommandSpec spec, Callable<Integer> command) {
        spec.addMixin("standardOptions", CommandSpec.forAnnotatedObject(new StandardOptions()));
        spec.versionProvider(new StandardOptions.Version(spec.name(), command.getClass()));
        spec.usageMessage()
                .sortOptions(false)
                .width(HELP_WIDTH)
                .synopsisHeading("Usage: tickwing ")
                .abbreviateSynopsis(true)
                .parameterListHeading("%n")
                .commandListHeading("%nCommands:%n");
        spec.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OptionSections());
    }

    private static int help(ParseResult parsed, PrintWriter help) {
        parsed.commandSpec().commandLine().usage(help);
        help.flush();
        return ExitCode.DONE;
    }

    /** Whoever closes a pipe has seen enough, and needs no word about it. */
    private static int lost(PrintWriter out, PrintWriter err) {
        Optional<IOException> failure = out instanceof StandardOutput known ? known.failure() : Optional.empty();
        if (failure.filter(StandardOutput::isClosedPipe).isPresent()) {
            return ExitCode.PIPE_CLOSED;
        }
        String reason = failure.map(e -> ": " + e.getMessage()).orElse("");
        err.println("Standard output cannot be written" + reason + ".");
        return ExitCode.FAILED;
    }

    private static int usage(ParameterException e, PrintWriter err) {
        err.println(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        pointToHelp(e.getCommandLine(), err);
        return ExitCode.USAGE;
    }

    private static int failure(Exception e, CommandLine line, boolean verbose, PrintWriter err) {
        String program = line.getCommandSpec().qualifiedName(" ");
        if (e instanceof StandardOutputLost) {
            // What has happened to it is told at the end, as when all was computed.
            return ExitCode.DONE;
        }
        if (verbose) {
            e.printStackTrace(err);
        }
        if (Sentences.isUsage(e)) {
            err.println(Sentences.of(e, program));
            pointToHelp(line, err);
            return ExitCode.USAGE;
        }
        err.println(Sentences.of(e, program));
        return ExitCode.FAILED;
    }

    private static void pointToHelp(CommandLine line, PrintWriter err) {
        err.println("Try '" + Typed.words(line.getCommandSpec().qualifiedName(" ")) + " --help' for the options.");
    }
}
