package tickwing.replay.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import tickwing.common.error.UserError;

/** What is to be read lets itself not be read; the system's own reason, where there is one, is said with it. */
public final class Unreadable extends UserError {
    private static final long serialVersionUID = 1L;

    /** @param what begins the sentence */
    public Unreadable(String what, IOException cause) {
        super(what + " cannot be read" + reason(cause) + "; " + wayOut(cause) + ".", cause);
    }

    private static String reason(IOException cause) {
        String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return reason == null || reason.isBlank() ? "" : " (" + reason + ")";
    }

    private static String wayOut(IOException cause) {
        return cause instanceof AccessDeniedException
                ? "check its permissions"
                : "check the disk or the connection that it comes from, and run the same command again";
    }
}
