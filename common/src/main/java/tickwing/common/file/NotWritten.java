package tickwing.common.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import tickwing.common.error.UserError;

/** A file that could not be written; its sentence says why. */
public final class NotWritten extends UserError {
    private static final long serialVersionUID = 1L;

    private final String phrase;

    /** @param what the file, as its user calls it */
    public NotWritten(Object what, IOException cause) {
        this(what + " cannot be written: " + reason(cause), cause);
    }

    private NotWritten(String phrase, IOException cause) {
        super(phrase + ".", cause);
        this.phrase = phrase;
    }

    /** The message without its full stop, for those who have more to say. */
    public String phrase() {
        return phrase;
    }

    /** What the system said first: libraries wrap it into words of their own, which say less. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof FileSystemException e && e.getReason() == null) {
            return reason(e);
        }
        String said = root instanceof FileSystemException e ? e.getReason() : root.getMessage();
        return said == null ? words(root) : said;
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no " + e.getFile();
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getFile() + " is a file, where a folder is needed";
        }
        return words(e) + " (" + e.getFile() + ")";
    }

    /** The name of an exception, as words. */
    private static String words(Throwable e) {
        return e.getClass()
                .getSimpleName()
                .replaceAll("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
