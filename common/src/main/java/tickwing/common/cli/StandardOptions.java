package tickwing.common.cli;

import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The options that {@link Program} adds to every command. */
@Section("About the program")
final class StandardOptions {
    static final String VERBOSE = "--verbose";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 1000,
            description = "Show this help and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            order = 1001,
            description = "Print version information and exit.")
    boolean version;

    @Option(names = VERBOSE, order = 1002, description = "Log what the program and the Kafka client do, in detail.")
    boolean verbose;

    /** Name and version of the jar that holds a command; "development" where it does not run from a jar. */
    record Version(String program, Class<?> command) implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = command.getPackage().getImplementationVersion();
            return new String[] {
                program + " " + (version == null ? "development" : version) + " (Java "
                        + Runtime.version().feature() + ")"
            };
        }
    }
}
