package tickwing.common.cli;

import java.util.Map;

/**
 * Ends this program when the one that started it is gone, however that ended, so that nothing stays behind. Only for
 * programs that are told so by their environment: those which another program of the suite has started.
 */
public final class ParentWatch {
    /** The environment variable that holds the parent's process id. */
    public static final String VARIABLE = "TICKWING_PARENT_PID";

    private ParentWatch() {}

    static void start(Map<String, String> environment) {
        String pid = environment.get(VARIABLE);
        if (pid == null || !pid.matches("\\d{1,18}")) {
            return;
        }
        ProcessHandle.of(Long.parseLong(pid))
                .ifPresentOrElse(
                        parent -> parent.onExit().thenRun(() -> System.exit(ExitCode.FAILED)),
                        () -> System.exit(ExitCode.FAILED));
    }
}
