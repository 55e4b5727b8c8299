package tickwing.common.cli;

/** The exit codes of every program. Ctrl-C ends a program with 130, which the JVM sees to by itself. */
public final class ExitCode {
    /** All done. */
    public static final int DONE = 0;
    /** Failed; standard error says in one sentence what happened and what to do. */
    public static final int FAILED = 1;
    /** The command line makes no sense. */
    public static final int USAGE = 2;
    /** Done, but some rows were rejected. */
    public static final int REJECTED = 3;
    /** Stopped by Ctrl-C before it was done. */
    public static final int INTERRUPTED = 130;
    /** Nobody read standard output any more: what a shell says of programs that SIGPIPE ends, which Java ignores. */
    public static final int PIPE_CLOSED = 141;

    private ExitCode() {}
}
